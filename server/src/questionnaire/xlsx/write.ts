import {
  type Cell,
  type CellStyle,
  type CellValue,
  type ColumnDef,
  cellRef,
  colToLetter,
  type DataValidation,
  type MergeRange,
  type WriteOptions,
  type WriteSheet,
  writeXlsx,
} from "hucre/xlsx";
import stringWidth from "string-width";
import type { Form } from "../form.ts";
import { MARK, VERSION } from "../marks.ts";
import { questionnaireMessages } from "../messages/questionnaire.ts";
import { EACH } from "../outline.ts";
import type { FormCell, FormRow, FormSheet } from "../sheets/sheet.ts";
import { staticTexts } from "../static-texts.ts";

/** The name of the hidden sheet with the choices. */
const CHOICES = "choices";

/** The character set makes programs without Yu Gothic substitute another Japanese font. */
const FONT = { name: "Yu Gothic", size: 10, charset: 128, family: 3 };
/** A fixed date, so that the same questionnaire is the same bytes: the earliest that a ZIP file can hold. */
const DATE = new Date(Date.UTC(1980, 0, 1));
const HINT_SIZE = 8;
const INK = { rgb: "1F2933" };
const QUIET = { rgb: "5F6B7A" };
const ACCENT = { rgb: "0B4F6C" };
const LINE = { style: "thin", color: { rgb: "C4CCD4" } } as const;
const BOX = { style: "thin", color: { rgb: "8A97A6" } } as const;
const FILL = (rgb: string) => ({ type: "pattern", pattern: "solid", fgColor: { rgb } }) as const;
const ANSWER_FILL = FILL("FFF8DC");
const HEAD_FILL = FILL("E3EBF1");
const SECTION_FILL = FILL("F1F5F8");

/** Writes a questionnaire as an .xlsx file, without macros and without formulas in cells. */
export function writeForm(form: Form): Promise<Uint8Array> {
  const lists = new ChoiceLists();
  const sheets = form.sheets.map((sheet) => sheetOf(form, sheet, lists));
  return writeXlsx({
    sheets: [...sheets, lists.sheet(form)],
    properties: { title: form.title, created: DATE, modified: DATE },
    namedRanges: form.sheets.flatMap(repeatedHead),
    defaultFont: FONT,
    stringMode: "shared",
  });
}

/** Prints the head of a table on each page. Set as a name because the library does not quote sheet names. */
function repeatedHead({ name, rows }: FormSheet): NonNullable<WriteOptions["namedRanges"]> {
  const head = rows.findIndex(({ style }) => style === "head") + 2;
  if (head < 2) return [];
  return [{ name: "_xlnm.Print_Titles", range: `'${name.replaceAll("'", "''")}'!$${head}:$${head}`, scope: name }];
}

/** The lists of choices: each distinct list is a column of a hidden sheet. */
class ChoiceLists {
  readonly #lists = new Map<string, readonly string[]>();

  /** Adds a list unless it is there already. Returns its range as a formula. */
  place(choices: readonly string[]): string {
    const key = choices.join("\n");
    this.#lists.set(key, choices);
    const column = colToLetter([...this.#lists.keys()].indexOf(key) + 1);
    return `${CHOICES}!$${column}$2:$${column}$${choices.length + 1}`;
  }

  /** The hidden sheet. Its first column lists all static texts, by which an import recognises what users added. */
  sheet(form: Form): WriteSheet {
    const texts = new Set(staticTexts(form));
    const columns = [
      [`${MARK}/${VERSION} ${CHOICES}`, ...texts],
      ...[...this.#lists.values()].map((choices) => ["", ...choices]),
    ];
    const length = Math.max(...columns.map((column) => column.length));
    const rows = Array.from({ length }, (_, row) => columns.map((column): CellValue => column[row] || null));
    return { name: CHOICES, rows, hidden: true };
  }
}

function sheetOf(form: Form, sheet: FormSheet, lists: ChoiceLists): WriteSheet {
  const { kind, name, path, columns, rows } = sheet;
  const marker = [
    `${MARK}/${VERSION} ${kind}${path.length > 0 ? ` ${path.join(".")}` : ""}`,
    ...columns.slice(1).map(({ mark }) => mark),
  ];
  const table: CellValue[][] = [marker.map((mark) => mark || null)];
  const cells = new Map<string, Partial<Cell>>();
  const validations = new Map<string, { readonly validation: Omit<DataValidation, "range">; readonly ranges: string[] }>();
  for (const [index, row] of rows.entries()) {
    const at = index + 1;
    table.push([row.mark || null, ...columns.slice(1).map((_, column): CellValue => row.cells[column]?.text || null)]);
    for (const [column, cell] of fullWidthCells(row, columns.length - 1).entries()) {
      // empty cells need their style as well
      cells.set(`${at},${column + 1}`, {
        value: cell.text || null,
        type: cell.text ? "string" : "empty",
        style: styleOf(row, cell, sheet),
      });
      if (cell.input && cell.input.choices.length > 0) {
        const formula1 = lists.place(cell.input.choices);
        const key = `${formula1} ${cell.input.isOpen}`;
        const entry = validations.get(key) ?? { validation: validationOf(form, formula1, cell.input.isOpen), ranges: [] };
        validations.set(key, entry);
        entry.ranges.push(cellRef(at, column + 1));
      }
    }
  }
  const head = rows.findIndex(({ style }) => style === "head");
  return {
    name,
    rows: table,
    cells,
    columns: columns.map(({ width }, index): ColumnDef => (index === 0 ? { width, hidden: true } : { width })),
    rowDefs: rowDefsOf(sheet),
    merges: mergesOf(sheet),
    dataValidations: [...validations.values()].map(({ validation, ranges }) => ({
      ...validation,
      range: rangesOf(ranges).join(" "),
    })),
    ...(head >= 0 && kind !== "other" ? { freezePane: { rows: head + 2 } } : {}),
    pageSetup: {
      paperSize: "a4",
      orientation: kind === "guide" ? "portrait" : "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { top: 0.6, bottom: 0.6, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: "&L&A&R&P / &N" },
    view: { showGridLines: false, tabColor: tabOf(sheet) },
  };
}

/** Hides the row of marks, and makes each row as high as its text. The rows of one question share the height of its text. */
function rowDefsOf({ kind, rows, columns }: FormSheet): NonNullable<WriteSheet["rowDefs"]> {
  const defs: NonNullable<WriteSheet["rowDefs"]> = new Map([[0, { hidden: true }]]);
  for (let top = 0; top < rows.length; ) {
    const end = endOf(rows, top);
    const group = rows.slice(top, end);
    for (const [index, row] of group.entries()) {
      const heights = columns.slice(1).map(({ width }, column) => {
        const isShared = group[1]?.cells[column]?.isContinued === true;
        const { text = "" } = (isShared ? group[0] : row)?.cells[column] ?? {};
        return neededHeight(row.style, kind, text, width) / (isShared ? group.length : 1);
      });
      defs.set(top + index + 1, { height: Math.min(MAX_HEIGHT, Math.max(MIN_HEIGHTS[row.style], ...heights)) });
    }
    top = end;
  }
  return defs;
}

/** Row heights in points. */
const MAX_HEIGHT = 400;
const MIN_HEIGHTS: Readonly<Record<FormRow["style"], number>> = {
  title: 34,
  text: 18,
  section: 26,
  head: 22,
  hint: 16,
  item: 22,
};

function neededHeight(style: FormRow["style"], kind: FormSheet["kind"], text: string, width: number): number {
  // a text alone in its row overflows into the empty cells beside it
  const isAlone = style === "title" || style === "section" || (style === "text" && kind !== "guide");
  return isAlone || text === "" ? 0 : heightOf(text, width, style === "hint" ? HINT_SIZE : FONT.size);
}

/** The height of a text in points, given its column width in half-width characters. Generous, because programs measure differently. */
function heightOf(text: string, width: number, size: number): number {
  const room = (width * 0.92 * FONT.size) / size;
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(stringWidth(line) / room)), 0);
  return lines * size * 1.6 + 5;
}

/** The index after the last row of a question. */
function endOf(rows: readonly FormRow[], top: number): number {
  let end = top + 1;
  while (rows[end]?.cells.some(({ isContinued }) => isContinued)) end++;
  return end;
}

/** Merges cells with those that continue them. Never merges answers. */
function mergesOf({ rows }: FormSheet): MergeRange[] {
  const merges: MergeRange[] = [];
  for (let top = 0; top < rows.length; top = endOf(rows, top)) {
    const end = endOf(rows, top);
    for (const [column, { isContinued }] of (rows[top + 1]?.cells ?? []).entries()) {
      if (end - top > 1 && isContinued) merges.push({ startRow: top + 1, endRow: end, startCol: column + 1, endCol: column + 1 });
    }
  }
  return merges;
}

/** A row's cells. A heading gets empty ones up to the sheet's width, so that its style covers all of it. */
function fullWidthCells({ style, cells }: FormRow, count: number): readonly FormCell[] {
  const isHeading = style === "section" || style === "head" || style === "hint";
  return isHeading ? Array.from({ length: count }, (_, column) => cells[column] ?? { text: "" }) : cells;
}

/** Joins cells below each other into ranges, such as C3:C6. */
function rangesOf(refs: readonly string[]): string[] {
  const ranges: { readonly column: string; readonly first: number; last: number }[] = [];
  const sorted = refs
    .map((ref) => /^([A-Z]+)(\d+)$/.exec(ref))
    .flatMap((match) => (match ? [[match[1] ?? "", Number(match[2])] as const] : []));
  sorted.sort(([a, x], [b, y]) => (a === b ? x - y : a < b ? -1 : 1));
  for (const [column, row] of sorted) {
    const previous = ranges.at(-1);
    if (previous?.column === column && previous.last === row - 1) previous.last = row;
    else ranges.push({ column, first: row, last: row });
  }
  return ranges.map(({ column, first, last }) => (first === last ? `${column}${first}` : `${column}${first}:${column}${last}`));
}

function validationOf({ language }: Form, formula1: string, isOpen: boolean): Omit<DataValidation, "range"> {
  const [errorTitle, errorMessage] = questionnaireMessages[language].notAChoice;
  if (isOpen) return { type: "list", formula1, allowBlank: true, showErrorMessage: false };
  return { type: "list", formula1, allowBlank: true, showErrorMessage: true, errorStyle: "stop", errorTitle, errorMessage };
}

/** The tab colour: the sheets that the vendor fills in stand out. */
function tabOf({ kind, path }: FormSheet): { readonly rgb: string } {
  const isVendors = kind === "questions" || (kind === "list" && !path.includes(EACH));
  return isVendors ? { rgb: "E0A800" } : QUIET;
}

function styleOf({ style }: FormRow, { input, isContinued, isQuiet }: FormCell, { kind }: FormSheet): CellStyle {
  const top = { vertical: "top", wrapText: true } as const;
  switch (style) {
    case "title":
      return { font: { size: 16, bold: true, color: ACCENT }, alignment: { vertical: "center" } };
    case "text":
      return { font: { color: QUIET }, alignment: { vertical: "top", wrapText: kind === "guide" } };
    case "section":
      return {
        font: { size: 11, bold: true, color: ACCENT },
        ...(kind === "guide" ? {} : { fill: SECTION_FILL }),
        alignment: { vertical: "center" },
        border: { bottom: LINE },
      };
    case "head":
      return {
        font: { bold: true, color: INK },
        fill: HEAD_FILL,
        alignment: { vertical: "center", wrapText: true },
        border: { bottom: BOX },
      };
    case "hint":
      return { font: { size: HINT_SIZE, color: QUIET }, fill: HEAD_FILL, alignment: top, border: { bottom: BOX } };
    case "item":
      if (input) {
        return {
          font: { color: INK },
          fill: ANSWER_FILL,
          // the text format keeps Excel from converting what users type, such as =, numbers and dates
          numFmt: "@",
          alignment: top,
          border: { top: BOX, bottom: BOX, left: BOX, right: BOX },
        };
      }
      return {
        font: { color: isQuiet ? QUIET : INK },
        ...(kind === "other" ? { numFmt: "@" } : {}),
        alignment: top,
        ...(isContinued ? {} : { border: { top: LINE } }),
      };
  }
}
