/** The columns that one level of indentation takes. */
export const INDENT_WIDTH = 2;

/** An open block: the column where its lines begin now, and the column where the formatter puts them. */
export interface Level {
  readonly column: number;
  readonly target: number;
  readonly isList: boolean;
}

/** The stack of blocks that are open at a point of the text, the outermost first. */
export class Levels {
  #open: Level[] = [];

  get innermost(): Level | undefined {
    return this.#open.at(-1);
  }

  /** The least column at which the continuation lines of a value may begin. */
  get continuation(): number {
    return this.innermost ? this.innermost.target + INDENT_WIDTH : 0;
  }

  snapshot(): readonly Level[] {
    return [...this.#open];
  }

  clear(): void {
    this.#open = [];
  }

  /** Closes the blocks that end before a column, and returns the column where content at that column belongs. */
  enter(column: number, isList: boolean, opensBlock: boolean): number {
    for (let top = this.innermost; top; top = this.innermost) {
      // a list may be in the same column as its key; the next key closes it
      if (top.column < column || (top.column === column && (isList || !top.isList))) break;
      this.#open.pop();
    }
    const top = this.innermost;
    if (top && top.column === column && top.isList === isList) return top.target;
    const target = this.continuation;
    if (opensBlock) this.#open.push({ column, target, isList });
    return target;
  }
}
