import { zipSync } from "fflate";
import type { CellValue, Cell as Detail, Sheet } from "hucre/xlsx";
import { readXlsx } from "hucre/xlsx";
import { type Content, shown } from "../content.ts";
import { addressOf, type Grid, type GridCell } from "../grid.ts";
import type { ImportError } from "../import-error.ts";
import { damaged, ImportFailure } from "./import-failure.ts";
import { unpack } from "./unpack.ts";

/** Far above what a questionnaire needs. */
const MAX_SHEETS = 50;
const MAX_ROWS = 2000;
const MAX_COLUMNS = 100;
/** Spreadsheet programs also write rows that only have a style. */
const MAX_EMPTY_ROWS = 10_000;
const MAX_WIDTHS = 500;
/** Of all cells together: many cells can share one string of the file. */
const MAX_MEBICHARACTERS = 10;

/** The parts of a workbook that hold text. Nothing else is unpacked. */
const WANTED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/)?(?:workbook\d*|sharedStrings|styles)\.xml(?:\.rels)?|xl\/worksheets\/(?:_rels\/)?[^/]+\.xml(?:\.rels)?|xl\/comments[^/]*\.xml|xl\/comments\/[^/]+\.xml|xl\/threadedComments\/[^/]+\.xml)$/i;
const PICTURES = /^xl\/(?:drawings\/drawing[^/]*\.xml|media\/)/i;

/** The cells of a workbook, by sheet. */
export interface Workbook {
  readonly grids: readonly Grid[];
  /** Pictures and drawings are not read. */
  readonly hasPictures: boolean;
}

/** Reads the cells of an .xlsx file, or returns why it cannot. Checks sizes before it unpacks anything. */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook | ImportError> {
  try {
    let hasPictures = false;
    const parts = unpack(bytes, (name) => {
      if (PICTURES.test(name)) hasPictures = true;
      return WANTED.test(name);
    });
    const grids = (await sheetsOf(parts)).map(gridOf);
    const texts = grids.flatMap(({ cells }) => cells.map(({ content }) => shown(content).length));
    if (texts.reduce((sum, length) => sum + length, 0) > MAX_MEBICHARACTERS * 1024 * 1024) {
      throw new ImportFailure({ kind: "bomb", mebibytes: MAX_MEBICHARACTERS });
    }
    return { grids, hasPictures };
  } catch (error) {
    if (error instanceof ImportFailure) return error.importError;
    throw error;
  }
}

async function sheetsOf(parts: ReadonlyMap<string, Uint8Array>): Promise<readonly Sheet[]> {
  const texts = new Map([...parts].map(([name, content]) => [name, decode(content)]));
  const sheets = [...texts.values()].reduce((sum, xml) => sum + [...xml.matchAll(SHEETS)].length, 0);
  if (sheets > MAX_SHEETS) throw tooMany();
  for (const [name, xml] of texts) if (/^xl\/worksheets\/[^/]+\.xml$/i.test(name)) checkSheetSize(xml);
  try {
    // readXlsx takes only an archive: one of the checked parts keeps it from unpacking anything else
    const { sheets } = await readXlsx(zipSync(Object.fromEntries(parts), { level: 0 }), {
      range: `A1:${addressOf(MAX_ROWS - 1, MAX_COLUMNS - 1)}`,
      readStyles: true,
    });
    return sheets;
  } catch (error) {
    // readXlsx throws for invalid and for unsupported content alike
    throw error instanceof ImportFailure ? error : damaged();
  }
}

/** Decodes a part. Rejects other encodings than UTF-8, which readXlsx would read as an empty sheet. */
function decode(content: Uint8Array): string {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(content);
    if (!text.includes("\0")) return text;
  } catch {
    // not UTF-8
  }
  throw damaged();
}

/** Tags that declare a sheet. Several can refer to the same part. */
const SHEETS = /<(?:[^\s<>/:]+:)?sheet[\s/>]/g;
/** Tags of rows, cells and column widths. */
const TAGS = /<(?:[^\s<>/:]+:)?(row|c|col)(\s[^<>]*?)?(\/?)>/g;

/** Throws if a cell with content is too far out: readXlsx fills the rectangle up to the last cell, however few cells there are. */
function checkSheetSize(xml: string): void {
  let row = 0;
  let column = 0;
  let rowCount = 0;
  let widthCount = 0;
  for (const [, tag, attributes = "", end] of xml.matchAll(TAGS)) {
    const [, letters = "", digits] = /\sr\s*=\s*["']([A-Za-z]*)(\d+)["']/.exec(attributes) ?? [];
    if (tag === "row") {
      rowCount++;
      row = Number(digits ?? row + 1);
      column = 0;
    } else if (tag === "col") {
      // a single one can apply to all 16,384 columns
      widthCount++;
    } else {
      // a cell without an address follows the previous one
      column =
        letters === "" ? column + 1 : [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
      const lastRow = Math.max(row, letters === "" ? 0 : Number(digits));
      if (end === "" && (lastRow > MAX_ROWS || column > MAX_COLUMNS)) throw tooMany();
    }
    if (rowCount > MAX_EMPTY_ROWS || widthCount > MAX_WIDTHS) throw tooMany();
  }
}

function tooMany(): ImportFailure {
  return new ImportFailure({ kind: "too-many-cells", sheets: MAX_SHEETS, rows: MAX_ROWS, columns: MAX_COLUMNS });
}

function gridOf({ name, rows, cells = new Map(), merges = [], threadedComments = [] }: Sheet): Grid {
  // far more than a questionnaire has, and each costs time when answers are read
  if (merges.length > MAX_ROWS) throw tooMany();
  const notes = new Map<string, string>();
  for (const [key, { comment }] of cells) if (comment) notes.set(key, comment.text);
  const threads = new Map<string, string[]>();
  for (const { ref, text } of threadedComments) if (ref) threads.set(ref, [...(threads.get(ref) ?? []), text]);
  const gridCells: GridCell[] = [];
  const add = (row: number, column: number, content: Content) => {
    const key = `${row},${column}`;
    const note = threads.get(addressOf(row, column))?.join("\n") ?? notes.get(key);
    notes.delete(key);
    gridCells.push({ row, column, content, ...(note === undefined ? {} : { note }) });
  };
  for (const [row, values] of rows.entries()) {
    for (const [column, value] of values.entries()) {
      const content = contentOf(value, cells.get(`${row},${column}`));
      if (content) add(row, column, content);
    }
  }
  // empty cells can have notes as well
  for (const key of [...notes.keys()]) {
    const [row = 0, column = 0] = key.split(",").map(Number);
    add(row, column, { kind: "text", text: "" });
  }
  return {
    name,
    cells: gridCells,
    merges: merges.map(({ startRow, startCol, endRow, endCol }) => ({
      top: startRow,
      left: startCol,
      bottom: endRow,
      right: endCol,
    })),
  };
}

/** What a cell displays, and what of it is not struck through, whole or in part. */
function contentOf(value: CellValue, detail: Detail | undefined): Content | undefined {
  const content = displayedOf(value, detail);
  const isStruck = detail?.style?.font?.strikethrough === true;
  const runs = content?.kind === "text" ? detail?.richText : undefined;
  if (!content || content.kind === "formula" || !(isStruck || runs)) return content;
  // a run without a font of its own has the cell's
  const rest = runs?.filter(({ font }) => !(font ? font.strikethrough : isStruck)) ?? [];
  const text = content.kind === "text" ? content.text : shown(content);
  const standing = rest.map((run) => run.text).join("");
  return standing === text ? content : { kind: "text", text, standing };
}

function displayedOf(value: CellValue, detail: Detail | undefined): Content | undefined {
  if (detail?.formula !== undefined) return { kind: "formula", formula: detail.formula, shown: shownOf(value) };
  if (detail?.type === "error") return { kind: "error", shown: shownOf(value) };
  if (value === null || value === undefined) return undefined;
  if (typeof value === "string") return { kind: "text", text: value };
  if (typeof value === "number") return { kind: "number", number: value };
  if (typeof value === "boolean") return { kind: "boolean", value };
  const shown = shownOf(value);
  const day = displayedDate(shown.slice(0, "2026-10-01".length), detail?.style?.numFmt);
  // before this day, Excel counts a 29 February 1900 that never was
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && day >= "1900-03-01";
  return { kind: "date", day: isDay ? day : undefined, shown: shown.includes(" ") ? shown : day };
}

/**
 * The parts of a date that its cell displays. Typing 10/15 or 2026-10 makes Excel add the current year or the first of the month,
 * which nobody answered.
 */
function displayedDate(day: string, format: string | undefined): string {
  if (format === undefined || day === "") return day;
  const codes = format.replace(/\[[^[\]]*\]|"[^"]*"|\\./g, "");
  if (!/d/i.test(codes)) return day.slice(0, 7);
  return /[yeg]/i.test(codes) ? day : day.slice(5);
}

/** A value as text: a date as YYYY-MM-DD, followed by HH:MM unless the time is midnight. */
function shownOf(value: CellValue): string {
  if (value === null || value === undefined) return "";
  if (!(value instanceof Date)) return String(value);
  const iso = Number.isNaN(value.getTime()) ? "" : value.toISOString();
  return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : iso.replace("T", " ").slice(0, 16);
}
