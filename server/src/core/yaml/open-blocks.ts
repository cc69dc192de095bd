import { widthOf } from "../text/white-space.ts";

/** The columns between a key and the keys below it, where nothing else tells. */
const USUAL_INDENT = 2;

/** How an indentation with look-alikes is read: as wide as it looks, or as many columns as characters. */
export type IndentReading = "looks" | "characters";

interface OpenBlock {
  readonly column: number;
  /** The indentation of its first line as written. */
  readonly written: string;
}

/** The blocks that are open at a line. They tell which column is meant where a line is indented with look-alikes of spaces. */
export class OpenBlocks {
  /** The lines that fit nowhere. */
  misfits = 0;
  /** The lines that fit, but not by the reading, or not where such a line usually begins. */
  oddities = 0;
  readonly #reading: IndentReading;
  #open: OpenBlock[] = [];

  constructor(reading: IndentReading) {
    this.#reading = reading;
  }

  /** The column of the innermost block; -1 at a document's start. */
  get column(): number {
    return this.#open.at(-1)?.column ?? -1;
  }

  /** Whether an indentation with look-alikes is that of an open block, to the character. */
  has(written: string): boolean {
    return this.#open.some((block) => block.written === written);
  }

  clear(): void {
    this.#open = [];
  }

  /** Closes the blocks that end before a column, and opens one there if there is none. Returns whether there was one. */
  enter(column: number, written: string): boolean {
    while (this.column > column) this.#open.pop();
    if (this.column === column) return true;
    this.#open.push({ column, written });
    return false;
  }

  /** The usual columns of a first line below the innermost block; `next` is the column of the line after it. */
  firstColumns(next: number | undefined): number[] {
    const usual = this.column < 0 ? 0 : this.column + USUAL_INDENT;
    return next !== undefined && next > this.column ? [next, usual] : [usual];
  }

  /**
   * The column that an indentation stands for: by the reading, else by the other one, else the nearest that is possible.
   * `firstColumns` are those of a line that may begin a block; other lines belong to an open one.
   */
  columnOf(written: string, firstColumns: readonly number[]): number {
    const same = this.#open.findLast((block) => block.written === written);
    if (same) return same.column;
    const [looks, characters] = [widthOf(written), written.length];
    // several characters that take no room were spaces once; one of them is just there
    const isByLooks = this.#reading === "looks" && looks > characters;
    const [column, other] = isByLooks ? [looks, characters] : [characters, looks];
    if (this.#isPossible(column, firstColumns)) {
      if (firstColumns.length > 0 && !firstColumns.includes(column)) this.oddities++;
      return column;
    }
    this.oddities++;
    if (this.#isPossible(other, firstColumns)) return other;
    this.misfits++;
    return this.#nearest(column, firstColumns);
  }

  /** The deepest of the columns that are nearest to one. */
  #nearest(column: number, firstColumns: readonly number[]): number {
    const possible = [...this.#open.map((block) => block.column), ...firstColumns].sort((a, b) => b - a);
    const distances = possible.map((other) => Math.abs(other - column));
    return possible[distances.indexOf(Math.min(...distances))] ?? column;
  }

  #isPossible(column: number, firstColumns: readonly number[]): boolean {
    const isDeeper = firstColumns.length > 0 && this.column >= 0 && column >= this.column + USUAL_INDENT;
    return isDeeper || firstColumns.includes(column) || this.#open.some((block) => block.column === column);
  }
}
