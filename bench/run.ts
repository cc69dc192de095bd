/** Measures the built product against the bare libraries and against yaml-language-server. `--quick`: fewer runs. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { cpus, release, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { evidenceFiles } from "./documents.ts";
import { judge, print, type Table } from "./figures.ts";
import { measureAnalysis, measureEdits, measureMemory, measureRegister, measureRequests, measureStart } from "./measures.ts";
import { folder, preparePrograms } from "./programs.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const { quick } = parseArgs({ options: { quick: { type: "boolean", default: false } } }).values;

if (!existsSync(join(here, "node_modules/yaml-language-server"))) {
  console.log("Installing what is measured against: npm ci in bench/");
  execFileSync("npm", ["ci"], { cwd: here, stdio: "inherit", shell: process.platform === "win32" });
}

const programs = await preparePrograms();
for (const file of evidenceFiles) {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), "");
}

const { length: cores, 0: cpu } = cpus();
const machine = `${cores} × ${cpu?.model ?? process.arch}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${release()}, Node ${process.version}`;
console.log(`${machine}\nMedians (p25–p75, p95 of twenty samples or more)${quick ? "; --quick: few samples" : ""}`);

const tables: Table[] = [];
for (const measure of [measureAnalysis, measureStart, measureEdits, measureRegister, measureRequests, measureMemory]) {
  const table = await measure(programs, quick);
  print(table);
  tables.push(table);
}

const results = tables.map(({ figures, ...table }) => ({
  ...table,
  figures: figures.map((figure) => ({ ...figure, ...judge(figure) })),
}));
const report = { date: new Date().toISOString(), machine, quick, results };
await writeFile(join(here, "results.json"), `${JSON.stringify(report, null, 2)}\n`);
await rm(folder, { recursive: true });
