import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import { toRange } from "./convert.ts";
import { editorMessages } from "./messages/index.ts";
import type { View } from "./view.ts";

/** What stands for what an editor could not read. */
export const LOST = "\ufffd";

/** What is said of it, at the first character that is lost: until it is saved, nothing is. */
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
