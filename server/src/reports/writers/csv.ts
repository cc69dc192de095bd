import { writeCsv } from "hucre/csv";
import type { Cell, ReportDocument, Table } from "../document.ts";
import { addressOf, shown } from "./text.ts";

/**
 * Writes documents as comma-separated values that a spreadsheet program in Japan opens rightly (UTF-8 with a byte order mark,
 * CRLF): the first table of each, one below the other, what tells the documents apart in front; of a document without a table that
 * alone. Every row stands for itself, so that it can be filtered and sorted: a cell over several rows is repeated in each.
 */
export function csvOf(documents: readonly ReportDocument[]): string {
  const tables = documents.map(({ parts }) => parts.find((part) => part.kind === "table"));
  const columns = tables.find((table) => table !== undefined)?.columns ?? [];
  const headings = [...(documents[0]?.labels ?? []).map(({ name }) => name), ...columns.map(({ title }) => title)];
  const rows = documents.flatMap(({ labels }, index) => {
    const table = tables[index];
    const values = labels.map(({ value }) => value);
    return (table ? filledRows(table) : [columns.map(() => undefined)]).map((cells) => [...values, ...cells.map(textOf)]);
  });
  return `${writeCsv(
    [headings, ...rows].map((record) => record.map(inert)),
    { bom: true },
  )}\r\n`;
}

/** The rows of a table, those below a cell of several rows filled with it. */
function filledRows({ columns, rows }: Table): (Cell | undefined)[][] {
  const over = columns.map((): { cell: Cell | undefined; left: number } => ({ cell: undefined, left: 0 }));
  return rows.map((row) =>
    over.map((column, index) => {
      if (column.left === 0) {
        column.cell = row[index];
        column.left = column.cell?.span ?? 1;
      }
      column.left--;
      return column.cell;
    }),
  );
}

function textOf(cell: Cell | undefined): string {
  const lines = (cell?.lines ?? []).map((line) => {
    const address = addressOf(line);
    return address === undefined || address === line.text ? line.text : `${line.text} ${address}`;
  });
  return lines.join("\n");
}

/**
 * A text that a spreadsheet program cannot take for a formula, in full-width characters either, which some read alike. A mark
 * that stands alone, as the standard's "-" does, computes nothing and stays.
 */
function inert(text: string): string {
  const lines = text.split("\n").map(shown).join("\n");
  return /^\s*[=+\-@|＝＋－＠](?!$)/.test(lines) ? `'${lines}` : lines;
}
