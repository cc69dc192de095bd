/** Everything that must hold, in order: generated files, style, types, the unit suite, and the suites in a real editor. */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { styleText } from "node:util";
import { globby } from "globby";
import Mocha from "mocha";
import { runDeskSuites } from "../test/desk/run.ts";
import { runEditorSuites } from "../test/vscode/run.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const { resolve } = createRequire(import.meta.url);
const totals = { passed: 0, failed: 0 };

/** The file of a package's command. */
const command = (name: string, file: string) => join(dirname(resolve(`${name}/package.json`)), file);

/** A check that is a program: it has passed if it exits with 0. */
function check(title: string, ...args: string[]): boolean {
  console.log(styleText("bold", `\n${title}`));
  const passed = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" }).status === 0;
  totals[passed ? "passed" : "failed"]++;
  return passed;
}

async function unitSuite(): Promise<void> {
  console.log(styleText("bold", "\nUnit, protocol and command-line tests"));
  const mocha = new Mocha({ timeout: 20_000, reporter: "dot" });
  const files = await globby("test/**/*.test.ts", { cwd: root, ignore: ["test/vscode/**", "test/desk/**"], absolute: true });
  for (const file of files.sort()) mocha.addFile(file);
  await mocha.loadFilesAsync();
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on("pass", () => totals.passed++);
    runner.on("fail", () => totals.failed++);
  });
}

/** Suites that count for themselves. */
async function add(title: string, run: () => Promise<typeof totals>): Promise<void> {
  console.log(styleText("bold", `\n${title}`));
  const { passed, failed } = await run();
  totals.passed += passed;
  totals.failed += failed;
}

const tsx = ["--import", "tsx"];
check("Generated files are what their sources make", ...tsx, "scripts/generate.ts", "--check");
check("Style", command("@biomejs/biome", "bin/biome"), "ci");
check("Types", command("typescript", "bin/tsc"));
check("Types of the views", command("typescript", "bin/tsc"), "-p", "client/views");
const isBuilt = check("Build", ...tsx, "scripts/build.ts");
if (isBuilt) {
  await unitSuite();
  await add("Tests inside a real editor", runEditorSuites);
  await add("The packaged extension in a real editor, driven as by a person", runDeskSuites);
}
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 ? 0 : 1);
