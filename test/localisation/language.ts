/** Tells the two languages apart, for tests that look for one in texts of the other. */
import type { LanguageId } from "../../server/src/messages/language.ts";

/** Kana, kanji, Japanese punctuation and full-width forms. */
const JAPANESE = /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}\u3000-\u3002\u3005-\u303f\u30fb\u30fc\uff01-\uff9f]+/gu;

/** English quotation marks, and lower-case words, except in addresses, file names, tags, paths and options. */
const ENGLISH = /[“”‘’]|(?<![\p{L}\p{N}./@#$<>&%*_=:-])[a-z]{2,}(?![\p{L}\p{N}/@_=*<:-]|\.[a-z])/gu;

/** Whether a text contains Japanese. */
export function isJapanese(text: string): boolean {
  return text.search(JAPANESE) >= 0;
}

/** Whether a text contains a word in either language. */
export function hasWords(text: string): boolean {
  return /\p{L}/u.test(text);
}

/**
 * The parts of a text that are in the other language. Quotations of `own` do not count: in English, Japanese that occurs in `own`;
 * in Japanese, lower-case words that occur in `own`.
 */
export function foreignTo(language: LanguageId, text: string, own = ""): string[] {
  if (language === "en") return (text.match(JAPANESE) ?? []).filter((stretch) => !own.includes(stretch));
  const words = text.match(ENGLISH);
  if (!words) return [];
  const ownWords = wordsByOwn.get(own) ?? new Set(own.match(/\p{L}+|[“”‘’]/gu));
  wordsByOwn.set(own, ownWords);
  return words.filter((word) => !ownWords.has(word));
}

const wordsByOwn = new Map<string, ReadonlySet<string>>();

/** The parts that have to be the same in both languages, sorted: placeholders, link targets, code, icons and tags. */
export function fixedParts(text: string): string[] {
  const parts = text.match(/\{\w+\}|\]\([^)]*\)|`[^`]*`|\$\([\w-]+\)|<[^>]*>/g) ?? [];
  return parts.sort();
}

/** A text without the parts that are the same in both languages. */
export function withoutFixedParts(text: string): string {
  return fixedParts(text).reduce((rest, part) => rest.replaceAll(part, " "), text);
}
