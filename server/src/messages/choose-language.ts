import type { LanguageId } from "./language.ts";

/**
 * The language to speak: the one asked for, else Japanese if any of the locales is Japanese. Many Japanese offices run an English
 * editor on a Japanese system, so one Japanese locale is enough; where nothing is known, the readers are Japanese officials.
 */
export function chooseLanguage(setting: unknown, locales: readonly (string | undefined)[]): LanguageId {
  if (setting === "ja" || setting === "en") return setting;
  const set = locales.filter((locale) => locale !== undefined && locale !== "" && !/^(C|POSIX)(\.|$)/.test(locale));
  return set.length === 0 || set.some((locale) => /^ja\b|^ja_/i.test(locale as string)) ? "ja" : "en";
}
