import type { Cell, CellStyle, MergeRange, WriteSheet } from "hucre/xlsx";
import type { ReportDocument } from "../document.ts";
import { workbookMessages } from "../messages/workbook.ts";
import { type Block, type BlockCell, blocksOf } from "./blocks.ts";
import { choices } from "./choices.ts";
import { gridOf, sum, widthOf } from "./grid.ts";
import { heightOf, heightsOf, partsOf } from "./height.ts";
import { type WrittenCell, written } from "./links.ts";
import { type CellFont, FONTS, styleOf } from "./style.ts";
import { escaped, head, plain } from "./text.ts";

/** Between blocks, in points. */
const GAP = 9;
/** In points. A higher frozen area would leave too little of the table visible. */
const MAX_FROZEN = 180;
/** In inches. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 };

/** A sheet, with the rows that each printed page repeats. */
export interface DocumentSheet {
  readonly sheet: WriteSheet;
  readonly titles: string | undefined;
}

/** Lays out a document as a sheet to read, print on A4 and fill in. */
export function sheetOf(document: ReportDocument, name: string): DocumentSheet {
  const messages = workbookMessages[document.language];
  const cellFont = FONTS[document.language];
  const grid = gridOf(document);
  const stack = stacked(blocksOf(document, grid));
  const placedCells = stack.cells.flatMap((cell) => written(cell, grid, messages));
  const heights = heightsOf(
    stack.heights,
    placedCells.map(({ top, bottom, role, text, ...columns }) => ({
      top,
      bottom,
      height: heightOf(text, widthOf(columns, grid), role, cellFont),
    })),
  );
  // A row higher than Excel's limit becomes several rows with merged cells.
  const parts = heights.map(partsOf);
  const rows = parts.flat();
  const first = (row: number) => sum(parts.slice(0, row).map(({ length }) => length));
  const cells = placedCells.map((cell) => ({ ...cell, top: first(cell.top), bottom: first(cell.bottom + 1) - 1 }));
  const header = stack.header === undefined ? undefined : { top: first(stack.header), bottom: first(stack.header + 1) - 1 };
  const isFrozen = header && sum(rows.slice(0, header.bottom + 1)) <= MAX_FROZEN;
  return {
    sheet: {
      name,
      columns: grid.map((width) => ({ width: Math.round(width + 1) })),
      rowDefs: new Map(rows.map((height, row) => [row, { height }])),
      cells: new Map(cells.flatMap((cell) => covered(cell, cellFont))),
      merges: cells.filter(isMerged).map(mergeOf),
      dataValidations: choices(cells, messages),
      view: { showGridLines: false },
      ...(isFrozen && { freezePane: { rows: header.bottom + 1 } }),
      pageSetup: { paperSize: "a4", orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, margins: MARGINS },
      headerFooter: { oddFooter: footer(document.title) },
    },
    titles: header && `$${header.top + 1}:$${header.bottom + 1}`,
  };
}

/** Stacks blocks below each other, and finds the row of the table's header. */
function stacked(blocks: readonly Block[]) {
  const heights: number[] = [];
  const cells: BlockCell[] = [];
  let header: number | undefined;
  for (const block of blocks) {
    if (heights.length > 0) heights.push(GAP);
    const row = heights.length;
    if (block.isTable) header = row;
    heights.push(...block.heights);
    cells.push(...block.cells.map((cell) => ({ ...cell, top: row + cell.top, bottom: row + cell.bottom })));
  }
  return { heights, cells, header };
}

/** The sheet cells that one cell covers. The first has the content; all have the style, so that the border is complete. */
function covered(cell: WrittenCell, cellFont: CellFont): [string, Partial<Cell>][] {
  const { top, bottom, left, right, text, address } = cell;
  const style = styleOf({ ...cell, isLink: address !== undefined, isText: /^\s*[=+\-@＝＋－＠]/.test(text) }, cellFont);
  const styled: [string, Partial<Cell>][] = [];
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) styled.push([`${row},${column}`, { style }]);
  }
  return [...styled.slice(1), [`${top},${left}`, { style, ...valued(cell, style) }]];
}

/** The value as text, even if it looks like a number or a formula. */
function valued({ text, address }: WrittenCell, { font = {} }: CellStyle): Partial<Cell> {
  if (text === "") return {};
  // The library would write “#N/A” and the like as errors, but keeps rich text as text.
  const value = text.startsWith("#") ? { richText: [{ text: escaped(text), font }] } : { value: escaped(text) };
  return { ...value, ...(address !== undefined && { hyperlink: { target: address } }) };
}

function isMerged({ top, bottom, left, right }: WrittenCell): boolean {
  return top < bottom || left < right;
}

function mergeOf({ top, bottom, left, right }: WrittenCell): MergeRange {
  return { startRow: top, endRow: bottom, startCol: left, endCol: right };
}

/** The footer of each page: the title, the page number and the page count. */
function footer(title: string): string {
  const line = head(plain(title).replace(/\s+/g, " "), 100);
  return `&L${line.replaceAll("&", "&&")}&R&P / &N`;
}
