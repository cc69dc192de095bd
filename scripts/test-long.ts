/** What takes too long for every change: the random tests with fifty times the cases, or as many as RUNS says, then the soak. */
import { spawnSync } from "node:child_process";

const env = { ...process.env, RUNS: process.env.RUNS ?? "50" };
const files = [
  ...["text", "insert", "structure", "register"].map((name) => `test/properties/${name}.test.ts`),
  "test/protocol/fuzz.test.ts",
];

for (const args of [
  ["node_modules/mocha/bin/mocha.js", "--timeout", "0", ...files],
  ["--import", "tsx", "scripts/soak.ts"],
]) {
  if (spawnSync(process.execPath, args, { env, stdio: "inherit" }).status !== 0) process.exitCode = 1;
}
