import type { WorkbookMessages } from "../messages/workbook.ts";
import type { BlockCell } from "./blocks.ts";
import { widthOf } from "./grid.ts";
import { fits } from "./height.ts";
import { addressOf, textOf } from "./text.ts";

/** A positioned cell with its final text. */
export interface WrittenCell extends Omit<BlockCell, "lines"> {
  readonly text: string;
  /** The link's target. */
  readonly address?: string;
  /** The side without a border, towards the other half of the same cell. */
  readonly isOpen?: "left" | "right";
}

/**
 * The cells that a cell becomes. A cell can have one link only: its first. If the text fits on one line, or the cell has one column, the
 * cell itself is the link. Otherwise a cell beside it is, because some spreadsheet programs show a link on one line and cut it off.
 */
export function written({ lines, ...cell }: BlockCell, grid: readonly number[], messages: WorkbookMessages): WrittenCell[] {
  const address = lines.map(addressOf).find((address) => address !== undefined);
  const text = textOf(lines, address, messages);
  if (address === undefined) return [{ ...cell, text }];
  const isOneLine = lines.length === 1 && fits(text, widthOf(cell, grid));
  if (isOneLine || cell.left === cell.right) return [{ ...cell, text, address }];
  const { choice: _, ...beside } = cell;
  return [
    { ...cell, right: cell.right - 1, text, isOpen: "right" },
    { ...beside, left: cell.right, text: messages.open, address, isOpen: "left", isCentred: true },
  ];
}
