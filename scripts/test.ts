/**
 * Runs everything a change must pass: generated files, style, types and every suite, each in its own process, some side by side.
 * The last line counts the tests that passed and failed; a suite that could not run counts as failed.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { styleText } from "node:util";
import { add, noOutcome, OUTCOME, type Outcome } from "../test/support/outcome.ts";
import { setUpEditors } from "../test/vscode/setup.ts";

/** A program to run: a check, which passes if it exits with 0, or tests, which report their own outcome, perhaps in an editor. */
interface Suite {
  readonly kind: "check" | "tests" | "editor";
  readonly title: string;
  readonly args: readonly string[];
}

const root = fileURLToPath(new URL("..", import.meta.url));
const { resolve } = createRequire(import.meta.url);
/** One more than there are cores, for tests wait for editors; beyond four, editors start too slowly for their tests. */
const LANES = Math.min(availableParallelism() + 1, 4);

/** The file of a package's command. */
const command = (name: string, file: string) => join(dirname(resolve(`${name}/package.json`)), file);
const tsx = ["--import", "tsx"];
const check = (title: string, ...args: string[]): Suite => ({ kind: "check", title, args });
const tests = (title: string, ...globs: string[]): Suite => ({ kind: "tests", title, args: [...tsx, "test/run.ts", ...globs] });
const editor = (title: string, ...args: string[]): Suite => ({ kind: "editor", title, args: [...tsx, ...args] });

const checks = [
  check("Generated files are what their sources make", ...tsx, "scripts/generate.ts", "--check"),
  check("Style", command("@biomejs/biome", "bin/biome"), "ci"),
  check("Types", command("typescript", "bin/tsc")),
  check("Types of the views", command("typescript", "bin/tsc"), "-p", "client/webviews"),
];

const build = check("Build", ...tsx, "scripts/build.ts");

/** The folders that are suites of their own. */
const FOLDERS = {
  properties: "What holds of every profile and every text",
  processes: "The command line as a program",
  protocol: "The language server as a program",
  bounds: "The work that is done, counted in steps",
  security: "Threats",
  localisation: "Both languages",
};

/** The longest start first, so that none runs alone at the end. */
const suites = [
  ...["1/2", "2/2"].map((shard) =>
    editor(`The packaged extension, driven as by a person (${shard})`, "test/e2e/run.ts", "ja", "--shard", shard),
  ),
  ...Object.entries(FOLDERS).map(([folder, title]) => tests(title, `test/${folder}/**/*.test.ts`)),
  tests("All others", "test/**/*.test.ts", ...Object.keys(FOLDERS).map((folder) => `!test/${folder}`)),
  editor("Inside the editor", "test/vscode/run.ts", "ja"),
  editor("The packaged extension in a browser alone", "test/e2e/run.ts", "web", "smoke"),
  editor("The packaged extension in the oldest editor", "test/e2e/run.ts", "oldest"),
  editor("The packaged extension in English", "test/e2e/run.ts", "en", "smoke"),
];

/** Runs a suite, and prints its output below its title once it has ended. */
async function runSuite({ kind, title, args }: Suite): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), "vendor-profile-outcome-"));
  const file = join(folder, "outcome.json");
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, [OUTCOME]: file },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => output.push(chunk));
  const [status] = await once(child, "close");
  console.log(`${styleText("bold", `\n${title}`)}\n${Buffer.concat(output)}`);
  const counted: Outcome | undefined = await readFile(file, "utf8").then(JSON.parse, () => undefined);
  await rm(folder, { recursive: true });
  if (kind === "check" && status === 0) return { ...noOutcome(), passed: 1 };
  // tests without an outcome did not run, or broke off
  const isWhole = counted && (status === 0 || counted.failed.length > 0);
  return isWhole ? counted : failure(title, `ended with ${status}`);
}

const failure = (title: string, error: string): Outcome => ({ ...noOutcome(), failed: [{ title, error }] });

/** Runs suites side by side. */
async function runAll(suites: readonly Suite[], runOne = runSuite): Promise<Outcome> {
  const all = noOutcome();
  const waiting = [...suites];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) add(all, await runOne(next));
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return all;
}

// fetched in the background, once for all suites
const editors = setUpEditors().then(
  () => undefined,
  (error: unknown) => String(error),
);
const all = await runAll(checks);
const built = await runSuite(build);
add(all, built);
const reasonNotRun = built.failed.length > 0 ? "not built" : undefined;
const noEditors = await editors;
add(
  all,
  await runAll(suites, async (suite) => {
    const reason = reasonNotRun ?? (suite.kind === "editor" ? noEditors : undefined);
    return reason === undefined ? runSuite(suite) : failure(suite.title, reason);
  }),
);
for (const title of all.skipped) console.log(styleText("yellow", `skipped: ${title}`));
for (const title of all.unsteady) console.log(styleText("yellow", `passed only when it ran again: ${title}`));
for (const { title, error } of all.failed)
  console.log(styleText("red", `failed: ${title}${error && `\n  ${error.split("\n").slice(0, 3).join("\n  ")}`}`));
console.log(
  `\n${all.passed} passed, ${all.failed.length} failed${all.skipped.length > 0 ? `, ${all.skipped.length} skipped` : ""}`,
);
process.exit(all.failed.length === 0 ? 0 : 1);
