import type { Bilingual } from "../../core/standard/text.ts";
import type { Path } from "../../core/yaml/node.ts";
import type { Content } from "../answer.ts";
import type { AnswerKind } from "../answer-kind.ts";
import type { CellProblem } from "../cell-problem.ts";
import { addressOf, byRows, type Grid, type GridCell, isBlank, shown, withFormula } from "../grid.ts";
import type { Remark } from "../imported.ts";
import type { FoundCells, Marked } from "./marked.ts";

/** What is to be told of the cells beside their answers: problems, remarks, and what is pinned to them. */
export class Log {
  readonly problems: CellProblem[] = [];
  readonly #remarks: Remark[] = [];
  /** The cells to which something is pinned, with what they are about. */
  readonly #notes = new Map<GridCell, { readonly grid: Grid; path?: Path }>();
  readonly #texts: ReadonlySet<string>;

  /** Of the texts that were only to be read, nothing is told. */
  constructor(texts: ReadonlySet<string>) {
    this.#texts = texts;
  }

  /** What was remarked, and then what was pinned. */
  get remarks(): readonly Remark[] {
    const notes = [...this.#notes].map(
      ([{ row, column, note = "" }, { grid, path }]): Remark => ({
        kind: "note",
        sheet: grid.name,
        address: addressOf(row, column),
        text: note,
        ...(path && { path }),
      }),
    );
    return [...this.#remarks, ...notes];
  }

  /** Takes in what is pinned to a sheet's cells. */
  notes(grid: Grid): void {
    for (const cell of grid.cells) if (cell.note) this.#notes.set(cell, { grid });
  }

  /** Where what is pinned to a cell is to stand. */
  about(cell: GridCell, path: Path | undefined): void {
    const note = this.#notes.get(cell);
    if (note && path) note.path = path;
  }

  remark({ grid }: Marked, cell: GridCell, path: Path): void {
    this.about(cell, path);
    if (isBlank(cell.content)) return;
    const address = addressOf(cell.row, cell.column);
    this.#remarks.push({ kind: "remark", sheet: grid.name, address, text: withFormula(cell.content), path });
  }

  /** A sheet that is none of ours: all that stands in it is kept, row by row. */
  unknown(grid: Grid): void {
    for (const [, cells] of byRows(grid.cells)) {
      const stated = cells.filter(({ content }) => !isBlank(content));
      const [first] = stated;
      const last = stated.at(-1);
      if (!first || !last) continue;
      const address = addressOf(first.row, first.column) + (first === last ? "" : `:${addressOf(last.row, last.column)}`);
      const found = stated.map(({ content }) => withFormula(content)).join(" | ");
      this.problems.push({ kind: "unplaced", sheet: grid.name, address, found });
    }
  }

  unplaced(sheet: Marked, cell: GridCell, path: Path | undefined): void {
    this.about(cell, path);
    if (isBlank(cell.content)) return;
    this.problems.push({ ...cellOf(sheet, cell), kind: "unplaced", ...(path && { path }) });
  }

  /** A cell that was only to be read: told if something else stands there now. */
  static(sheet: Marked, cell: GridCell): void {
    if (!this.isKnown(cell.content)) this.unplaced(sheet, cell, undefined);
  }

  /** Whether a text is one that was only to be read. */
  isKnown(content: Content): boolean {
    return isBlank(content) || (content.kind !== "formula" && this.#texts.has(shown(content)));
  }

  unread(sheet: Marked, cell: GridCell, path: Path, fact: Bilingual, expected: AnswerKind, choices: readonly string[]): void {
    this.problems.push({ ...cellOf(sheet, cell), kind: "unread", path, fact, expected, choices });
  }

  formula(sheet: Marked, cell: GridCell, formula: string, path: Path): void {
    this.problems.push({ ...cellOf(sheet, cell), found: shown(cell.content), kind: "formula", formula, path });
  }

  contradiction(found: readonly FoundCells[], path: Path, fact: Bilingual): void {
    for (const { sheet, cells } of found) {
      for (const cell of cells) this.problems.push({ ...cellOf(sheet, cell), kind: "contradiction", path, fact });
    }
  }

  keyless({ sheet, cells }: FoundCells, path: Path): void {
    for (const cell of cells) this.problems.push({ ...cellOf(sheet, cell), kind: "keyless", path });
  }
}

function cellOf({ grid }: Marked, { row, column, content }: GridCell) {
  return { sheet: grid.name, address: addressOf(row, column), found: withFormula(content) };
}
