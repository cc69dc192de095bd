import { InsertTextMode } from "vscode-languageserver";
import { applyEdits, type Edit } from "../edits/edit.ts";
import type { View } from "../view.ts";

/** What accepting a choice changes. */
export interface ChoiceEdits {
  /** At the cursor, within its line. Its lines have the indentation that they shall have. */
  readonly edit: Edit;
  /** Before it on the same line. */
  readonly fixes: readonly Edit[];
}

/** The same, as a client has to be told. */
export interface Insertion extends ChoiceEdits {
  readonly isSnippet: boolean;
  readonly mode?: InsertTextMode;
}

/** Has every client make the same text of a choice, whatever it does to the indentation of further lines. */
export function insertionOf(choice: ChoiceEdits, { analysis: { source }, capabilities }: View): Insertion {
  const { edit, fixes } = choice;
  const { snippets, indentation, insertTextModes } = capabilities;
  if (indentation === "asTold") return { ...choice, isSnippet: snippets && hasStopWithin(edit), mode: InsertTextMode.asIs };
  if (!hasBreak(edit.text)) return inOneLine(choice, capabilities);
  const lineStart = source.lines.start(source.lines.position(edit.span.start).line);
  const present = source.text.slice(lineStart, edit.span.start);
  const before = applyEdits(
    present,
    fixes.map((fix) => shifted(fix, -lineStart)),
  );
  const indent = indentOf(before);
  const isSteady = indentOf(present) === indent;
  if (indentation === "unknown" && isSteady && indent === "") return { ...choice, isSnippet: false };
  const relative = indentation === "adjusted" && isSteady ? withoutIndent(edit, indent) : undefined;
  if (!relative) return inOneLine(withLinesBefore(choice, before, lineStart), capabilities);
  const mode = insertTextModes.includes(InsertTextMode.adjustIndentation) ? InsertTextMode.adjustIndentation : undefined;
  return { edit: relative, fixes, isSnippet: snippets, ...(mode === undefined ? {} : { mode }) };
}

/** Neovim inserts plain text only up to the first space, and Kate keeps the backslashes of a snippet. */
function inOneLine(choice: ChoiceEdits, { snippets, indentation }: View["capabilities"]): Insertion {
  const { text } = choice.edit;
  const isPlain = indentation === "unknown" && /[\\$}]/.test(text);
  return { ...choice, isSnippet: snippets && !isPlain && (text.includes(" ") || hasStopWithin(choice.edit)) };
}

/**
 * Makes all lines but the last an edit of their own, which no client indents.
 *
 * @param before the line up to the edit, with its fixes
 */
function withLinesBefore({ edit, fixes }: ChoiceEdits, before: string, lineStart: number): ChoiceEdits {
  const { span, stops = [] } = edit;
  // a client may take an empty text for none, so a last line without one is left to the user
  const trimmed = edit.text.trimEnd();
  const text = hasBreak(edit.text.slice(trimmed.length)) ? trimmed : edit.text;
  if (!hasBreak(text)) return { edit: { span, text }, fixes };
  const lastLine = text.length - (text.split(/[\r\n]/).at(-1) as string).length;
  const from = lastLine + indentOf(text.slice(lastLine)).length;
  return {
    edit: { span, text: text.slice(from), stops: stops.map((stop) => stop - from).filter((stop) => stop >= 0) },
    fixes: [{ span: { start: lineStart, end: span.start }, text: before + text.slice(0, from) }],
  };
}

/** The edit with its further lines indented relative to the first; undefined if one is indented less. */
function withoutIndent({ span, text, stops = [] }: Edit, indent: string): Edit | undefined {
  const further = [...text.matchAll(/\r\n|\r|\n/g)].map(({ index, 0: { length } }) => index + length);
  if (!further.every((start) => text.startsWith(indent, start))) return undefined;
  return {
    span,
    text: applyEdits(
      text,
      further.map((start) => ({ span: { start, end: start + indent.length }, text: "" })),
    ),
    stops: stops.map((stop) => stop - further.filter((start) => start < stop).length * indent.length),
  };
}

function hasBreak(text: string): boolean {
  return /[\r\n]/.test(text);
}

function hasStopWithin({ text, stops = [] }: Edit): boolean {
  return stops.some((stop) => stop < text.length);
}

function indentOf(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? "";
}

function shifted({ span: { start, end }, text }: Edit, by: number): Edit {
  return { span: { start: start + by, end: end + by }, text };
}
