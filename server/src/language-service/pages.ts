import type { Location } from "vscode-languageserver";
import type { Bundle } from "../core/analysis/analyze.ts";
import type { AnyFinding, Kind } from "../core/findings/finding.ts";
import type { Row, Standard } from "../core/standard/standard.ts";
import type { LanguageId } from "../messages/language.ts";
import { kindPage, type StandardPage, standardPage } from "../messages/standard-page.ts";
import { editorMessages } from "./messages/index.ts";

/**
 * The URI scheme of documents that the server provides: the standard, and explanations of finding kinds. They open offline and
 * read-only.
 */
export const PAGE_SCHEME = "vendor-profile";

/** The name of the standard's page. */
const STANDARD = "standard";

/** The URI of the standard in a language: `vendor-profile:/<standard>/<language>/standard.md`. */
export function standardUri(standard: Standard, language: LanguageId): string {
  return uriOf(standard, language, STANDARD);
}

/** The page that a finding's code links to: its row in the standard, or `…/<kind>.md` if it has no row. */
export function pageOf({ requirement, kind }: AnyFinding, bundle: Bundle, language: LanguageId): string {
  const line = requirement === null ? undefined : pageIn(bundle, language).lineOfRow(requirement);
  if (line === undefined) return uriOf(bundle.standard, language, kind);
  // editors open a document at the line in the fragment
  return `${standardUri(bundle.standard, language)}#L${line + 1}`;
}

/** The location of a row's heading in the standard. */
export function headingOf({ no }: Row, bundle: Bundle, language: LanguageId): Location {
  const { text, lineOfRow } = pageIn(bundle, language);
  const line = lineOfRow(no) ?? 0;
  const end = text.split("\n")[line]?.length ?? 0;
  return {
    uri: standardUri(bundle.standard, language),
    range: { start: { line, character: 0 }, end: { line, character: end } },
  };
}

/** The row whose section of the standard contains a line, and its heading; undefined for other lines and documents. */
export function rowOnPage(uri: string, line: number, bundle: Bundle): { row: Row; heading: Location } | undefined {
  const { name, language } = parsePageUri(uri, bundle) ?? {};
  const row = name === STANDARD && language ? pageIn(bundle, language).rowAtLine(line) : undefined;
  return row && language && { row, heading: headingOf(row, bundle, language) };
}

/** The Markdown of a page; null if the URI names no page. */
export function pageText(uri: string, bundle: Bundle): string | null {
  const { name, language } = parsePageUri(uri, bundle) ?? {};
  if (name === undefined || language === undefined) return null;
  if (name === STANDARD) return pageIn(bundle, language).text;
  return Object.hasOwn(editorMessages[language].kinds, name) ? kindPage(name as Kind, editorMessages[language]) : null;
}

function pageIn({ standard, format }: Bundle, language: LanguageId): StandardPage {
  return standardPage(standard, format, editorMessages[language]);
}

function uriOf({ id }: Standard, language: LanguageId, name: string): string {
  return `${PAGE_SCHEME}:/${id}/${language}/${name}.md`;
}

const PAGE_URI = new RegExp(`^${PAGE_SCHEME}:/+([\\w-]+)/(ja|en)/([\\w.-]+)\\.md(?:[?#].*)?$`);

/** The name and language of a page of this standard; undefined for other URIs. */
function parsePageUri(uri: string, { standard }: Bundle): { language: LanguageId; name: string } | undefined {
  const [, id, language, name] = PAGE_URI.exec(uri) ?? [];
  return id === standard.id && name !== undefined ? { language: language as LanguageId, name } : undefined;
}
