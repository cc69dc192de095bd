import type { Span } from "../../core/yaml/node.ts";
import { isGap, lineEnd, skipGap } from "./cursor-scanner.ts";

/** Where the document begins and ends that an offset lies in, its marks not included. */
export function boundsOf(text: string, offset: number): Span {
  let mark = lineStart(text, offset);
  while (mark > 0 && !isMark(text, mark)) mark = mark < 2 ? 0 : text.lastIndexOf("\n---", mark - 2) + 1;
  const behind = lineEnd(text, mark);
  const start = isMark(text, mark) ? behind + (text.startsWith("\r\n", behind) ? 2 : 1) : 0;
  let end = text.indexOf("\n---", offset) + 1;
  while (end > 0 && !isMark(text, end)) end = text.indexOf("\n---", end) + 1;
  return { start, end: end > 0 ? end : text.length + 1 };
}

/** Whether a line begins a document. */
function isMark(text: string, at: number): boolean {
  return text.startsWith("---", at) && (at + 3 >= text.length || /\s/.test(text[at + 3] as string));
}

/** The start of the line that an offset lies in. */
export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] !== "\n" && text[at - 1] !== "\r") at--;
  return at;
}

/** Lines before the cursor that are all read; of those further off, only the ones that may hold it. */
const NEAR = 500;

/**
 * The starts of the lines that tell where the cursor is: back to the last line at which nothing is open, which is a key or a
 * bracket in the first column.
 */
export function linesAbove(text: string, from: number, limit: number): number[] {
  const lines: number[] = [];
  let least = Number.POSITIVE_INFINITY;
  let isLeastDash = false;
  for (let at = from; at > limit && !beginsSection(text, at); ) {
    at = Math.max(at < 2 ? 0 : text.lastIndexOf("\n", at - 2) + 1, limit);
    const first = skipGap(text, at, text.length);
    const column = first - at;
    const isDash = text[first] === "-";
    const isNothing = /[\r\n#\]}]/.test(text[first] ?? "#");
    const holds = !isNothing && (column < least || (column === least && isLeastDash && !isDash));
    if (holds) {
      least = column;
      isLeastDash = isDash;
    }
    if (holds || lines.length < NEAR) lines.push(at);
  }
  return lines.reverse();
}

/** Whether a line begins in the first column, with what is no item and no end of brackets. */
function beginsSection(text: string, at: number): boolean {
  const char = text[at] ?? " ";
  if (isGap(char)) return false;
  return char === "-" ? !/\s/.test(text[at + 1] ?? " ") : !/[\s#\]}]/.test(char);
}
