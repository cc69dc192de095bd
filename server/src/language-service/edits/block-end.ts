import { isBlank } from "../../core/text/white-space.ts";
import { isMarker } from "../../core/yaml/alike-separators.ts";
import type { Lines } from "../../core/yaml/lines.ts";
import { contentEnd, ownEntries, type Span, type ValueNode } from "../../core/yaml/node.ts";
import type { Target } from "./target.ts";

/** Where new lines can be inserted behind a block. */
export interface BlockEnd {
  readonly offset: number;
  /** Whether a line begins there; otherwise one ends there. */
  readonly isLineStart: boolean;
}

/** A block scalar that keeps the blank lines behind it, as part of its value. */
const KEEPS_BLANK_LINES = /^[|>]\d?\+/;

/**
 * The end of a block whose lines begin at a column, of the blank lines that its last value keeps, and of the comments that belong
 * to it.
 */
export function endOfBlock({ text, lines }: Target, span: Span, value: ValueNode | undefined, column: number): BlockEnd {
  let { line } = lines.position(contentEnd(text, span));
  const start = value && lastLeaf(value).span.start;
  const isKeeping = start !== undefined && KEEPS_BLANK_LINES.test(text.slice(start, start + 3));
  if (isKeeping) while (lines.start(line + 1) < text.length && isBlank(lines.text(line + 1))) line++;
  const last = lastOwnLine(lines, line, column);
  const next = lines.start(line + 1);
  const isLineStart = isKeeping && last === line && /[\r\n]/.test(text[next - 1] ?? "");
  return { offset: isLineStart ? next : lines.end(last), isLineStart };
}

/** The last value in a value, in the order of the text. */
function lastLeaf(node: ValueNode): ValueNode {
  const last = node.kind === "map" ? ownEntries(node).at(-1)?.value : node.kind === "list" ? node.items.at(-1) : undefined;
  return last ? lastLeaf(last) : node;
}

/**
 * The last comment line below a line that belongs to the block above it, whose lines begin at a column: one that is deeper than the
 * line which follows the comments, or set apart from it by an empty line. The line itself if there is none.
 */
export function lastOwnLine(lines: Lines, line: number, column: number): number {
  const isWithin = (at: number) => isComment(lines.text(at)) && columnOf(lines.text(at)) >= column;
  let next = line + 1;
  while (next < lines.count && (isBlank(lines.text(next)) || isComment(lines.text(next)))) next++;
  const nextColumn = next < lines.count && !isMarker(lines.text(next)) ? columnOf(lines.text(next)) : -1;
  let own = line;
  for (let at = line + 1; at < next; at++) {
    if (isWithin(at) && columnOf(lines.text(at)) > nextColumn) own = at;
    else if (!isBlank(lines.text(at))) break;
  }
  let end = own + 1;
  while (end < next && isWithin(end)) end++;
  return end < next && isBlank(lines.text(end)) ? end - 1 : own;
}

/** The first of the comment lines in a column directly above a line that begins there; the line itself if there is none. */
export function firstOwnLine(lines: Lines, line: number, column: number): number {
  if (columnOf(lines.text(line)) !== column) return line;
  let first = line;
  while (first > 0 && isComment(lines.text(first - 1)) && columnOf(lines.text(first - 1)) === column) first--;
  return first;
}

const isComment = (line: string) => /^[ \t]*#/.test(line);
const columnOf = (line: string) => line.search(/[^ \t\r\n]/);
