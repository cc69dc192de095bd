import type { Path } from "../../core/yaml/node.ts";
import { type GridCell, isBlank } from "../grid.ts";
import { byId } from "../marks.ts";
import type { KeyedTable, ListTable, Question } from "../outline.ts";
import type { Log } from "./log.ts";
import type { FoundCells, Marked } from "./marked.ts";

/** What the sheets say to a question. */
export interface Answer {
  readonly question: Question;
  readonly path: Path;
  readonly found: FoundCells[];
}

/** An item of a list, with the remarks in its row. */
export interface Item extends FoundCells {
  readonly remarks: readonly GridCell[];
}

/** What the sheets say of a list. */
export interface Rows {
  readonly table: ListTable;
  /** Where there is a list for each name. */
  readonly keyed: KeyedTable | undefined;
  readonly columns: ReadonlyMap<string, Question>;
  readonly items: Item[];
  /** Where it is said that there are none. */
  readonly denials: FoundCells[];
  /** Whether something stands where that may be said. */
  isUnclear: boolean;
}

/** What the sheets say, until all have been seen: one may have been copied. */
export class Answers {
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

  /** Takes in what stands where a question is to be answered. */
  answer(question: Question, path: Path, sheet: Marked, cell: GridCell): void {
    this.#log.about(cell, path);
    if (isBlank(cell.content)) return;
    const id = path.join(".");
    const answer: Answer = this.#answers.get(id) ?? { question, path, found: [] };
    this.#answers.set(id, answer);
    const own = answer.found.find((found) => found.sheet === sheet);
    if (own) own.cells.push(cell);
    else answer.found.push({ sheet, cells: [cell] });
  }

  /** What is said of a list, to be added to. */
  rowsOf(table: ListTable, keyed: KeyedTable | undefined): Rows {
    const id = table.path.join(".");
    const known = this.#lists.get(id);
    if (known) return known;
    const rows: Rows = { table, keyed, columns: byId(table.columns), items: [], denials: [], isUnclear: false };
    this.#lists.set(id, rows);
    return rows;
  }
}
