import type { Diagnostic } from "vscode-languageserver";
import { pointer } from "../core/document/node.ts";
import { languages, messageOf, relatedText, textOf } from "../core/messages/render.ts";
import { toRange, toSeverity } from "./convert.ts";
import { garbledDiagnostics } from "./garbled.ts";
import { pageOf } from "./pages.ts";
import type { View } from "./view.ts";

/** Who says it, beside each diagnostic. */
export const SOURCE = "vendor-profile";

/** What a diagnostic carries for the fixes of it. */
export interface DiagnosticData {
  /** The profile's index in its file. */
  readonly profile: number;
  /** A JSON Pointer to the fact. */
  readonly path: string;
}

/** The findings of an analysis, as the editor shows them. */
export function diagnostics(view: View): Diagnostic[] {
  const { uri, analysis, language: languageId, abilities } = view;
  const language = languages[languageId];
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
      ...(abilities.pages ? { codeDescription: { href: pageOf(finding, analysis, languageId) } } : {}),
      source: SOURCE,
      message: textOf(messageOf(finding, analysis.standard, language), language),
      ...(abilities.relatedInformation && related.length > 0 ? { relatedInformation: related } : {}),
      data,
    };
  });
  return [...garbledDiagnostics(view, SOURCE), ...found];
}
