import { trimBlanks } from "../../core/text/white-space.ts";
import { shown } from "../content.ts";
import { byRows, type Grid, type GridCell } from "../grid.ts";
import { MARK, NONE, type SheetKind } from "../marks.ts";

/** A sheet's first mark: its place, and what it states about the sheet. */
export interface Mark {
  readonly version: string;
  readonly kind: SheetKind;
  readonly path: readonly string[];
  readonly row: number;
  readonly column: number;
}

/** A sheet with its marks. */
export interface Marked {
  readonly grid: Grid;
  readonly mark: Mark;
  /** The cells of the hidden row and column. */
  readonly marks: readonly GridCell[];
  readonly rowMarks: ReadonlyMap<number, string>;
  readonly columnMarks: ReadonlyMap<number, string>;
  /** All other cells that are not blank, by row. */
  readonly rows: readonly (readonly [row: number, cells: readonly GridCell[]])[];
}

/** Cells of one sheet. */
export interface FoundCells {
  readonly sheet: Marked;
  readonly cells: readonly GridCell[];
}

const FIRST = new RegExp(`^${MARK}/(\\S+) (\\w+)(?: (\\S+))?$`);

/** Finds a sheet's first mark; undefined if it has none. Users may have inserted rows and columns before it. */
export function markOf({ cells }: Grid): Mark | undefined {
  for (const { row, column, content } of cells) {
    if (row > 20 || column > 5 || content.kind !== "text") continue;
    const match = FIRST.exec(trimBlanks(content.text));
    if (!match) continue;
    const [, version = "", kind = "", path] = match;
    return { version, kind: kind as SheetKind, path: path === undefined ? [] : path.split("."), row, column };
  }
  return undefined;
}

/** Separates a sheet's marks from its other cells. */
export function markedOf(grid: Grid, mark: Mark): Marked {
  const isMark = ({ row, column }: GridCell) => row === mark.row || column === mark.column;
  const marks = grid.cells.filter(isMark);
  return {
    grid,
    mark,
    marks,
    rowMarks: new Map(marks.filter(({ row }) => row !== mark.row).map(({ row, content }) => [row, shown(content)])),
    columnMarks: new Map(
      marks.filter(({ column }) => column !== mark.column).map(({ column, content }) => [column, shown(content)]),
    ),
    rows: byRows(grid.cells.filter((cell) => !isMark(cell))),
  };
}

/** The marks of the rows. A row that a user inserted between two rows of a list gets their mark. */
export function between({ rowMarks, rows }: Marked): ReadonlyMap<number, string> {
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

/** Whether two sheets are for the same, because one is a copy of the other. */
export function isCopy({ mark: a }: Marked, { mark: b }: Marked): boolean {
  return a.kind === b.kind && a.path.join(".") === b.path.join(".");
}

/** What the cells on a sheet state, in a form to compare with that of a copy: by column, whatever the rows. */
export function statementOf({ columnMarks }: Marked, rows: readonly (readonly GridCell[])[]): string {
  return JSON.stringify(rows.map((cells) => cells.map(({ column, content }) => [columnMarks.get(column), content])));
}
