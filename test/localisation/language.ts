/** What tells the two languages apart, for the tests that look for the one in the other. */
import type { LanguageId } from "../../server/src/messages/language.ts";

/** Kana, kanji, and the signs and widths that only Japanese is written with. */
const JAPANESE = /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}\u3000-\u3002\u3005-\u303f\u30fb\u30fc\uff01-\uff9f]+/gu;

/** English quotation marks, and words in small letters: but for those of addresses, files, tags, paths and options. */
const ENGLISH = /[“”‘’]|(?<![\p{L}\p{N}./@#$<>&%*_=:-])[a-z]{2,}(?![\p{L}\p{N}/@_=*<:-]|\.[a-z])/gu;

/** Whether a text has Japanese in it. */
export function isJapanese(text: string): boolean {
  return text.search(JAPANESE) >= 0;
}

/** Whether a text has a word in it, in either language. */
export function hasWords(text: string): boolean {
  return /\p{L}/u.test(text);
}

/**
 * The stretches of a text that are in the other language. Someone's own words are not foreign: in English, Japanese that stands in
 * `own` as it is; in Japanese, a word in small letters that `own` has too.
 */
export function foreignTo(language: LanguageId, text: string, own = ""): string[] {
  if (language === "en") return (text.match(JAPANESE) ?? []).filter((stretch) => !own.includes(stretch));
  const words = text.match(ENGLISH);
  if (!words) return [];
  const known = knownWords.get(own) ?? new Set(own.match(/\p{L}+|[“”‘’]/gu));
  knownWords.set(own, known);
  return words.filter((word) => !known.has(word));
}

const knownWords = new Map<string, ReadonlySet<string>>();

/** What has to be the same in both languages: places to be filled, addresses and commands behind links, code, icons. */
export function fixedParts(text: string): string[] {
  const parts = text.match(/\{\w+\}|\]\([^)]*\)|`[^`]*`|\$\([\w-]+\)|<[^>]*>/g) ?? [];
  return parts.sort();
}

/** A text without what is the same in both. */
export function withoutFixedParts(text: string): string {
  return fixedParts(text).reduce((rest, part) => rest.replaceAll(part, " "), text);
}
