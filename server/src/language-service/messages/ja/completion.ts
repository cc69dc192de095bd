import type { CompletionWords } from "../../../messages/language.ts";

const boolean = (value: boolean) => (value ? "はい" : "いいえ");

/** Completion in Japanese. */
export const completion: CompletionWords = {
  boolean,
  answer: (fact, value) => `${fact}: ${boolean(value)}`,
  today: "今日",
  profile: (classification) => `プロファイル（分類${classification}）`,
  anchor: (line) => `${line}行目`,
  decides: (rows) => `この事実で判定する要件: ${rows.join("、")}`,
};
