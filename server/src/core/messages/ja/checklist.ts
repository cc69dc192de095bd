import type { ChecklistWords } from "../checklist.ts";

/** Checklists in Japanese. */
export const checklist: ChecklistWords = {
  title: (name) => `チェックリスト: ${name}`,
  assumed: (judged, stated) => `仮に${judged}として判定した（ファイルの記載: ${stated ?? "未記載"}）。ファイルは変わらない。`,
  choose: "分類を選ぶと、仮にその分類として判定する。ファイルは変わらない。",
  filters: { unmet: "未達", unknown: "未記載", required: "必須" },
  rows: (count) => `${count}行`,
  view: {
    filter: "絞り込み",
    nothingFiltered: "当てはまる要件はない。",
    assume: "判定する分類",
    assumeStated: "記載の分類に戻す",
    profile: "プロファイル",
    export: "書き出す",
    copy: "コピー",
    print: "印刷",
    details: "基準の文",
    goToFacts: "記載箇所へ移る",
    atCursor: "カーソルのある要件",
  },
};
