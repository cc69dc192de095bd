import { styleText } from "node:util";
import type { LanguageId } from "../../server/src/messages/language.ts";
import { judge, type Row, type Spread, type Table, type Text, type Unit } from "./figures.ts";

const HEADER: Readonly<Record<LanguageId, readonly string[]>> = {
  en: ["", "against", "Vendor Profile", "the other", "ratio", "goal"],
  ja: ["", "比較の相手", "Vendor Profile", "相手", "比", "目標"],
};

const UNITS: Readonly<Record<Unit, Text>> = {
  ms: { en: "ms", ja: "ms" },
  MiB: { en: "MiB", ja: "MiB" },
  "profiles/s": { en: "profiles/s", ja: "件/秒" },
};

/** Prints a table to the terminal, in English. */
export function print({ title, rows, notes = [] }: Table): void {
  console.log(`\n${styleText("bold", title.en)}`);
  const all = [HEADER.en, ...rows.map((row) => cells(row, "en"))];
  const widths = HEADER.en.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  const pad = (cell: string, column: number) =>
    column < 2 ? cell.padEnd(widths[column] as number) : cell.padStart(widths[column] as number);
  for (const line of rows.length > 0 ? all : []) console.log(`  ${line.map(pad).join("   ")}`);
  for (const note of notes) console.log(`  ${note.en}`);
}

/** The table in Markdown. */
export function markdown({ rows, notes = [] }: Table, language: LanguageId): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const table = [
    line(HEADER[language]),
    "| --- | --- | --: | --: | --: | --: |",
    ...rows.map((row) => line(cells(row, language))),
  ];
  return [...(rows.length > 0 ? [table.join("\n")] : []), ...notes.map((note) => note[language])].join("\n\n");
}

function cells(row: Row, language: LanguageId): string[] {
  const { what, peer, unit, ours, other } = row;
  const { ratio, tailRatio } = judge(row);
  const ratios = `${number(ratio)}×${tailRatio === undefined ? "" : `, p95 ${number(tailRatio)}×`}`;
  const value = (spread: Spread) => cell(spread, UNITS[unit][language]);
  return [what[language], peer[language], value(ours), value(other), ratios, goalOf(row)];
}

function goalOf(row: Row): string {
  const { unit, by, goal, tail } = row;
  if (goal === undefined) return "";
  const limit = tail?.below === undefined ? "" : `, p95 < ${tail.below} ${unit}`;
  return `${by === "cost" ? "≤" : "≥"} ${goal}×${limit} ${judge(row).met ? "✓" : "✗"}`;
}

/** For example `3.12 ms (3.01–3.40, p95 6.20)`. */
function cell({ p25, p50, p75, p95, samples }: Spread, unit: string): string {
  if (samples === 1) return `${number(p50)} ${unit}`;
  const tail = samples >= 20 ? `, p95 ${number(p95)}` : "";
  return `${number(p50)} ${unit} (${number(p25)}–${number(p75)}${tail})`;
}

function number(value: number): string {
  const digits = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
  return value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
