/**
 * Measures the built product against floors and peers: `npm run bench -- [PART…] [--quick]`. Writes the results into results.json
 * and docs/performance.md; `--quick` takes few samples and writes nothing.
 */
import { rm } from "node:fs/promises";
import { parseArgs, styleText } from "node:util";
import { letCompile } from "./driving/compile.ts";
import { addEvidence, folder } from "./folder.ts";
import { measures } from "./measures/index.ts";
import { preparePeers } from "./peers/index.ts";
import { install } from "./peers/packages.ts";
import type { Table } from "./report/figures.ts";
import { writePerformancePages } from "./report/pages.ts";
import { addResults, begin } from "./report/results.ts";
import { print } from "./report/table.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { quick: { type: "boolean", default: false } } });
const { quick } = values;
const parts = positionals.length > 0 ? positionals : Object.keys(measures);
const unknown = parts.filter((part) => !Object.hasOwn(measures, part));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(", ")}. The parts are: ${Object.keys(measures).join(", ")}`);
  process.exit(2);
}

install();
const end = begin();
const peers = await preparePeers();
await addEvidence(folder);
await letCompile(peers.servers.ours);
console.log(`Medians (p25–p75, p95 of twenty samples or more)${quick ? "; --quick: few samples" : ""}`);

const tables: Record<string, Table> = {};
for (const part of parts) {
  const from = performance.now();
  const table = await measures[part]?.({ peers, quick, runs: (full) => (quick ? Math.ceil(full / 5) : full) });
  if (!table) continue;
  print(table);
  console.log(styleText("dim", `  ${part}: ${Math.round((performance.now() - from) / 1_000)} s`));
  tables[part] = table;
}

if (!quick) {
  addResults(tables, end());
  writePerformancePages();
}
await rm(folder, { recursive: true });
