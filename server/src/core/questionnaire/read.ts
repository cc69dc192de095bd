import { parse } from "yaml";
import type { Bundle } from "../analyze.ts";
import type { Path } from "../document/node.ts";
import type { LanguageId } from "../messages/language.ts";
import { type AnswerKind, questionnaireWords } from "../messages/questionnaire.ts";
import { type Field, type Format, fieldAt } from "../schema/format.ts";
import { normalize } from "../schema/normalize.ts";
import type { Bilingual } from "../standard/standard.ts";
import { type Content, choicesOf, kindOf, readAnswer, saysNone, type Value } from "./answer.ts";
import { isMapping } from "./fill.ts";
import {
  ANSWER,
  formOf,
  idOf,
  MARK,
  MORE,
  NONE,
  POINTER,
  REMARK,
  type SheetKind,
  STATIC,
  staticTexts,
  VERSION,
  YAML,
} from "./form.ts";
import type { Obstacle } from "./obstacle.ts";
import { EACH, type KeyedTable, type ListTable, outlineOf, type Question } from "./outline.ts";
import type { Trouble } from "./trouble.ts";

/** A sheet of a spreadsheet, as far as something stands in it. Rows and columns count from 0. */
export interface Grid {
  readonly name: string;
  readonly cells: readonly GridCell[];
  readonly merges: readonly { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }[];
}

export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly content: Content;
  /** What is pinned to it. */
  readonly note?: string;
}

/** What is to stand in a comment: at a fact, or at the end. */
export interface Remark {
  readonly path?: Path;
  readonly sheet: string;
  readonly address: string;
  readonly kind: "remark" | "note";
  readonly text: string;
}

/** What a questionnaire says. */
export interface Imported {
  /** The profile as plain data; null where an answer could not be read. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly troubles: readonly Trouble[];
  readonly remarks: readonly Remark[];
}

/** Reads a filled-in questionnaire, whatever was done to its sheets; what cannot be read as an answer is told, never guessed. */
export function readForm(bundle: Bundle, grids: readonly Grid[], language: LanguageId): Imported | Obstacle {
  const marked = grids.map((grid) => ({ grid, mark: markOf(grid) }));
  const version = marked.flatMap(({ mark }) => (mark && mark.version !== VERSION ? [mark.version] : []))[0];
  if (version !== undefined) return { kind: "version", version };
  if (!marked.some(({ mark }) => mark && mark.kind !== "choices")) {
    return { kind: "foreign", sheets: grids.map(({ name }) => name) };
  }
  const reader = new Reader(bundle.format, textsOf(marked) ?? textsOfForms(bundle), language);
  for (const { grid, mark } of marked) if (mark?.kind !== "other") reader.sheet(grid, mark);
  reader.settle();
  for (const { grid, mark } of marked) if (mark?.kind === "other") reader.sheet(grid, mark);
  return reader.result(grids.map(({ name }) => name));
}

/** Where a sheet's marks begin, and what the sheet is. */
interface Mark {
  readonly version: string;
  readonly kind: SheetKind;
  readonly path: readonly string[];
  readonly row: number;
  readonly column: number;
}

/** Rows and columns may have been put before it. */
function markOf({ cells }: Grid): Mark | undefined {
  for (const { row, column, content } of cells) {
    if (row > 20 || column > 5 || content.kind !== "text") continue;
    const match = new RegExp(`^${MARK}/(\\S+) (\\w+)(?: (\\S+))?$`).exec(content.text.trim());
    if (!match) continue;
    const [, version = "", kind = "", path] = match;
    return { version, kind: kind as SheetKind, path: path === undefined ? [] : path.split("."), row, column };
  }
  return undefined;
}

/** The texts that are only to be read, as the file lists them; undefined where that sheet has gone. */
function textsOf(marked: readonly { readonly grid: Grid; readonly mark: Mark | undefined }[]): ReadonlySet<string> | undefined {
  const found = marked.find(({ mark }) => mark?.kind === "choices");
  if (!found) return undefined;
  const { grid, mark } = found;
  return new Set(
    grid.cells.filter(({ row, column }) => column === mark?.column && row > mark.row).map(({ content }) => shown(content)),
  );
}

const allTexts = new WeakMap<Bundle, ReadonlySet<string>>();

/** The texts that are only to be read in any questionnaire that is written now. */
function textsOfForms(bundle: Bundle): ReadonlySet<string> {
  const known = allTexts.get(bundle);
  if (known) return known;
  const classes = [undefined, ...Object.keys(bundle.standard.classes)];
  const languages = Object.keys(questionnaireWords) as LanguageId[];
  const forms = languages.flatMap((language) => classes.map((name) => formOf(bundle, language, undefined, name)));
  const texts = new Set(forms.flatMap(staticTexts));
  allTexts.set(bundle, texts);
  return texts;
}

/** Whatever may stand in the rows and columns that are not shown, but for the places of items. */
function marksOf(format: Format): ReadonlySet<string> {
  const { sections, tables, keyed } = outlineOf(format);
  const lists = [...tables, ...keyed, ...keyed.flatMap(({ lists }) => lists)];
  const questions = [...sections.flatMap(({ questions }) => questions), ...lists.flatMap(({ columns }) => columns)];
  return new Set([
    ...["", STATIC, ANSWER, REMARK, NONE, MORE, EACH, POINTER, YAML],
    ...keyed.flatMap(({ keys }) => keys),
    ...questions.map(idOf),
  ]);
}

/** A cell's content as a person sees it. */
export function shown(content: Content): string {
  switch (content.kind) {
    case "text":
      return content.text.trim();
    case "number":
      return String(content.number);
    case "boolean":
      return content.value ? "TRUE" : "FALSE";
    default:
      return content.shown;
  }
}

/** Whether nothing stands in a cell. A formula is something, whatever it shows. */
function isBlank(content: Content): boolean {
  return content.kind === "text" && content.text.trim() === "";
}

/** The address of a cell: C5. */
export function addressOf(row: number, column: number): string {
  let letters = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return `${letters}${row + 1}`;
}

/** A sheet with its marks. */
interface Marked {
  readonly grid: Grid;
  readonly mark: Mark;
  readonly rowMarks: ReadonlyMap<number, string>;
  readonly columnMarks: ReadonlyMap<number, string>;
  /** The cells that are neither blank nor marks, by rows. */
  readonly rows: readonly (readonly [row: number, cells: readonly GridCell[]])[];
}

/** Cells of one sheet. */
interface Found {
  readonly sheet: Marked;
  readonly cells: GridCell[];
}

/** What the sheets say to a question. */
interface Answer {
  readonly question: Question;
  readonly path: Path;
  readonly found: Found[];
}

/** An item of a list, with the remarks in its row. */
interface Item extends Found {
  readonly remarks: readonly GridCell[];
}

/** What the sheets say of a list. */
interface Rows {
  readonly table: ListTable;
  /** Where there is a list for each name. */
  readonly keyed: KeyedTable | undefined;
  readonly columns: ReadonlyMap<string, Question>;
  readonly items: Item[];
  /** Where it is said that there are none. */
  readonly denials: Found[];
  /** Whether something stands where that may be said. */
  isUnclear: boolean;
}

class Reader {
  readonly #format: Format;
  readonly #texts: ReadonlySet<string>;
  readonly #marks: ReadonlySet<string>;
  readonly #language: LanguageId;
  readonly #facts: Record<string, unknown> = {};
  readonly #troubles: Trouble[] = [];
  readonly #remarks: Remark[] = [];
  /** The cells to which something is pinned, with what they are about. */
  readonly #notes = new Map<GridCell, { readonly grid: Grid; path?: Path }>();
  /** The answers to the questions, by their paths: a sheet may have been copied. */
  readonly #answers = new Map<string, Answer>();
  readonly #lists = new Map<string, Rows>();
  /** Where the items of the lists have come to stand, by where they stood. */
  readonly #moved = new Map<string, Path>();

  constructor(format: Format, texts: ReadonlySet<string>, language: LanguageId) {
    this.#format = format;
    this.#texts = texts;
    this.#marks = marksOf(format);
    this.#language = language;
  }

  /** What was read, in the order of the sheets. */
  result(sheets: readonly string[]): Imported {
    for (const [name, { const: value }] of Object.entries(this.#format.root.properties ?? {})) {
      if (value !== undefined && !Object.hasOwn(this.#facts, name)) this.#facts[name] = value;
    }
    const notes = [...this.#notes].map(
      ([{ row, column, note = "" }, { grid, path }]): Remark => ({
        kind: "note",
        sheet: grid.name,
        address: addressOf(row, column),
        text: note,
        ...(path && { path }),
      }),
    );
    // what is remarked where nothing is stated has a place as well
    for (const { path } of [...this.#remarks, ...notes]) if (path) this.#place(path, null);
    const order = new Map(sheets.map((name, index) => [name, index]));
    const bySheet = (a: { sheet: string }, b: { sheet: string }) => (order.get(a.sheet) ?? 0) - (order.get(b.sheet) ?? 0);
    return { facts: this.#facts, troubles: this.#troubles.sort(bySheet), remarks: [...this.#remarks, ...notes].sort(bySheet) };
  }

  /** Takes in what stands in a sheet. */
  sheet(grid: Grid, mark: Mark | undefined): void {
    for (const cell of grid.cells) if (cell.note) this.#notes.set(cell, { grid });
    if (!mark) this.#unknown(grid);
    if (!mark || mark.kind === "choices") return;
    const isMark = ({ row, column }: GridCell) => row === mark.row || column === mark.column;
    const marks = grid.cells.filter(isMark);
    const sheet: Marked = {
      grid,
      mark,
      rowMarks: new Map(marks.filter(({ row }) => row !== mark.row).map(({ row, content }) => [row, shown(content)])),
      columnMarks: new Map(
        marks.filter(({ column }) => column !== mark.column).map(({ column, content }) => [column, shown(content)]),
      ),
      rows: byRows(grid.cells.filter((cell) => !isMark(cell))),
    };
    for (const cell of marks) {
      const isOurs = (cell.row === mark.row && cell.column === mark.column) || this.#marks.has(shown(cell.content));
      if (!isOurs && !isPlace(shown(cell.content))) this.#unplaced(sheet, cell, undefined);
    }
    this.#merges(sheet);
    if (mark.kind === "questions") this.#questions(sheet);
    else if (mark.kind === "list") this.#list(sheet);
    else if (mark.kind === "keyed") this.#keyed(sheet);
    else if (mark.kind === "other") this.#other(sheet);
    else for (const [, cells] of sheet.rows) for (const cell of cells) this.#static(sheet, cell);
  }

  /** States what all sheets together say. */
  settle(): void {
    for (const { question, found, path } of this.#answers.values()) this.#answer(question, found, path);
    for (const { table, keyed, columns, items, denials, isUnclear } of this.#lists.values()) {
      const { path, field } = table;
      if (items.length > 0 && denials.length > 0) {
        this.#contradiction([...denials, ...items], path, field.title);
        for (const { sheet, remarks } of items) for (const cell of remarks) this.#remark(sheet, cell, path);
        this.#put(path, null);
      } else if (denials.length > 0) this.#put(path, []);
      else if (items.length > 0) for (const item of items) this.#item(item, columns, path, keyed);
      else if (isUnclear) this.#put(path, null);
    }
  }

  /** A sheet that is none of ours: all that stands in it is kept, row by row. */
  #unknown(grid: Grid): void {
    for (const [, cells] of byRows(grid.cells)) {
      const stated = cells.filter(({ content }) => !isBlank(content));
      const [first] = stated;
      const last = stated.at(-1);
      if (!first || !last) continue;
      const address = addressOf(first.row, first.column) + (first === last ? "" : `:${addressOf(last.row, last.column)}`);
      const found = stated.map(({ content }) => withFormula(content)).join(" | ");
      this.#troubles.push({ kind: "unplaced", sheet: grid.name, address, found });
    }
  }

  #questions(sheet: Marked): void {
    const { sections } = outlineOf(this.#format);
    const questions = byId(sections.flatMap(({ questions }) => questions));
    const marks = between(sheet);
    for (const [row, cells] of sheet.rows) {
      const id = marks.get(row) ?? "";
      const question = questions.get(id);
      for (const cell of cells) {
        const column = sheet.columnMarks.get(cell.column);
        if (id === STATIC || column === STATIC) this.#static(sheet, cell);
        else if (question && column === REMARK) this.#remark(sheet, cell, question.path);
        else if (question && column === ANSWER) this.#given(sheet, question, cell, question.path);
        else this.#unplaced(sheet, cell, question?.path);
      }
    }
  }

  /** An answer, until all sheets have been seen. */
  #given(sheet: Marked, question: Question, cell: GridCell, path: Path): void {
    this.#about(cell, path);
    if (isBlank(cell.content)) return;
    const id = path.join(".");
    const answer: Answer = this.#answers.get(id) ?? { question, path, found: [] };
    this.#answers.set(id, answer);
    const own = answer.found.find((found) => found.sheet === sheet);
    if (own) own.cells.push(cell);
    else answer.found.push({ sheet, cells: [cell] });
  }

  #list(sheet: Marked): void {
    const { tables, keyed } = outlineOf(this.#format);
    const id = sheet.mark.path.join(".");
    const isIt = ({ path }: ListTable) => path.join(".") === id;
    const home = keyed.find(({ lists }) => lists.some(isIt));
    const table = tables.find(isIt) ?? home?.lists.find(isIt);
    if (!table) {
      this.#unknown(sheet.grid);
      return;
    }
    const rows: Rows = this.#lists.get(id) ?? {
      ...{ table, keyed: home, columns: byId(table.columns) },
      ...{ items: [], denials: [], isUnclear: false },
    };
    this.#lists.set(id, rows);
    // what was put above the table is none of its items
    const head = Math.max(...[...sheet.rowMarks].map(([row, mark]) => (mark === STATIC ? row : -1)));
    for (const [row, cells] of sheet.rows) {
      const mark = sheet.rowMarks.get(row) ?? "";
      if (mark === STATIC) for (const cell of cells) this.#static(sheet, cell);
      else if (mark === NONE && !home) this.#denial(sheet, cells, rows);
      else if (isPlace(mark) || (head >= 0 && row > head)) this.#row(sheet, cells, rows);
      else if (!cells.every(({ content }) => this.#isKnown(content)))
        for (const cell of cells) this.#unplaced(sheet, cell, undefined);
    }
  }

  /** The row that may say that a list has nothing in it. */
  #denial(sheet: Marked, cells: readonly GridCell[], rows: Rows): void {
    const { path, field } = rows.table;
    for (const cell of cells) {
      this.#about(cell, path);
      if (saysNone(this.#format, field, cell.content)) rows.denials.push({ sheet, cells: [cell] });
      else if (!this.#isKnown(cell.content)) {
        rows.isUnclear = true;
        this.#unread(sheet, cell, path, field.title, "choice", [questionnaireWords[this.#language].none]);
      }
    }
  }

  /** A row of a list: an item if it has an answer. What is none is told, or kept as a remark. */
  #row(sheet: Marked, cells: readonly GridCell[], { table: { path }, keyed, columns, items }: Rows): void {
    const markOf = ({ column }: GridCell) => sheet.columnMarks.get(column) ?? "";
    const stated = cells.filter(({ content }) => !isBlank(content));
    const isItem = stated.some((cell) => columns.has(markOf(cell)));
    const own = isItem ? stated.filter((cell) => columns.has(markOf(cell)) || (keyed && markOf(cell) === EACH)) : [];
    const remarks = cells.filter((cell) => markOf(cell) === REMARK);
    if (isItem) items.push({ sheet, cells: own, remarks });
    const home = keyed ? keyed.path : path;
    for (const cell of cells) {
      if (own.includes(cell)) this.#about(cell, home);
      else if (!remarks.includes(cell)) this.#unplaced(sheet, cell, home);
      else if (!isItem) this.#remark(sheet, cell, home);
    }
  }

  #item(
    { sheet, cells, remarks }: Item,
    columns: ReadonlyMap<string, Question>,
    path: readonly string[],
    keyed: KeyedTable | undefined,
  ): void {
    const named = cells.find(({ column }) => sheet.columnMarks.get(column) === EACH);
    const key = keyed && named && this.#key(keyed, named.content);
    if (keyed && key === undefined) {
      for (const cell of cells) {
        const found = withFormula(cell.content);
        this.#troubles.push({ ...this.#cell(sheet, cell), found, kind: "keyless", path: keyed.path });
      }
      for (const cell of remarks) this.#remark(sheet, cell, keyed.path);
      return;
    }
    const list = path.map((step) => (step === EACH ? (key as string) : step));
    const items = this.#at(list);
    const index = Array.isArray(items) ? items.length : 0;
    const place: Path = [...list, index];
    this.#put(place, {});
    const mark = sheet.rowMarks.get(cells[0]?.row ?? -1) ?? "";
    if (isPlace(mark) && !this.#moved.has(mark.slice(1))) this.#moved.set(mark.slice(1), place);
    for (const [id, column] of columns) {
      const own = cells.filter((cell) => sheet.columnMarks.get(cell.column) === id);
      if (own.length > 0) this.#answer(column, [{ sheet, cells: own }], [...place, ...column.path]);
    }
    if (named) this.#about(named, place);
    for (const cell of remarks) this.#remark(sheet, cell, place);
  }

  #keyed(sheet: Marked): void {
    const table = outlineOf(this.#format).keyed.find(({ path }) => path.join(".") === sheet.mark.path.join("."));
    if (!table) {
      this.#unknown(sheet.grid);
      return;
    }
    const columns = new Map(table.columns.map((column) => [column.path.join("."), column]));
    for (const [row, cells] of sheet.rows) {
      const key = sheet.rowMarks.get(row) ?? "";
      for (const cell of cells) {
        const mark = sheet.columnMarks.get(cell.column) ?? "";
        const column = columns.get(mark);
        if (key === STATIC || mark === STATIC) this.#static(sheet, cell);
        else if (column?.keys.has(key)) this.#given(sheet, column, cell, [...table.path, key, ...column.path]);
        else this.#unplaced(sheet, cell, table.path);
      }
    }
  }

  /** What had no cell of its own goes back to where it was. */
  #other(sheet: Marked): void {
    const pieces: { readonly pointer: GridCell; readonly cells: GridCell[] }[] = [];
    for (const [row, cells] of sheet.rows) {
      const mark = sheet.rowMarks.get(row) ?? "";
      const at = (name: string) => cells.find(({ column }) => sheet.columnMarks.get(column) === name);
      const pointer = mark === MORE ? undefined : at(POINTER);
      const yaml = at(YAML);
      const piece = mark === MORE ? pieces.at(-1) : pointer && { pointer, cells: [] };
      const isRead = mark !== STATIC && piece && yaml;
      if (isRead) piece.cells.push(yaml);
      if (isRead && pointer) pieces.push(piece);
      for (const cell of cells) {
        if (mark === STATIC) this.#static(sheet, cell);
        else if (!isRead || (cell !== pointer && cell !== yaml)) this.#unplaced(sheet, cell, undefined);
      }
    }
    for (const { pointer, cells } of pieces) {
      const steps = stepsOf(shown(pointer.content));
      const value = readYaml(cells.map(({ content }) => (content.kind === "text" ? content.text : shown(content))).join(""));
      const path = steps && this.#movedTo(steps);
      const isStated = [pointer, ...cells].every(({ content }) => content.kind !== "formula");
      if (isStated && path && value && this.#place(path, value.value)) continue;
      for (const cell of [pointer, ...cells]) this.#unplaced(sheet, cell, undefined);
    }
  }

  /** An item may stand elsewhere than it did; undefined where it has gone. */
  #movedTo(steps: readonly string[]): Path | undefined {
    const path: (string | number)[] = [];
    for (const [index, step] of steps.entries()) {
      const before = fieldAt(this.#format, path);
      if (before?.type !== "array") {
        path.push(step);
        continue;
      }
      const moved = this.#moved.get(`/${steps.slice(0, index + 1).join("/")}`);
      if (!moved) return undefined;
      path.splice(0, path.length, ...moved);
    }
    return path;
  }

  /** Puts a value where nothing stands yet; false where something does. */
  #place(path: Path, value: unknown): boolean {
    if (path.length === 0 || this.#at(path) !== undefined) return false;
    for (const [depth, step] of path.entries()) {
      const home = this.#at(path.slice(0, depth)) ?? (typeof step === "number" ? [] : {});
      if (typeof step === "number" ? !Array.isArray(home) : !isMapping(home)) return false;
    }
    this.#put(path, value);
    return true;
  }

  /** Answers a question by its cells. Those of a sheet that was copied may say the same again. */
  #answer({ field, one, isList }: Question, found: readonly Found[], path: Path): void {
    const format = this.#format;
    const title = (isList ? field : one).title;
    const answers = found.map(({ sheet, cells }) =>
      cells.map((cell) => {
        this.#about(cell, path);
        return isList && saysNone(format, field, cell.content) ? NOTHING : this.#read(sheet, cell, one, title, path);
      }),
    );
    const lists = isList ? answers : answers.flat().map((answer) => [answer]);
    const stated = lists.map((list) => list.filter((answer) => answer !== NOTHING));
    const isContradictory =
      stated.some((list, index) => list.length > 0 && list.length !== lists[index]?.length) ||
      new Set(stated.map((list) => JSON.stringify(list))).size > 1;
    if (isContradictory) this.#contradiction(found, path, title);
    const [values = []] = stated;
    this.#put(path, isContradictory ? null : isList ? values : (values[0] ?? null));
  }

  #contradiction(found: readonly Found[], path: Path, fact: Bilingual): void {
    for (const { sheet, cells } of found) {
      for (const cell of cells) {
        const found = withFormula(cell.content);
        this.#troubles.push({ ...this.#cell(sheet, cell), found, kind: "contradiction", path, fact });
      }
    }
  }

  /** A cell's answer; null where it cannot be read, for what stands there is no longer known to be nothing. */
  #read(sheet: Marked, cell: GridCell, field: Field, fact: Bilingual, path: Path): Value | null {
    const { content } = cell;
    if (content.kind === "formula") {
      this.#troubles.push({ ...this.#cell(sheet, cell), kind: "formula", formula: content.formula, path });
      return null;
    }
    const value = readAnswer(this.#format, field, content);
    if (value !== undefined) return value;
    // the words for yes and no stand in the message as it is
    const choices =
      field.type === "boolean" ? [] : choicesOf(this.#format, field, questionnaireWords[this.#language], this.#language);
    this.#unread(sheet, cell, path, fact, kindOf(this.#format, field), choices);
    return null;
  }

  #unread(sheet: Marked, cell: GridCell, path: Path, fact: Bilingual, expected: AnswerKind, choices: readonly string[]): void {
    const found = withFormula(cell.content);
    this.#troubles.push({ ...this.#cell(sheet, cell), found, kind: "unread", path, fact, expected, choices });
  }

  /** The name that a cell begins with: 5-1 of 「5-1 複数要素認証」. */
  #key({ keys }: KeyedTable, content: Content): string | undefined {
    if (content.kind === "formula") return undefined;
    const [first = ""] = normalize(shown(content))
      .replace(/^no\.? ?/, "")
      .split(/[^0-9a-z-]/);
    return keys.find((key) => normalize(key) === first);
  }

  /** A cell that was only to be read: told if something else stands there now. */
  #static(sheet: Marked, cell: GridCell): void {
    if (!this.#isKnown(cell.content)) this.#unplaced(sheet, cell, undefined);
  }

  /** Whether a text is one that was only to be read. */
  #isKnown(content: Content): boolean {
    return isBlank(content) || (content.kind !== "formula" && this.#texts.has(shown(content)));
  }

  #unplaced(sheet: Marked, cell: GridCell, path: Path | undefined): void {
    this.#about(cell, path);
    if (isBlank(cell.content)) return;
    const found = withFormula(cell.content);
    this.#troubles.push({ ...this.#cell(sheet, cell), found, kind: "unplaced", ...(path && { path }) });
  }

  #remark({ grid }: Marked, cell: GridCell, path: Path): void {
    this.#about(cell, path);
    if (isBlank(cell.content)) return;
    const address = addressOf(cell.row, cell.column);
    this.#remarks.push({ kind: "remark", sheet: grid.name, address, text: withFormula(cell.content), path });
  }

  /** Where what is pinned to a cell is to stand. */
  #about(cell: GridCell, path: Path | undefined): void {
    const note = this.#notes.get(cell);
    if (note && path) note.path = path;
  }

  #cell({ grid }: Marked, { row, column, content }: GridCell) {
    return { sheet: grid.name, address: addressOf(row, column), found: shown(content) };
  }

  /** Cells to be filled in that were joined. */
  #merges({ grid, mark, rowMarks, columnMarks }: Marked): void {
    const inputs = [...columnMarks].filter(([, text]) => !["", STATIC, REMARK].includes(text)).map(([column]) => column);
    const others = [...rowMarks].filter(([, text]) => text === STATIC).map(([row]) => row);
    for (const { top, left, bottom, right } of grid.merges) {
      const first = Math.max(top, mark.row + 1);
      const across = inputs.filter((column) => left <= column && column <= right).length;
      const down = Math.max(0, bottom - first + 1) - others.filter((row) => first <= row && row <= bottom).length;
      if (across * down < 2) continue;
      const kept = grid.cells.find(({ row, column }) => row === top && column === left);
      const address = `${addressOf(top, left)}:${addressOf(bottom, right)}`;
      this.#troubles.push({ kind: "merged", sheet: grid.name, address, found: kept ? shown(kept.content) : "" });
    }
  }

  #at(path: Path): unknown {
    let value: unknown = this.#facts;
    for (const step of path) {
      if (Array.isArray(value)) value = value[Number(step)];
      else if (isMapping(value) && Object.hasOwn(value, step)) value = value[step];
      else return undefined;
    }
    return value;
  }

  #put(path: Path, value: unknown): void {
    let home: unknown = this.#facts;
    for (const [index, step] of path.entries()) {
      const isLast = index === path.length - 1;
      const next = isLast ? value : (childOf(home, step) ?? (typeof path[index + 1] === "number" ? [] : {}));
      if (Array.isArray(home)) home[Number(step)] = next;
      // a plain assignment would set the prototype
      else Object.defineProperty(home, step, { value: next, enumerable: true, configurable: true, writable: true });
      home = next;
    }
  }
}

function childOf(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return value[Number(step)];
  return isMapping(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

/** That a list has nothing in it. */
const NOTHING = Symbol("nothing");

/** Whether a row's mark tells where its item stood. */
function isPlace(mark: string): boolean {
  return mark.startsWith("#/");
}

function byId(questions: readonly Question[]): ReadonlyMap<string, Question> {
  return new Map(questions.map((question) => [idOf(question), question]));
}

function byRows(cells: readonly GridCell[]): (readonly [number, GridCell[]])[] {
  const rows = new Map<number, GridCell[]>();
  for (const cell of cells) {
    if (isBlank(cell.content) && !cell.note) continue;
    rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  }
  const sorted = [...rows].sort(([a], [b]) => a - b);
  for (const [, row] of sorted) row.sort((a, b) => a.column - b.column);
  return sorted;
}

/** The rows' marks; a row that was put between two of one list is of that list. */
function between({ rowMarks, rows }: Marked): ReadonlyMap<number, string> {
  const marks = new Map(rowMarks);
  const marked = [...rowMarks.entries()].filter(([, mark]) => mark !== "").sort(([a], [b]) => a - b);
  for (const [row] of rows) {
    if ((rowMarks.get(row) ?? "") !== "") continue;
    const above = marked.findLast(([at]) => at < row)?.[1];
    const below = marked.find(([at]) => at > row)?.[1];
    if (above !== undefined && above === below && above.endsWith(NONE)) marks.set(row, above);
  }
  return marks;
}

function withFormula(content: Content): string {
  return content.kind === "formula" ? `=${content.formula} (${content.shown})` : shown(content);
}

/** The steps of a JSON Pointer, be it in quotes. */
function stepsOf(text: string): string[] | undefined {
  const pointer = text.startsWith('"') ? readYaml(text)?.value : text;
  if (typeof pointer !== "string" || !pointer.startsWith("/")) return undefined;
  return pointer
    .slice(1)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** What a text says as YAML; undefined where it says nothing. */
function readYaml(text: string): { readonly value: unknown } | undefined {
  try {
    const value: unknown = parse(text, { maxAliasCount: 0, logLevel: "silent", schema: "core" });
    return value === undefined || value === null ? undefined : { value };
  } catch {
    return undefined;
  }
}
