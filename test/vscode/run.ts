/**
 * Runs the suite inside a real editor, in English and in Japanese, or in the one that is named.
 *
 * The editor is desktop VS Code where there is a display and a way to download it, else the stand-in of code.ts;
 * VENDOR_PROFILE_EDITOR=desktop or =server decides otherwise.
 */
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { styleText } from "node:util";
import { downloadAndUnzipVSCode, runTests } from "@vscode/test-electron";
import { build } from "esbuild";
import { add, leave, noOutcome, type Outcome } from "../support/outcome.ts";
import { cache, findProgram, root, setUp } from "./setup.ts";
import { type Locale, pretendJapanese } from "./workbench.ts";

const LOCALES = ["en", "ja"] as const satisfies readonly Locale[];
/** A file of this run's own: another may run at the same time. */
const suite = join(root, `out/test-vscode/suite-${process.pid}.cjs`);
/** The day on which the examples are judged. */
const asOf = "2026-11-22";

/** Runs the suite in languages and says how it went; `dist/` must be built. */
async function runEditorSuites(locales: readonly Locale[]): Promise<Outcome> {
  const [executable] = await Promise.all([findEditor(), bundleSuite()]);
  const all = noOutcome();
  // One after the other: an editor keeps two cores busy.
  for (const locale of locales) {
    const results = await runSuite(executable, locale);
    add(all, results);
    console.log(`VS Code, ${locale}: ${results.passed} passed, ${results.failed.length} failed`);
    for (const { title, error } of results.failed)
      console.log(styleText("red", `  ${title}\n    ${error.replaceAll("\n", "\n    ")}`));
  }
  await rm(suite);
  return all;
}

async function runSuite(vscodeExecutablePath: string, locale: Locale): Promise<Outcome> {
  const temporary = await mkdtemp(join(tmpdir(), "vendor-profile-test-"));
  const workspace = join(temporary, "examples");
  const userData = join(temporary, "user");
  const results = join(temporary, "results.json");
  await cp(join(root, "examples"), workspace, { recursive: true });
  await mkdir(join(userData, "User"), { recursive: true });
  await writeFile(join(userData, "User/settings.json"), JSON.stringify({ "vendorProfile.asOf": asOf }));
  if (locale === "ja") await pretendJapanese(userData);
  const ended = await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: root,
    extensionTestsPath: suite,
    extensionTestsEnv: { VENDOR_PROFILE_RESULTS: results, VENDOR_PROFILE_LOCALE: locale },
    launchArgs: [workspace, `--user-data-dir=${userData}`, `--locale=${locale}`, "--disable-extensions"],
  }).catch((error: Error) => error);
  const outcome: Outcome = await readFile(results, "utf8").then(JSON.parse, () => ({
    ...noOutcome(),
    failed: [{ title: "The editor ended before the suite did", error: String(ended) }],
  }));
  // What a failed run left behind, its picture above all, is kept.
  if (outcome.failed.length === 0) await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
  return outcome;
}

/** The suite runs in the editor's extension host, which loads CommonJS of any age. */
async function bundleSuite(): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: ["test/vscode/suite/index.ts"],
    outfile: suite,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["vscode", "mocha"],
    sourcemap: "inline",
  });
}

async function findEditor(): Promise<string> {
  const wish = process.env.VENDOR_PROFILE_EDITOR;
  if (wish === "desktop") return desktop();
  if (wish !== "server" && (await desktopIsNear())) {
    const code = await desktop().catch((error: unknown) => console.error(`No desktop VS Code, the stand-in then: ${error}`));
    if (code) return code;
  }
  // Before the suites, so that their time limit is theirs alone.
  await setUp();
  const standIn = fileURLToPath(new URL("code.mjs", import.meta.url));
  // A copy that came as an archive may have lost this.
  await chmod(standIn, 0o755);
  return standIn;
}

const hasDisplay = process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

async function desktop(): Promise<string> {
  const code = await downloadAndUnzipVSCode({ cachePath: cache });
  return hasDisplay ? code : underXvfb(code);
}

async function desktopIsNear(): Promise<boolean> {
  if (!hasDisplay && !(await findProgram("xvfb-run"))) return false;
  // A second decides: a machine with no way out would otherwise wait for half a minute.
  return fetch("https://update.code.visualstudio.com/api/releases/stable", { signal: AbortSignal.timeout(1000) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function underXvfb(code: string): Promise<string> {
  const script = join(root, "out/test-vscode/code-under-xvfb.sh");
  await mkdir(join(root, "out/test-vscode"), { recursive: true });
  await writeFile(script, `#!/bin/sh\nexec xvfb-run -a "${code}" "$@"\n`, { mode: 0o755 });
  return script;
}

const [, , ...named] = process.argv;
leave(await runEditorSuites(LOCALES.filter((locale) => named.length === 0 || named.includes(locale))));
