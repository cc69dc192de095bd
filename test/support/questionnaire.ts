import XLSX from "@e965/xlsx";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import { plain } from "../../server/src/core/yaml/node.ts";
import { parseSource } from "../../server/src/core/yaml/parse.ts";
import type { LanguageId } from "../../server/src/messages/language.ts";
import { BLANK, fill } from "../../server/src/questionnaire/fill.ts";
import { formOf } from "../../server/src/questionnaire/form.ts";
import type { Imported } from "../../server/src/questionnaire/imported.ts";
import { readForm } from "../../server/src/questionnaire/read.ts";
import { readWorkbook } from "../../server/src/questionnaire/xlsx/read.ts";
import { writeForm } from "../../server/src/questionnaire/xlsx/write.ts";
import { profileOf } from "../../server/src/questionnaire/yaml.ts";

const { format } = bundled;

/** The first profile of a text as plain data. */
export function dataOf(text: string): unknown {
  const [document] = parseSource(text).documents;
  return document?.root && plain(document.root);
}

/** Data without the values that state nothing: nulls and empty mappings. */
export function stated(data: unknown): unknown {
  if (Array.isArray(data)) return data.map((item) => stated(item) ?? null);
  if (typeof data !== "object" || data === null) return data ?? undefined;
  const entries = Object.entries(data).flatMap(([key, value]) => {
    const below = stated(value);
    return below === undefined ? [] : [[key, below] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** The file of a questionnaire, empty or filled in with data. */
export function questionnaireOf(data?: unknown, language: LanguageId = "ja", classification?: string): Promise<Uint8Array> {
  return writeForm(formOf(bundled, language, data === undefined ? BLANK : fill(format, data, language), classification));
}

let blank: Promise<Uint8Array> | undefined;

/** The empty questionnaire, written once for all who only read it. */
export function blankQuestionnaire(): Promise<Uint8Array> {
  blank ??= questionnaireOf();
  return blank;
}

/** What a file says, and the profile that is made of it. Throws where it is no questionnaire. */
export async function imported(bytes: Uint8Array, language: LanguageId = "ja"): Promise<Imported & { readonly text: string }> {
  const workbook = await readWorkbook(bytes);
  const form = "kind" in workbook ? workbook : readForm(bundled, workbook.grids, language);
  if ("kind" in form) throw new Error(JSON.stringify(form));
  return { ...form, text: profileOf(format, form, language, "回答.xlsx") };
}

/** Why a file is not a questionnaire; undefined if it is one. */
export async function importErrorOf(bytes: Uint8Array): Promise<unknown> {
  const workbook = await readWorkbook(bytes);
  const form = "kind" in workbook ? workbook : readForm(bundled, workbook.grids, "ja");
  return "kind" in form ? form : undefined;
}

/** Fills in a questionnaire with another library, as a spreadsheet program would. */
export class Filling {
  readonly book: XLSX.WorkBook;

  constructor(bytes: Uint8Array) {
    // a copy, because the library adds its own functions to the array
    this.book = XLSX.read(bytes.slice(), { type: "array", cellFormula: true });
  }

  sheet(name: string): XLSX.WorkSheet {
    const sheet = this.book.Sheets[name];
    if (!sheet) throw new Error(`no sheet ${name} in ${this.book.SheetNames.join(", ")}`);
    return sheet;
  }

  put(sheet: string, address: string, cell: XLSX.CellObject): void {
    const target = this.sheet(sheet);
    target[address] = cell;
    const range = XLSX.utils.decode_range(target["!ref"] ?? "A1");
    const { r, c } = XLSX.utils.decode_cell(address);
    range.e.r = Math.max(range.e.r, r);
    range.e.c = Math.max(range.e.c, c);
    target["!ref"] = XLSX.utils.encode_range(range);
  }

  write(sheet: string, address: string, text: string): void {
    this.put(sheet, address, { t: "s", v: text });
  }

  /** The address of the answer to a question, by index if it takes several. */
  answer(id: string, index = 0): string {
    const rows = this.marks("質問票").filter(({ text }) => text === id || text === `${id}[]`);
    const row = rows[index]?.row;
    if (row === undefined) throw new Error(`no question ${id} ${index}`);
    return XLSX.utils.encode_cell({ r: row, c: this.#columns("質問票").indexOf("=") });
  }

  /** The address of a cell in a table, by the index of the item and the mark of the column. */
  item(sheet: string, item: number, column: string, index = 0): string {
    const marks = this.marks(sheet);
    const head = Math.max(...marks.filter(({ text }) => text === "-").map(({ row }) => row));
    const columns = this.#columns(sheet).flatMap((mark, at) => (mark === column || mark === `${column}[]` ? [at] : []));
    const c = columns[index];
    if (c === undefined) throw new Error(`no column ${column} ${index}`);
    return XLSX.utils.encode_cell({ r: head + 1 + item, c });
  }

  /** The address of the cell that can state that a table is empty. */
  none(sheet: string): string {
    const row = this.marks(sheet).find(({ text }) => text === "[]")?.row;
    if (row === undefined) throw new Error(`${sheet} has no such cell`);
    return XLSX.utils.encode_cell({ r: row, c: 2 });
  }

  marks(sheet: string): { row: number; text: string }[] {
    return Object.entries(this.sheet(sheet)).flatMap(([address, cell]) =>
      /^A\d+$/.test(address) ? [{ row: XLSX.utils.decode_cell(address).r, text: String((cell as XLSX.CellObject).v ?? "") }] : [],
    );
  }

  bytes(): Uint8Array {
    return new Uint8Array(XLSX.write(this.book, { type: "array", bookType: "xlsx" }));
  }

  #columns(sheet: string): string[] {
    const [first = []] = XLSX.utils.sheet_to_json<string[]>(this.sheet(sheet), { header: 1, range: 0 });
    return Array.from(first, (text) => text ?? "");
  }
}
