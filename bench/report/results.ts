import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { judge, type Table } from "./figures.ts";

const file = new URL("../results.json", import.meta.url);

/** The machine and its load: the average of the last minute, before the first part and after the last. */
export interface Conditions {
  readonly date: string;
  readonly node: string;
  readonly cores: number;
  readonly cpu: string;
  readonly memory: string;
  readonly system: string;
  readonly load: { readonly before: number; readonly after: number };
}

/** The result of one part, and the conditions it was measured under. */
export interface Result extends Table {
  readonly conditions: Conditions;
}

/** Results by the name of the part. */
export type Results = Readonly<Record<string, Result>>;

/** Notes the load before measuring. Call the returned function after measuring, for the conditions. */
export function begin(): () => Conditions {
  const { length: cores, 0: cpu } = cpus();
  const before = load();
  return () => ({
    date: new Date().toISOString().slice(0, 10),
    node: process.version,
    cores,
    cpu: cpu?.model ?? process.arch,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: process.platform,
    load: { before, after: load() },
  });
}

export function readResults(): Results {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

/** Writes the results of the measured parts. The other parts keep their earlier results. */
export function addResults(tables: Readonly<Record<string, Table>>, conditions: Conditions): void {
  const added = Object.entries(tables).map(([part, { rows, ...table }]) => {
    const judged = rows.map((row) => ({ ...row, ...judge(row) }));
    return [part, { conditions, ...table, rows: judged }] as const;
  });
  const results = { ...readResults(), ...Object.fromEntries(added) };
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
}

function load(): number {
  return Number((loadavg()[0] ?? 0).toFixed(1));
}
