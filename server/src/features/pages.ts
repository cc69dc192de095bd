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

const ADDRESS = new RegExp(`^${PAGE_SCHEME}:/+([\\w-]+)/(ja|en)/([\\w.-]+)\\.md$`);

/** The text of a page, as Markdown; null where there is none of that address. */
export function pageText(uri: string, { standard, format }: Bundle): string | null {
  const [, id, languageId, name = ""] = ADDRESS.exec(uri) ?? [];
  if (id !== standard.id) return null;
  const language = languages[languageId as LanguageId];
  const row = standard.rows.find(({ no }) => no === name);
  if (row) return rowPage(row, standard, format, language);
  return Object.hasOwn(language.kinds, name) ? kindPage(name as Kind, language) : null;
}
