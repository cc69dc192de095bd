import { DiagnosticSeverity, type Range, type SnippetTextEdit, type TextEdit } from "vscode-languageserver";
import type { Severity } from "../core/findings/finding.ts";
import type { Lines } from "../core/yaml/lines.ts";
import type { Span } from "../core/yaml/node.ts";
import type { Edit } from "./edits/edit.ts";

/** Converts a span to a range of the protocol. */
export function toRange(lines: Lines, span: Span): Range {
  return lines.range(span);
}

/** Severities as the protocol numbers them. */
export const toSeverity: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

/** Converts an edit to the protocol. */
export function toTextEdit(lines: Lines, { span, text }: Edit): TextEdit {
  return { range: toRange(lines, span), newText: text };
}

/** Converts an edit to a snippet with a tab stop at each of its stops, numbered from `firstStop`. */
export function toSnippetEdit(lines: Lines, edit: Edit, firstStop = 1): SnippetTextEdit {
  return { range: toRange(lines, edit.span), snippet: { kind: "snippet", value: toSnippet(edit, firstStop) } };
}

/** The text of an edit in snippet syntax, special characters escaped. */
export function toSnippet({ text, stops = [] }: Pick<Edit, "text" | "stops">, firstStop = 1): string {
  const parts = [0, ...stops].map((from, index) => escapeSnippet(text.slice(from, stops[index])));
  return parts.map((part, index) => (index === 0 ? part : `$${firstStop + index - 1}${part}`)).join("");
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}
