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
  const { uri, analysis, language, capabilities } = view;
  const messages = editorMessages[language];
  const { lines } = analysis.source;
  const findingDiagnostics = analysis.findings.map((finding): Diagnostic => {
    const data: DiagnosticData = { profile: finding.profile, path: pointer(finding.path) };
    const related = finding.related.map((related) => ({
      location: { uri, range: toRange(lines, related.span) },
      message: relatedText(related, messages),
    }));
    return {
      range: toRange(lines, finding.span),
      severity: toSeverity[finding.severity],
      code: finding.code,
      ...(capabilities.pages ? { codeDescription: { href: pageOf(finding, analysis, language) } } : {}),
      source: SOURCE,
      message: messageFor(finding, analysis.standard, language),
      ...(capabilities.relatedInformation && related.length > 0 ? { relatedInformation: related } : {}),
      data,
    };
  });
  return [...encodingMismatchDiagnostics(view, SOURCE), ...findingDiagnostics];
}

/**
 * Rendered messages by finding data. Analyses share data objects of unchanged parts, so most messages of a large text are cached.
 */
const messageCache: Readonly<Record<LanguageId, WeakMap<AnyFinding["data"], string>>> = { ja: new WeakMap(), en: new WeakMap() };

function messageFor(finding: AnyFinding, standard: Standard, language: LanguageId): string {
  const cached = messageCache[language].get(finding.data);
  if (cached !== undefined) return cached;
  const messages = editorMessages[language];
  const text = textOf(messageOf(finding, standard, messages), messages);
  messageCache[language].set(finding.data, text);
  return text;
}
