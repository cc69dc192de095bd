/** Everything that must hold, in order: generated files, style, types, the unit suite, and the suites in a real editor. */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { styleText } from "node:util";
import { globby } from "globby";
import Mocha from "mocha";
import { runDeskSuites } from "../test/e2e/run.ts";
import { add, noOutcome, type Outcome, run } from "../test/support/outcome.ts";
import { runEditorSuites } from "../test/vscode/run.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const { resolve } = createRequire(import.meta.url);
const all = noOutcome();

/** The file of a package's command. */
const command = (name: string, file: string) => join(dirname(resolve(`${name}/package.json`)), file);

/** A check that is a program: it has passed if it exits with 0. */
function check(title: string, ...args: string[]): boolean {
  console.log(styleText("bold", `\n${title}`));
  const passed = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" }).status === 0;
  add(all, { passed: passed ? 1 : 0, failed: passed ? [] : [{ title, error: "" }], unsteady: [] });
  return passed;
}

async function unitSuite(): Promise<Outcome> {
  const mocha = new Mocha({ timeout: 60_000, reporter: "dot" });
  const files = await globby("test/**/*.test.ts", { cwd: root, ignore: ["test/vscode/**", "test/e2e/**"], absolute: true });
  for (const file of files.sort()) mocha.addFile(file);
  await mocha.loadFilesAsync();
  return run(mocha);
}

/** Suites that count for themselves. */
async function suites(title: string, runSuites: () => Promise<Outcome>): Promise<void> {
  console.log(styleText("bold", `\n${title}`));
  add(all, await runSuites());
}

const tsx = ["--import", "tsx"];
check("Generated files are what their sources make", ...tsx, "scripts/generate.ts", "--check");
check("Style", command("@biomejs/biome", "bin/biome"), "ci");
check("Types", command("typescript", "bin/tsc"));
check("Types of the views", command("typescript", "bin/tsc"), "-p", "client/webviews");
const isBuilt = check("Build", ...tsx, "scripts/build.ts");
if (isBuilt) {
  await suites("Unit, protocol and command-line tests", unitSuite);
  await suites("Tests inside a real editor", runEditorSuites);
  await suites("The packaged extension in a real editor, driven as by a person", runDeskSuites);
}
for (const title of all.unsteady) console.log(styleText("yellow", `passed only when it ran again: ${title}`));
for (const { title } of all.failed) console.log(styleText("red", `failed: ${title}`));
console.log(`\n${all.passed} passed, ${all.failed.length} failed`);
process.exit(all.failed.length === 0 ? 0 : 1);
