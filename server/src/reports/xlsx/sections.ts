import { cell, type Paper, type Part } from "../document.ts";
import { head } from "./text.ts";

/** What Excel takes as a sheet's name, in UTF-16 units. */
export const LONGEST_NAME = 31;

/**
 * A paper as sheets, each with one table at most: widths of columns and the rows repeated on each page are a sheet's, and of no
 * use to a table with other columns. Each further one says again which paper it is of.
 */
export function sectionsOf(paper: Paper): Paper[] {
  const { name, labels, parts } = paper;
  const starts = parts.flatMap((part, index) => (part.kind === "table" ? [startOf(index, parts)] : [])).slice(1);
  return [0, ...starts].map((start, index) => {
    const own = parts.slice(start, starts[index]);
    if (index === 0) return { ...paper, parts: own };
    const [first] = own;
    const entries = labels.map(({ name, value }) => ({ name, value: cell(value) }));
    return {
      ...paper,
      name: first?.kind === "heading" ? joined(name, first.text) : name,
      parts: entries.length > 0 ? [{ kind: "facts", entries }, ...own] : own,
    };
  });
}

/** Where that begins to which a table belongs: at the heading before it. */
function startOf(table: number, parts: readonly Part[]): number {
  for (let index = table - 1; index >= 0 && parts[index]?.kind !== "table"; index--) {
    if (parts[index]?.kind === "heading") return index;
  }
  return table;
}

function joined(name: string, heading: string): string {
  const behind = ` ${head(heading, LONGEST_NAME / 2)}`;
  return head(name, LONGEST_NAME - behind.length) + behind;
}
