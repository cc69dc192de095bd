import type { Bilingual } from "../../core/standard/text.ts";
import type { Path } from "../../core/yaml/node.ts";
import type { CellProblem, Expected } from "../cell-problem.ts";
import { type Content, isBlank, shown, standing, withFormula } from "../content.ts";
import { addressOf, byRows, type Grid, type GridCell } from "../grid.ts";
import type { Remark } from "../imported.ts";
import { areNested } from "../tree.ts";
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

  /** Whether a problem has been reported that concerns the fact at a path, one above or one below it. */
  isReported(path: Path): boolean {
    return this.problems.some((problem) => problem.path && areNested(problem.path, path));
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
    const content = standing(cell.content);
    if (isBlank(content)) return;
    const address = addressOf(cell.row, cell.column);
    this.#remarks.push({ kind: "remark", sheet: grid.name, address, text: withFormula(content), path });
  }

  /** Keeps the content of a sheet that is not part of the questionnaire, row by row. */
  unknownSheet(grid: Grid): void {
    for (const row of rowsOf(grid, grid.cells)) this.problems.push({ kind: "unplaced", ...row });
  }

  /** Reports a sheet that lost the marks by which it is read. */
  stripped({ name }: Grid): void {
    this.problems.push({ kind: "stripped", sheet: name, address: "", found: "" });
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

  unread(sheet: Marked, cell: GridCell, path: Path, expected: Expected): void {
    this.problems.push({ ...cellOf(sheet, cell), kind: "unread", path, ...expected });
  }

  /** Reports an answer that is struck through, whole or in part. */
  struck(sheet: Marked, cell: GridCell, path: Path): void {
    this.problems.push({ ...cellOf(sheet, cell), kind: "struck", path, standing: shown(standing(cell.content)) });
  }

  /** Reports a required answer that is blank, at the cell for it if it is there. */
  missing(sheet: string, address: string, path: Path, fact: Bilingual): void {
    this.problems.push({ kind: "missing", sheet, address, found: "", path, fact });
  }

  /** Reports a value that was taken over although it breaks the format. */
  misfit(sheet: Marked, cell: GridCell, path: Path): void {
    this.problems.push({ ...cellOf(sheet, cell), kind: "misfit", path });
  }

  formula(sheet: Marked, cell: GridCell, formula: string, path: Path): void {
    this.problems.push({ ...cellOf(sheet, cell), found: shown(cell.content), kind: "formula", formula, path });
  }

  contradiction(found: readonly FoundCells[], path: Path, fact: Bilingual): void {
    for (const { sheet, cells } of found) {
      for (const cell of cells) this.problems.push({ ...cellOf(sheet, cell), kind: "contradiction", path, fact });
    }
  }

  /** Reports sheets that are copies of each other and state different things. */
  copies(found: readonly FoundCells[], path?: Path): void {
    const sheets = found.map(({ sheet }) => sheet.grid.name);
    for (const { sheet, cells } of found) {
      for (const row of rowsOf(sheet.grid, cells)) this.problems.push({ kind: "copies", ...row, sheets, ...(path && { path }) });
    }
  }

  keyless({ sheet, cells }: FoundCells, path: Path): void {
    for (const cell of cells) this.problems.push({ ...cellOf(sheet, cell), kind: "keyless", path });
  }
}

/** The cells of each row together. */
function rowsOf({ name: sheet }: Grid, cells: readonly GridCell[]) {
  return byRows(cells).flatMap(([, row]) => {
    const stated = row.filter(({ content }) => !isBlank(content));
    const [first] = stated;
    const last = stated.at(-1);
    if (!first || !last) return [];
    const address = addressOf(first.row, first.column) + (first === last ? "" : `:${addressOf(last.row, last.column)}`);
    return [{ sheet, address, found: stated.map(({ content }) => withFormula(content)).join(" | ") }];
  });
}

function cellOf({ grid }: Marked, { row, column, content }: GridCell) {
  return { sheet: grid.name, address: addressOf(row, column), found: withFormula(content) };
}
