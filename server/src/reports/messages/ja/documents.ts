import { roman } from "../../../messages/ja/roman.ts";
import type { DocumentMessages } from "../documents-messages.ts";

export const documents: DocumentMessages = {
  kinds: { report: "判定報告書", plan: "適合に必要な対応", comparison: "クラウドサービス比較表" },
  onTrial: (classification) => `仮に分類${roman(classification)}`,
};
