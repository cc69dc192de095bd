import type { Path } from "../../core/yaml/node.ts";
import { isBlank } from "../content.ts";
import type { GridCell } from "../grid.ts";
import { byId } from "../marks.ts";
import type { KeyedTable, ListTable, Question } from "../outline.ts";
import type { Log } from "./log.ts";
import { type FoundCells, isCopy, type Marked } from "./marked.ts";

/** The cells that answer a question. */
export interface Answer {
  readonly question: Question;
  readonly path: Path;
  readonly found: (FoundCells & { readonly cells: GridCell[] })[];
}

/** The answers in the row of a list item, with its remarks. */
export interface Item {
  readonly cells: readonly GridCell[];
  readonly remarks: readonly GridCell[];
}

/** The rows of a list on one sheet. */
export interface ListSheet {
  readonly sheet: Marked;
  readonly items: Item[];
  /** The cells that say “There are none”. */
  readonly denials: GridCell[];
  /** Whether the cell for “There are none” holds an unreadable text. */
  isUnclear: boolean;
}

/** A list, on each of the sheets that are for it: a sheet and its copies. */
export interface ListAnswers {
  readonly table: ListTable;
  /** The keyed table that has such a list for each key, if any. */
  readonly keyed: KeyedTable | undefined;
  readonly columns: ReadonlyMap<string, Question>;
  readonly sheets: ListSheet[];
}

/** Collects the answers of all sheets before settling any: users copy sheets, so a later one can contradict. */
export class CollectedAnswers {
  readonly #sheets: Marked[] = [];
  readonly #answers = new Map<string, Answer>();
  readonly #lists = new Map<string, ListAnswers>();
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  get answers(): Iterable<Answer> {
    return this.#answers.values();
  }

  get lists(): Iterable<ListAnswers> {
    return this.#lists.values();
  }

  /** Adds a sheet of questions. */
  open(sheet: Marked): void {
    this.#sheets.push(sheet);
  }

  /** The sheets of questions of a kind: the sheet and its copies. */
  sheetsOf(kind: Marked["mark"]["kind"]): readonly Marked[] {
    return this.#sheets.filter(({ mark }) => mark.kind === kind);
  }

  /** The cells of an answer by sheet: none for a copy in which the question is not answered. */
  bySheet({ found }: Answer): readonly FoundCells[] {
    const asking = this.#sheets.filter((sheet) => found.some((cells) => isCopy(cells.sheet, sheet)));
    return asking.map((sheet) => found.find((cells) => cells.sheet === sheet) ?? { sheet, cells: [] });
  }

  /** Adds a cell in which a question is answered. */
  answer(question: Question, path: Path, sheet: Marked, cell: GridCell): void {
    this.#log.assignNote(cell, path);
    if (isBlank(cell.content)) return;
    const id = path.join(".");
    const answer: Answer = this.#answers.get(id) ?? { question, path, found: [] };
    this.#answers.set(id, answer);
    const sameSheet = answer.found.find((found) => found.sheet === sheet);
    if (sameSheet) sameSheet.cells.push(cell);
    else answer.found.push({ sheet, cells: [cell] });
  }

  /** Adds a sheet with the rows of a list, for the caller to fill. */
  rowsOf(table: ListTable, keyed: KeyedTable | undefined, sheet: Marked): { list: ListAnswers; rows: ListSheet } {
    const id = table.path.join(".");
    const list = this.#lists.get(id) ?? { table, keyed, columns: byId(table.columns), sheets: [] };
    const rows: ListSheet = { sheet, items: [], denials: [], isUnclear: false };
    list.sheets.push(rows);
    this.#lists.set(id, list);
    return { list, rows };
  }
}
