import type { ChecklistTexts } from "../checklist-messages.ts";

/** The checklist in Japanese. */
export const checklist: ChecklistTexts = {
  title: (name) => `チェックリスト: ${name}`,
  unchanged: "ファイルは変わらない。",
  choose: "分類を選ぶと、仮にその分類として判定する。ファイルは変わらない。",
  filters: { unmet: "未達", unknown: "未記載", required: "必須" },
  filtered: {
    unmet: "満たさず、ほかの要件でも代替していない要件だけを表示する",
    unknown: "事実が足りず判定できない要件のうち、適合の妨げになるものだけを表示する",
    required: "必須の要件だけを表示する",
  },
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
