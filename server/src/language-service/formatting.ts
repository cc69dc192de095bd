import type { Position, Range, TextEdit } from "vscode-languageserver";
import type { Source } from "../core/yaml/source.ts";
import { toTextEdit } from "./convert.ts";
import { formatEdits, rangeEdits } from "./formatting/format.ts";
import { onTypeEdits } from "./formatting/on-type.ts";

/** The character that triggers on-type formatting. */
export const FORMATTED_ON = "\n";

/** The edits that format a document. */
export function formatting(source: Source): TextEdit[] {
  return formatEdits(source).map((edit) => toTextEdit(source.lines, edit));
}

/** The edits that format a range. */
export function rangeFormatting(source: Source, { start, end }: Range): TextEdit[] {
  const { lines } = source;
  return rangeEdits(source, { start: lines.offset(start), end: lines.offset(end) }).map((edit) => toTextEdit(lines, edit));
}

/** The edit that indents a new line. */
export function onTypeFormatting(source: Source, position: Position, ch: string): TextEdit[] {
  const { lines } = source;
  if (ch !== FORMATTED_ON) return [];
  return onTypeEdits(source, lines.offset(position)).map((edit) => toTextEdit(lines, edit));
}
