import type { ExplanationMessages } from "../language.ts";

export const explanation: ExplanationMessages = {
  boolean: (value: boolean) => (value ? "はい" : "いいえ"),
  statuses: { met: "満たす", unmet: "満たさない", unknown: "判定できない", "not-applicable": "対象外" },
  notApplicable: (rows) => `${rows.join("・")}を満たすため`,
  comma: "、",
  more: (count) => `ほか${count}件`,
  notAsked: "なし",
  inPrinciple: "原則必須",
  group: (rows, status, carrier) => {
    const duty = `この分類では${rows.join("・")}のいずれかが必須`;
    if (carrier !== undefined) return `${duty}。${carrier}を満たすため足りる。`;
    return status === "unmet" ? `${duty}。どれも満たさない。` : `${duty}。まだ判定できない。`;
  },
  carried: (carrier) => `検討の記録があり、${carrier}で代える。`,
  values: "書ける値",
  list: (title, edition, asOf) =>
    `${title}${edition === undefined ? "" : ` ${edition}`}${asOf === undefined ? "" : `（${asOf}現在）`}`,
};
