/** The floor for a checker of many files: it reads and parses them. Arguments: the folder, the number of threads, this thread's share. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isMainThread, Worker } from "node:worker_threads";
import { parseDocument } from "yaml";

const [, program = "", folder = "", threads = "1", share = "0"] = process.argv;
if (isMainThread) {
  for (let other = 1; other < Number(threads); other++) new Worker(program, { argv: [folder, threads, String(other)] });
}
const files = readdirSync(folder).filter((file) => file.endsWith(".vendor.yaml"));
for (let index = Number(share); index < files.length; index += Number(threads)) {
  parseDocument(readFileSync(join(folder, files[index] as string), "utf8"));
}
