import type { CellProblem } from "../cell-problem.ts";
import { shown } from "../content.ts";
import { addressOf } from "../grid.ts";
import { REMARK, STATIC } from "../marks.ts";
import type { Marked } from "./marked.ts";

/** Finds merged ranges that cover several answer cells. */
export function mergesIn({ grid, mark, rowMarks, columnMarks }: Marked): CellProblem[] {
  const inputs = [...columnMarks].filter(([, text]) => !["", STATIC, REMARK].includes(text)).map(([column]) => column);
  const staticRows = [...rowMarks].filter(([, text]) => text === STATIC).map(([row]) => row);
  return grid.merges.flatMap(({ top, left, bottom, right }) => {
    const firstRow = Math.max(top, mark.row + 1);
    const across = inputs.filter((column) => left <= column && column <= right).length;
    const down = Math.max(0, bottom - firstRow + 1) - staticRows.filter((row) => firstRow <= row && row <= bottom).length;
    if (across * down < 2) return [];
    const topLeft = grid.cells.find(({ row, column }) => row === top && column === left);
    const address = `${addressOf(top, left)}:${addressOf(bottom, right)}`;
    return [{ kind: "merged", sheet: grid.name, address, found: topLeft ? shown(topLeft.content) : "" } as const];
  });
}
