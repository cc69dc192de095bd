import type { BlockCell } from "./blocks.ts";
import { widthOf } from "./grid.ts";
import { fits } from "./height.ts";
import type { WorkbookMessages } from "./messages.ts";
import { addressOf, textOf } from "./text.ts";

/** A cell where it stands, with what is written in it. */
export interface WrittenCell extends Omit<BlockCell, "lines"> {
  readonly text: string;
  /** Where a click leads. */
  readonly address?: string;
  /** The side where its frame is open, towards the cell with which it is one. */
  readonly isOpen?: "left" | "right";
}

/**
 * The cells that a cell is written as. A cell leads to one place only: where its first link leads. It is the link itself where its
 * text is one line, for some spreadsheet programs write a link on one line, cut at the cell's end; else a cell beside it is.
 */
export function written({ lines, ...cell }: BlockCell, grid: readonly number[], messages: WorkbookMessages): WrittenCell[] {
  const address = lines.map(addressOf).find((address) => address !== undefined);
  const text = textOf(lines, address, messages);
  if (address === undefined) return [{ ...cell, text }];
  const isLine = lines.length === 1 && fits(text, widthOf(cell, grid));
  if (isLine || cell.left === cell.right) return [{ ...cell, text, address }];
  const { choice: _, ...beside } = cell;
  return [
    { ...cell, right: cell.right - 1, text, isOpen: "right" },
    { ...beside, left: cell.right, text: messages.open, address, isOpen: "left", isCentred: true },
  ];
}
