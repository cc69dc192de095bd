import stringWidth from "string-width";
import { sum } from "./grid.ts";
import { type CellFont, fontOf, type Role } from "./style.ts";

/** Units that never break across lines: a word or a character with the punctuation that must not begin or end a line. */
const PIECES =
  /[(（「『【〔［〈《“‘]*(?:[\w!-'*-/:;=?@~\u00c0-\u024f]+|[^\s])[)）」』】〕］〉》”’、。，．・：；？！ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々]*|\s/gu;

/** How many lines a text takes at a width in half-width characters. A full-width character counts as two. */
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
    // A unit longer than a line breaks anyway.
    lines += Math.ceil(length / width) - 1;
    used = length <= width ? length : length % width;
  }
  return lines;
}

const widths = new Map<string, number>();

/** In half-width characters. Ambiguous characters are wide, as in Japanese fonts. Cached: documents share many words. */
function widthOfText(text: string): number {
  const cached = widths.get(text);
  if (cached !== undefined) return cached;
  const width = stringWidth(text, { ambiguousIsNarrow: false });
  widths.set(text, width);
  return width;
}

/** In points: a row's padding. */
const PADDING = 3;
/** In points: the highest row that Excel accepts. */
const MAX_ROW_HEIGHT = 409;
/** In points, about a third of a page: the most that the first row of a cell over several rows grows for it. */
const MAX_FIRST_ROW_HEIGHT = 240;
/** The share of a line that we rely on, because spreadsheet programs measure text differently. */
const USABLE_SHARE = 0.96;
/** How much wider bold text is. */
const BOLD_FACTOR = 1.06;

/** The height in points that a text needs in a cell. The width is in half-width characters of the default font. */
export function heightOf(text: string, width: number, role: Role, cellFont: CellFont): number {
  const { size, bold } = fontOf(role, cellFont);
  const room = ((width * cellFont.font.size) / size / (bold ? BOLD_FACTOR : 1)) * USABLE_SHARE;
  return linesOf(text, Math.max(2, room)) * size * cellFont.line + PADDING;
}

/** Whether a text in the default font fits its cell on one line. */
export function fits(text: string, width: number): boolean {
  return linesOf(text, width * USABLE_SHARE) === 1;
}

/**
 * Row heights in points that give every cell enough room. The text of a cell over several rows fits into the first, because pages
 * break between rows; what exceeds the first row's limit is distributed evenly.
 */
export function heightsOf(
  minimum: readonly number[],
  cells: readonly { readonly top: number; readonly bottom: number; readonly height: number }[],
): number[] {
  const heights = [...minimum];
  for (const { top, height, bottom } of cells) {
    heights[top] = Math.max(heights[top] ?? 0, top === bottom ? height : Math.min(height, MAX_FIRST_ROW_HEIGHT));
  }
  for (const { top, bottom, height } of cells.toSorted((a, b) => a.bottom - a.top - (b.bottom - b.top))) {
    const missing = height - sum(heights.slice(top, bottom + 1));
    for (let row = top; row <= bottom && missing > 0; row++) heights[row] = (heights[row] ?? 0) + missing / (bottom - top + 1);
  }
  return heights;
}

/** Splits a row's height into rows that Excel accepts. */
export function partsOf(height: number): number[] {
  const count = Math.ceil(height / MAX_ROW_HEIGHT) || 1;
  // Whole pixels: 0.75 points each.
  return Array.from({ length: count }, () => Math.min(MAX_ROW_HEIGHT, Math.ceil(((height / count) * 4) / 3) * 0.75));
}
