import { zipSync } from "fflate";
import type { CellValue, Cell as Detail, Sheet } from "hucre/xlsx";
import { readXlsx } from "hucre/xlsx";
import type { Content } from "../answer.ts";
import { addressOf, type Grid, type GridCell, shown } from "../grid.ts";
import type { ImportError } from "../import-error.ts";
import { ImportFailure, unpack } from "./unzip.ts";

/** More than any questionnaire has. */
const MAX_SHEETS = 50;
const MAX_ROWS = 2000;
const MAX_COLUMNS = 100;
/** Programs give rows a style in which nothing stands. */
const MAX_EMPTY_ROWS = 10_000;
const MAX_WIDTHS = 500;
/** A text may stand in many cells, and be in the file once. */
const MAX_MEBICHARACTERS = 10;

/** The parts of a workbook in which words stand; the rest is not even unpacked. */
const WANTED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/)?(?:workbook\d*|sharedStrings|styles)\.xml(?:\.rels)?|xl\/worksheets\/(?:_rels\/)?[^/]+\.xml(?:\.rels)?|xl\/comments[^/]*\.xml|xl\/comments\/[^/]+\.xml|xl\/threadedComments\/[^/]+\.xml)$/i;
const PICTURES = /^xl\/(?:drawings\/drawing[^/]*\.xml|media\/)/i;

/** A workbook as its cells. */
export interface Workbook {
  readonly grids: readonly Grid[];
  /** Whether there are pictures or drawings, which are not read. */
  readonly hasPictures: boolean;
}

/** Reads an .xlsx file's cells. Nothing is unpacked before it is known to be small; a file that cannot be read is an importError. */
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
  const texts = new Map([...parts].map(([name, content]) => [name, decoded(content)]));
  const sheets = [...texts.values()].reduce((sum, xml) => sum + [...xml.matchAll(SHEETS)].length, 0);
  if (sheets > MAX_SHEETS) throw tooMany();
  for (const [name, xml] of texts) if (/^xl\/worksheets\/[^/]+\.xml$/i.test(name)) checkSize(xml);
  try {
    // packed anew without compression, of checked parts: its reader unpacks nothing by itself
    const { sheets } = await readXlsx(zipSync(Object.fromEntries(parts), { level: 0 }), {
      range: `A1:${addressOf(MAX_ROWS - 1, MAX_COLUMNS - 1)}`,
      readStyles: true,
    });
    return sheets;
  } catch (error) {
    // it throws for what breaks the format, and for what it does not know
    throw error instanceof ImportFailure ? error : new ImportFailure({ kind: "damaged" });
  }
}

/** The text of a part. What is in another encoding would be read as nothing. */
function decoded(content: Uint8Array): string {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(content);
    if (!text.includes("\0")) return text;
  } catch {
    // it is none either
  }
  throw new ImportFailure({ kind: "damaged" });
}

/** The tags that name sheets: several may name one part. */
const SHEETS = /<(?:[^\s<>/:]+:)?sheet[\s/>]/g;
/** The tags of rows, cells, and widths of columns. */
const TAGS = /<(?:[^\s<>/:]+:)?(row|c|col)(\s[^<>]*?)?(\/?)>/g;

/** A sheet is as large as its last cell, however few there are: looks where the cells stand that have something in them. */
function checkSize(xml: string): void {
  let row = 0;
  let column = 0;
  let rows = 0;
  let widths = 0;
  for (const [, tag, attributes = "", end] of xml.matchAll(TAGS)) {
    const [, letters = "", digits] = /\sr\s*=\s*["']([A-Za-z]*)(\d+)["']/.exec(attributes) ?? [];
    if (tag === "row") {
      rows++;
      row = Number(digits ?? row + 1);
      column = 0;
    } else if (tag === "col") {
      // each may be said of all columns there can be
      widths++;
    } else {
      // a cell that does not say where it is stands behind the one before
      column =
        letters === "" ? column + 1 : [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
      const last = Math.max(row, letters === "" ? 0 : Number(digits));
      if (end === "" && (last > MAX_ROWS || column > MAX_COLUMNS)) throw tooMany();
    }
    if (rows > MAX_EMPTY_ROWS || widths > MAX_WIDTHS) throw tooMany();
  }
}

function tooMany(): ImportFailure {
  return new ImportFailure({ kind: "too-many-cells", sheets: MAX_SHEETS, rows: MAX_ROWS, columns: MAX_COLUMNS });
}

function gridOf({ name, rows, cells = new Map(), merges = [], threadedComments = [] }: Sheet): Grid {
  // of cells that do not overlap, there are no more
  if (merges.length > MAX_ROWS) throw tooMany();
  const notes = new Map<string, string>();
  for (const [key, { comment }] of cells) if (comment) notes.set(key, comment.text);
  const threads = new Map<string, string[]>();
  for (const { ref, text } of threadedComments) if (ref) threads.set(ref, [...(threads.get(ref) ?? []), text]);
  const found: GridCell[] = [];
  const take = (row: number, column: number, content: Content) => {
    const key = `${row},${column}`;
    const note = threads.get(addressOf(row, column))?.join("\n") ?? notes.get(key);
    notes.delete(key);
    found.push({ row, column, content, ...(note === undefined ? {} : { note }) });
  };
  for (const [row, values] of rows.entries()) {
    for (const [column, value] of values.entries()) {
      const content = contentOf(value, cells.get(`${row},${column}`));
      if (content) take(row, column, content);
    }
  }
  // notes may be pinned to empty cells
  for (const key of [...notes.keys()]) {
    const [row = 0, column = 0] = key.split(",").map(Number);
    take(row, column, { kind: "text", text: "" });
  }
  return {
    name,
    cells: found,
    merges: merges.map(({ startRow, startCol, endRow, endCol }) => ({
      top: startRow,
      left: startCol,
      bottom: endRow,
      right: endCol,
    })),
  };
}

function contentOf(value: CellValue, detail: Detail | undefined): Content | undefined {
  if (detail?.formula !== undefined) return { kind: "formula", formula: detail.formula, shown: shownOf(value) };
  if (detail?.type === "error") return { kind: "error", shown: shownOf(value) };
  if (value === null || value === undefined) return undefined;
  if (typeof value === "string") return { kind: "text", text: value };
  if (typeof value === "number") return { kind: "number", number: value };
  if (typeof value === "boolean") return { kind: "boolean", value };
  const shown = seenOf(shownOf(value), detail?.style?.numFmt);
  // before, its calendar is not ours
  return { kind: "date", day: /^\d{4}-\d{2}-\d{2}$/.test(shown) && shown >= "1900-03-01" ? shown : undefined, shown };
}

/** As much of a day as its cell shows: what is hidden, the first of a month or this year, is the program's and nobody's answer. */
function seenOf(day: string, format: string | undefined): string {
  if (format === undefined || day.length !== "2026-10-01".length) return day;
  const codes = format.replace(/\[[^[\]]*\]|"[^"]*"|\\./g, "");
  if (!/d/i.test(codes)) return day.slice(0, 7);
  return /[yeg]/i.test(codes) ? day : day.slice(5);
}

/** A value as text: a day without its time where it has none. */
function shownOf(value: CellValue): string {
  if (value === null || value === undefined) return "";
  if (!(value instanceof Date)) return String(value);
  const iso = Number.isNaN(value.getTime()) ? "" : value.toISOString();
  return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : iso.replace("T", " ").slice(0, 16);
}
