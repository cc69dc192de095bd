import { cell, type ReportBlock, type ReportDocument } from "../document.ts";
import { MAX_SHEET_NAME_LENGTH } from "../unique-names.ts";
import { head } from "./text.ts";

/**
 * Splits a document into sheets with at most one table each, because column widths and repeated header rows apply to a whole sheet.
 * Each further sheet repeats the document's labels.
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

/** Where a table's section begins: at the heading before it, or at the table. */
function startOf(table: number, parts: readonly ReportBlock[]): number {
  for (let index = table - 1; index >= 0 && parts[index]?.kind !== "table"; index--) {
    if (parts[index]?.kind === "heading") return index;
  }
  return table;
}

function joined(name: string, heading: string): string {
  const suffix = ` ${head(heading, MAX_SHEET_NAME_LENGTH / 2)}`;
  return head(name, MAX_SHEET_NAME_LENGTH - suffix.length) + suffix;
}
