import type { Bilingual } from "../../core/standard/text.ts";
import type { Path } from "../../core/yaml/node.ts";
import type { Content } from "../answer.ts";
import type { AnswerKind } from "../answer-kind.ts";
import type { CellProblem } from "../cell-problem.ts";
import { addressOf, byRows, type Grid, type GridCell, isBlank, shown, withFormula } from "../grid.ts";
import type { Remark } from "../imported.ts";
import type { FoundCells, Marked } from "./marked.ts";

/** Collects what cells hold besides answers: problems, remarks and notes. */
export class Log {
  readonly problems: CellProblem[] = [];
  readonly #remarks: Remark[] = [];
  /** The cells with notes, and the fact that each is about. */
  readonly #notes = new Map<GridCell, { readonly grid: Grid; path?: Path }>();
  readonly #texts: ReadonlySet<string>;

  /** @param texts the static texts of the questionnaire, which are not reported */
  constructor(texts: ReadonlySet<string>) {
    this.#texts = texts;
  }

  /** The remarks, followed by the notes. */
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

  /** Adds the notes of a sheet's cells. */
  addNotes(grid: Grid): void {
    for (const cell of grid.cells) if (cell.note) this.#notes.set(cell, { grid });
  }

  /** Assigns the note of a cell, if any, to the fact at a path. */
  assignNote(cell: GridCell, path: Path | undefined): void {
    const note = this.#notes.get(cell);
    if (note && path) note.path = path;
  }

  remark({ grid }: Marked, cell: GridCell, path: Path): void {
    this.assignNote(cell, path);
    if (isBlank(cell.content)) return;
    const address = addressOf(cell.row, cell.column);
    this.#remarks.push({ kind: "remark", sheet: grid.name, address, text: withFormula(cell.content), path });
  }

  /** Keeps the content of a sheet that is not part of the questionnaire, row by row. */
  unknownSheet(grid: Grid): void {
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
    this.assignNote(cell, path);
    if (isBlank(cell.content)) return;
    this.problems.push({ ...cellOf(sheet, cell), kind: "unplaced", ...(path && { path }) });
  }

  /** Reports a static cell that was overwritten. */
  checkStatic(sheet: Marked, cell: GridCell): void {
    if (!this.isStaticText(cell.content)) this.unplaced(sheet, cell, undefined);
  }

  /** Whether a cell is blank or holds one of the questionnaire's static texts. */
  isStaticText(content: Content): boolean {
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
