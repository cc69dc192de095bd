import type { Range } from "vscode-languageserver";
import { DiagnosticSeverity } from "vscode-languageserver";
import type { Lines } from "../core/document/lines.ts";
import type { Span } from "../core/document/node.ts";
import type { Severity } from "../core/findings/finding.ts";

/** The one place where the core's values become the protocol's. */
export function toRange(lines: Lines, span: Span): Range {
  return lines.range(span);
}

/** A finding's severity as the protocol numbers it. */
export const toSeverity: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};
