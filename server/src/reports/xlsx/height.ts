import stringWidth from "string-width";
import { sum } from "./grid.ts";
import { type CellFont, fontOf, type Role } from "./style.ts";

/** What is never torn apart at the end of a line: a word, a character, each with the marks that must not begin or end a line. */
const PIECES =
  /[(（「『【〔［〈《“‘]*(?:[\w!-'*-/:;=?@~\u00c0-\u024f]+|[^\s])[)）」』】〕］〉》”’、。，．・：；？！ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々]*|\s/gu;

/** How many lines a text takes where each holds so many half-width characters. A full-width character counts as two. */
export function linesOf(text: string, width: number): number {
  return text.split("\n").reduce((lines, line) => lines + wrapped(line, width), 0);
}

function wrapped(line: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const [piece] of line.matchAll(PIECES)) {
    const length = widthOfText(piece);
    if (used + length <= width) {
      used += length;
      continue;
    }
    if (/^\s/.test(piece)) continue;
    if (used > 0) lines += 1;
    // what is longer than a line is torn after all
    lines += Math.ceil(length / width) - 1;
    used = length <= width ? length : length % width;
  }
  return lines;
}

const widths = new Map<string, number>();

/** In half-width characters, as in a Japanese font: what may be of either width is wide there. Reckoned once: documents share their words. */
function widthOfText(text: string): number {
  const cached = widths.get(text);
  if (cached !== undefined) return cached;
  const width = stringWidth(text, { ambiguousIsNarrow: false });
  widths.set(text, width);
  return width;
}

/** Row heights in points: what a row has besides its lines, and what Excel takes at most. */
const ROOM = 3;
const HIGHEST = 409;
/** About a third of a page. */
const MAX_OF_FIRST = 240;
/** Excel and others do not measure alike: some of a line is not counted upon. */
const CERTAIN = 0.96;
const BOLD = 1.06;

/** How high a text's cell must be, given its width in half-width characters of the usual font. */
export function heightOf(text: string, width: number, role: Role, face: CellFont): number {
  const { size, bold } = fontOf(role, face);
  const room = ((width * face.font.size) / size / (bold ? BOLD : 1)) * CERTAIN;
  return linesOf(text, Math.max(2, room)) * size * face.line + ROOM;
}

/** Whether a text of the usual font is one line in its cell. */
export function fits(text: string, width: number): boolean {
  return linesOf(text, width * CERTAIN) === 1;
}

/**
 * The heights of rows such that every cell has room. What a cell of several rows holds has room in the first, for pages end between
 * rows; what is too much for that is shared out evenly.
 */
export function heightsOf(
  least: readonly number[],
  cells: readonly { readonly top: number; readonly bottom: number; readonly height: number }[],
): number[] {
  const heights = [...least];
  for (const { top, height, bottom } of cells) {
    heights[top] = Math.max(heights[top] ?? 0, top === bottom ? height : Math.min(height, MAX_OF_FIRST));
  }
  for (const { top, bottom, height } of cells.toSorted((a, b) => a.bottom - a.top - (b.bottom - b.top))) {
    const missing = height - sum(heights.slice(top, bottom + 1));
    for (let row = top; row <= bottom && missing > 0; row++) heights[row] = (heights[row] ?? 0) + missing / (bottom - top + 1);
  }
  return heights;
}

/** The heights of the rows that make one, as Excel takes them. */
export function partsOf(height: number): number[] {
  const count = Math.ceil(height / HIGHEST) || 1;
  // whole pixels
  return Array.from({ length: count }, () => Math.min(HIGHEST, Math.ceil(((height / count) * 4) / 3) * 0.75));
}
