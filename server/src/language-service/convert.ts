import { DiagnosticSeverity, type Range, type SnippetTextEdit, type TextEdit } from "vscode-languageserver";
import type { Severity } from "../core/findings/finding.ts";
import type { Lines } from "../core/yaml/lines.ts";
import type { Span } from "../core/yaml/node.ts";
import type { Edit } from "./edits/edit.ts";

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

/** An edit as the protocol has it. */
export function toTextEdit(lines: Lines, { span, text }: Edit): TextEdit {
  return { range: toRange(lines, span), newText: text };
}

/** An edit with a tab stop at each place that is left to be written, `$1` first; the last of them is where typing goes on. */
export function toSnippetEdit(lines: Lines, edit: Edit, firstStop = 1): SnippetTextEdit {
  return { range: toRange(lines, edit.span), snippet: { kind: "snippet", value: toSnippet(edit, firstStop) } };
}

/** The text of an edit as a snippet: what is special in a snippet is escaped. */
export function toSnippet({ text, stops = [] }: Pick<Edit, "text" | "stops">, firstStop = 1): string {
  const parts = [0, ...stops].map((from, index) => escapeSnippet(text.slice(from, stops[index])));
  return parts.map((part, index) => (index === 0 ? part : `$${firstStop + index - 1}${part}`)).join("");
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}
