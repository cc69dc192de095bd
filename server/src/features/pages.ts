import type { Bundle } from "../core/analyze.ts";
import type { AnyFinding, Kind } from "../core/findings/finding.ts";
import type { LanguageId } from "../core/messages/language.ts";
import { kindPage, rowPage } from "../core/messages/page.ts";
import { languages } from "../core/messages/render.ts";
import type { Standard } from "../core/standard/standard.ts";

/** Documents that the server provides: a requirement's full text, or what a kind of finding means. They open offline and read-only. */
export const PAGE_SCHEME = "vendor-profile";

/** The page behind a finding's code: `vendor-profile:/<standard>/<language>/<row>.md`, or `…/<kind>.md` where it is about no row. */
export function pageOf({ requirement, kind }: AnyFinding, standard: Standard, language: LanguageId): string {
  return `${PAGE_SCHEME}:/${standard.id}/${language}/${requirement ?? kind}.md`;
}

/** The text of a page, as Markdown; null where there is none of that address. */
export function pageText(uri: string, { standard, format }: Bundle): string | null {
  const match = /^vendor-profile:\/+([\w-]+)\/(ja|en)\/([\w.-]+)\.md$/.exec(uri);
  if (!match || match[1] !== standard.id) return null;
  const [, , language, name = ""] = match;
  const row = standard.rows.find(({ no }) => no === name);
  if (row) return rowPage(row, standard, format, languages[language as LanguageId]);
  const { kinds } = languages[language as LanguageId];
  return Object.hasOwn(kinds, name) ? kindPage(name as Kind, languages[language as LanguageId]) : null;
}
