import type { Source } from "../../core/yaml/source.ts";
import { type LexerToken, tokensOf } from "../../core/yaml/tokens.ts";
import type { Edit } from "../edits/edit.ts";
import { INDENT_WIDTH } from "./levels.ts";
import { isProperty, nesting } from "./tokens.ts";

/**
 * The edit that indents the blank line at an offset, just after Enter: one level deeper after a key without a value, otherwise in
 * the column of the block's keys or dashes. Empty inside a value, and where the line above does not determine the column.
 */
export function onTypeEdits({ text, lines }: Source, offset: number): Edit[] {
  const { line } = lines.position(offset);
  const start = lines.start(line);
  const blank = lines.text(line);
  if (line === 0 || /[^ \t]/.test(blank)) return [];
  const column = columnAfter(text.slice(0, start), lines.start(line - 1), text.slice(start));
  if (column === undefined || blank === " ".repeat(column)) return [];
  return [{ span: { start, end: start + blank.length }, text: " ".repeat(column) }];
}

/** The column of a new line from the line above it, which begins at `lineStart` and ends `text`; `rest` is the text after it. */
function columnAfter(text: string, lineStart: number, rest: string): number | undefined {
  const tokens = tokensOfLastLine(text, lineStart);
  const last = tokens.at(-1);
  if (!last || last.kind.startsWith("block-scalar") || text.slice(last.start, last.end).includes("\n")) return undefined;
  const columnOf = (token: LexerToken) => text.slice(lineStart, token.start).replace("\ufeff", "").length;
  const contentIndex = tokens.findIndex(({ kind }) => kind !== "seq-item-ind");
  const content = tokens[contentIndex];
  if (!content) return undefined;
  const dash = tokens[contentIndex - 1];
  const colonIndex = tokens.findIndex(
    ({ kind, isInFlow }, index) => index > contentIndex && kind === "map-value-ind" && !isInFlow,
  );
  if (colonIndex < 0) return dash && columnOf(dash);
  const keyColumn = columnOf(content);
  if (!tokens.slice(colonIndex + 1).every(isProperty)) return keyColumn;
  const nextColumn = /^(?:[^\S\n]*\n)*( *)(?=[^\s#])/.exec(rest)?.[1]?.length ?? 0;
  return nextColumn > keyColumn ? nextColumn : keyColumn + INDENT_WIDTH;
}

interface NestedToken extends LexerToken {
  readonly isInFlow: boolean;
}

/** The tokens of the last line without comments; none if the line begins or ends within a flow collection or a scalar. */
function tokensOfLastLine(text: string, lineStart: number): NestedToken[] {
  let depth = 0;
  const all = tokensOf(text).map((token): NestedToken => {
    const isInFlow = depth > 0;
    depth += nesting(token);
    return { ...token, isInFlow };
  });
  const tokens = all.filter(({ start, kind }) => start >= lineStart && kind !== "comment");
  const [first] = tokens;
  if (!first || first.isInFlow || depth > 0) return [];
  const beginsInToken =
    /[^ \ufeff]/.test(text.slice(lineStart, first.start)) || all.some(({ start, end }) => start < lineStart && end > lineStart);
  return beginsInToken ? [] : tokens;
}
