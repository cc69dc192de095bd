import type { Diagnostic } from "vscode-languageserver";
import type { AnyFinding } from "../core/findings/finding.ts";
import type { Standard } from "../core/standard/standard.ts";
import { pointer } from "../core/yaml/node.ts";
import type { LanguageId } from "../messages/language.ts";
import { messageOf, relatedText, textOf } from "../messages/render.ts";
import { toRange, toSeverity } from "./convert.ts";
import { encodingMismatchDiagnostics } from "./encoding-mismatch.ts";
import { editorMessages } from "./messages/index.ts";
import { pageOf } from "./pages.ts";
import type { View } from "./view.ts";

/** The `source` of every diagnostic. */
export const SOURCE = "vendor-profile";

/** The data of a diagnostic, by which code actions find its finding. */
export interface DiagnosticData {
  /** The profile's index in its file. */
  readonly profile: number;
  /** A JSON Pointer to the fact. */
  readonly path: string;
}

/** The diagnostics of an analysis: one for each finding, after those about the encoding. */
export function diagnostics(view: View): Diagnostic[] {
  const { uri, analysis, language: languageId, capabilities } = view;
  const language = editorMessages[languageId];
  const { lines } = analysis.source;
  const found = analysis.findings.map((finding): Diagnostic => {
    const data: DiagnosticData = { profile: finding.profile, path: pointer(finding.path) };
    const related = finding.related.map((related) => ({
      location: { uri, range: toRange(lines, related.span) },
      message: relatedText(related, language),
    }));
    return {
      range: toRange(lines, finding.span),
      severity: toSeverity[finding.severity],
      code: finding.code,
      ...(capabilities.pages ? { codeDescription: { href: pageOf(finding, analysis, languageId) } } : {}),
      source: SOURCE,
      message: messageFor(finding, analysis.standard, languageId),
      ...(capabilities.relatedInformation && related.length > 0 ? { relatedInformation: related } : {}),
      data,
    };
  });
  return [...encodingMismatchDiagnostics(view, SOURCE), ...found];
}

/**
 * Rendered messages by finding data. Analyses share data objects of unchanged parts, so most messages of a large text are cached.
 */
const messages: Readonly<Record<LanguageId, WeakMap<AnyFinding["data"], string>>> = { ja: new WeakMap(), en: new WeakMap() };

function messageFor(finding: AnyFinding, standard: Standard, languageId: LanguageId): string {
  const known = messages[languageId].get(finding.data);
  if (known !== undefined) return known;
  const language = editorMessages[languageId];
  const text = textOf(messageOf(finding, standard, language), language);
  messages[languageId].set(finding.data, text);
  return text;
}
