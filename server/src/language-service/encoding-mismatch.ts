import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import { toRange } from "./convert.ts";
import { editorMessages } from "./messages/index.ts";
import type { View } from "./view.ts";

/** The replacement character, which an editor shows for bytes that it cannot decode. */
export const LOST = "\ufffd";

/** The diagnostic at the first undecodable character. Nothing is lost until the user saves the document. */
export function encodingMismatchDiagnostics({ analysis, language, encodingMismatch }: View, source: string): Diagnostic[] {
  if (!encodingMismatch) return [];
  const start = analysis.source.text.indexOf(LOST);
  return [
    {
      range: toRange(analysis.source.lines, { start, end: start + 1 }),
      severity: DiagnosticSeverity.Error,
      code: "file.unread",
      source,
      message: editorMessages[language].navigation.unread.encodingMismatch(encodingMismatch.encoding),
    },
  ];
}
