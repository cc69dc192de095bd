import type { Path } from "../../core/yaml/node.ts";
import { type GridCell, isBlank } from "../grid.ts";
import { byId } from "../marks.ts";
import type { KeyedTable, ListTable, Question } from "../outline.ts";
import type { Log } from "./log.ts";
import type { FoundCells, Marked } from "./marked.ts";

/** The cells that answer a question. */
export interface Answer {
  readonly question: Question;
  readonly path: Path;
  readonly found: FoundCells[];
}

/** The answers in the row of a list item, with its remarks. */
export interface Item extends FoundCells {
  readonly remarks: readonly GridCell[];
}

/** The rows of a list, from all sheets. */
export interface Rows {
  readonly table: ListTable;
  /** The keyed table that has such a list for each key, if any. */
  readonly keyed: KeyedTable | undefined;
  readonly columns: ReadonlyMap<string, Question>;
  readonly items: Item[];
  /** The cells that say “There are none”. */
  readonly denials: FoundCells[];
  /** Whether the cell for “There are none” holds an unreadable text. */
  isUnclear: boolean;
}

/** Collects the answers of all sheets before settling any: users copy sheets, so a later one can contradict. */
export class CollectedAnswers {
  readonly #answers = new Map<string, Answer>();
  readonly #lists = new Map<string, Rows>();
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  get answers(): Iterable<Answer> {
    return this.#answers.values();
  }

  get lists(): Iterable<Rows> {
    return this.#lists.values();
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

  /** The rows of a list, for the caller to add to. */
  rowsOf(table: ListTable, keyed: KeyedTable | undefined): Rows {
    const id = table.path.join(".");
    const existing = this.#lists.get(id);
    if (existing) return existing;
    const rows: Rows = { table, keyed, columns: byId(table.columns), items: [], denials: [], isUnclear: false };
    this.#lists.set(id, rows);
    return rows;
  }
}
