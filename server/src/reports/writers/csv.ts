import { writeCsv } from "hucre/csv";
import type { Cell, ReportDocument } from "../document.ts";
import { coveredPositions } from "./spans.ts";
import { addressOf, shown } from "./text.ts";

/**
 * Writes documents as CSV that spreadsheet programs in Japan open correctly (UTF-8 with a byte order mark, CRLF). The first table of
 * each document follows that of the one before, with the document's labels as leading columns; a document without a table has only
 * the labels. Each row is complete, so that it can be filtered and sorted: a cell that spans several rows is repeated in each.
 */
export function csvOf(documents: readonly ReportDocument[]): string {
  const tables = documents.map(({ parts }) => parts.find((part) => part.kind === "table"));
  const columns = tables.find((table) => table !== undefined)?.columns ?? [];
  const headings = [...(documents[0]?.labels ?? []).map(({ name }) => name), ...columns.map(({ title }) => title)];
  const rows = documents.flatMap(({ labels }, index) => {
    const table = tables[index];
    const values = labels.map(({ value }) => value);
    const texts = table ? coveredPositions(table).map((row) => row.map(({ cell }) => textOf(cell))) : [columns.map(() => "")];
    return texts.map((record) => [...values, ...record]);
  });
  return `${writeCsv(
    [headings, ...rows].map((record) => record.map(inert)),
    { bom: true },
  )}\r\n`;
}

function textOf({ lines }: Cell): string {
  const texts = lines.map((line) => {
    const address = addressOf(line);
    return address === undefined || address === line.text ? line.text : `${line.text} ${address}`;
  });
  return texts.join("\n");
}

/**
 * A text that no spreadsheet program takes for a formula. Some also read full-width characters as operators. A lone operator, such as
 * the standard's "-", computes nothing and stays.
 */
function inert(text: string): string {
  const lines = text.split("\n").map(shown).join("\n");
  return /^\s*[=+\-@|＝＋－＠](?!$)/.test(lines) ? `'${lines}` : lines;
}
