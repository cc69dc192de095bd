import { writeCsv } from "hucre/csv";
import type { Cell, ReportDocument } from "../document.ts";
import { coveredPositions } from "./spans.ts";
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
 * A text that a spreadsheet program cannot take for a formula, in full-width characters either, which some read alike. A mark
 * that stands alone, as the standard's "-" does, computes nothing and stays.
 */
function inert(text: string): string {
  const lines = text.split("\n").map(shown).join("\n");
  return /^\s*[=+\-@|＝＋－＠](?!$)/.test(lines) ? `'${lines}` : lines;
}
