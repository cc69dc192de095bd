import type { HoverWords } from "../../../messages/language.ts";

/** Hovers in Japanese. */
export const hover: HoverWords = {
  statuses: { met: "満たす", unmet: "満たさない", unknown: "判定できない", "not-applicable": "対象外" },
  notApplicable: (rows) => `${rows.join("・")}を満たすため`,
  comma: "、",
  more: (count) => `ほか${count}件`,
  classes: "分類",
  notAsked: "なし",
  inPrinciple: "原則必須",
  group: (rows, status, carrier) => {
    const duty = `この分類では${rows.join("・")}のいずれかが必須`;
    if (carrier !== undefined) return `${duty}。${carrier}を満たすため足りる。`;
    return status === "unmet" ? `${duty}。どれも満たさない。` : `${duty}。まだ判定できない。`;
  },
  carried: (carrier) => `検討の記録があり、${carrier}で代える。`,
  enough: (remedy) => `満たすには: ${remedy}`,
  risk: (no, text) => `基準に記載のリスク${no === undefined ? "" : `（${no}）`}: ${text}`,
  requirement: (no, text) => `要件${no === undefined ? "" : ` ${no}`}: ${text}`,
  original: (text) => `原文: ${text}`,
  corrections: "原文の訂正",
  values: "書ける値",
  list: (title, edition, asOf) =>
    `${title}${edition === undefined ? "" : ` ${edition}`}${asOf === undefined ? "" : `（${asOf}現在）`}`,
  isIn: (set, asOf) => `「${set}」に当たる${asOf === undefined ? "" : `（${asOf}現在）`}`,
  isNotIn: (set, asOf) => `「${set}」に当たらない${asOf === undefined ? "" : `（${asOf}現在）`}`,
  examples: (text) => `例: ${text}`,
  correction: (from, to, reason) => `「${from}」→${to === null ? "不明" : `「${to}」`}: ${reason}`,
  alias: (name, line) => `「*${name}」は、${line}行目の「&${name}」と同じ内容を表す。`,
  ownKey: "独自のキー。判定には使わない。",
  unreadable: "この値は判定に使えないため、未記載として扱う。",
};
