import { cell, type ReportBlock, type ReportDocument } from "../document.ts";
import { MAX_SHEET_NAME_LENGTH } from "../unique-names.ts";
import { head } from "./text.ts";

/**
 * A document as sheets, each with one table at most: widths of columns and the rows repeated on each page are a sheet's, and of no
 * use to a table with other columns. Each further one says again which document it is of.
 */
export function sectionsOf(document: ReportDocument): ReportDocument[] {
  const { name, labels, parts } = document;
  const starts = parts.flatMap((part, index) => (part.kind === "table" ? [startOf(index, parts)] : [])).slice(1);
  return [0, ...starts].map((start, index) => {
    const own = parts.slice(start, starts[index]);
    if (index === 0) return { ...document, parts: own };
    const [first] = own;
    const entries = labels.map(({ name, value }) => ({ name, value: cell(value) }));
    return {
      ...document,
      name: first?.kind === "heading" ? joined(name, first.text) : name,
      parts: entries.length > 0 ? [{ kind: "facts", entries }, ...own] : own,
    };
  });
}

/** Where that begins to which a table belongs: at the heading before it. */
function startOf(table: number, parts: readonly ReportBlock[]): number {
  for (let index = table - 1; index >= 0 && parts[index]?.kind !== "table"; index--) {
    if (parts[index]?.kind === "heading") return index;
  }
  return table;
}

function joined(name: string, heading: string): string {
  const behind = ` ${head(heading, MAX_SHEET_NAME_LENGTH / 2)}`;
  return head(name, MAX_SHEET_NAME_LENGTH - behind.length) + behind;
}
