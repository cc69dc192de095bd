import { explanation } from "../../../messages/ja/explanation.ts";
import { roman } from "../../../messages/ja/roman.ts";
import type { CompletionMessages } from "../types.ts";

/** Completion in Japanese. */
export const completion: CompletionMessages = {
  answer: (fact, value) => `${fact}: ${explanation.boolean(value)}`,
  today: "今日",
  profile: (classification) => `プロファイル（分類${roman(classification)}）`,
  anchor: (line) => `${line}行目`,
  decides: (rows) => `この事実で判定する要件: ${rows.join("、")}`,
};
