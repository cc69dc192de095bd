import type { Text } from "../core/standard/text.ts";
import type { LanguageId } from "./language.ts";

const CORRECTED = { ja: "〔原文の誤りを訂正〕", en: " [wording corrected]" } as const;

/** A text of the standard in a language. It ends with a mark where its wording was corrected; `explain` shows each correction. */
export function wordingOf(text: Text, id: LanguageId): string {
  return text.corrections ? text[id] + CORRECTED[id] : text[id];
}
