import { type Format, fieldAt } from "../../core/schema/format.ts";
import type { Path } from "../../core/yaml/node.ts";
import { type GridCell, shown } from "../grid.ts";
import { MORE, POINTER, STATIC, YAML } from "../marks.ts";
import { readYaml, stepsOf } from "../rest.ts";
import { place } from "../tree.ts";
import type { ReadingContext } from "./context.ts";
import type { Log } from "./log.ts";
import type { Marked } from "./marked.ts";
import type { Settled } from "./settle.ts";

/** What has no cell of its own, and the cells that its YAML goes on in. */
interface Piece {
  readonly pointer: GridCell;
  readonly cells: GridCell[];
}

/** What had no cell of its own goes back to where it was. */
export function readOther(sheet: Marked, { format, log }: ReadingContext, { facts, moved }: Settled): void {
  for (const { pointer, cells } of piecesIn(sheet, log)) {
    const steps = stepsOf(shown(pointer.content));
    const value = readYaml(cells.map(({ content }) => (content.kind === "text" ? content.text : shown(content))).join(""));
    const path = steps && movedTo(format, moved, steps);
    const isStated = [pointer, ...cells].every(({ content }) => content.kind !== "formula");
    if (isStated && path && value && place(facts, path, value.value)) continue;
    for (const cell of [pointer, ...cells]) log.unplaced(sheet, cell, undefined);
  }
}

/** The pieces in their order; whatever else stands there is told. */
function piecesIn(sheet: Marked, log: Log): Piece[] {
  const pieces: Piece[] = [];
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
      if (mark === STATIC) log.static(sheet, cell);
      else if (!isRead || (cell !== pointer && cell !== yaml)) log.unplaced(sheet, cell, undefined);
    }
  }
  return pieces;
}

/** An item may stand elsewhere than it did; undefined where it has gone. */
function movedTo(format: Format, moved: Settled["moved"], steps: readonly string[]): Path | undefined {
  let path: Path = [];
  for (const [index, step] of steps.entries()) {
    if (fieldAt(format, path)?.type !== "array") {
      path = [...path, step];
      continue;
    }
    const now = moved.get(`/${steps.slice(0, index + 1).join("/")}`);
    if (!now) return undefined;
    path = now;
  }
  return path;
}
