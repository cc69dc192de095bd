import type { LanguageId } from "./language.ts";

/**
 * The language of all messages: the setting, else Japanese if any locale is Japanese. Many Japanese offices run an English editor on
 * a Japanese system, so one Japanese locale is enough. Without any locale we assume Japanese officials as readers.
 */
export function chooseLanguage(setting: unknown, locales: readonly (string | undefined)[]): LanguageId {
  if (setting === "ja" || setting === "en") return setting;
  const set = locales.filter((locale) => locale !== undefined && locale !== "" && !/^(C|POSIX)(\.|$)/.test(locale));
  return set.length === 0 || set.some((locale) => /^ja\b|^ja_/i.test(locale as string)) ? "ja" : "en";
}
