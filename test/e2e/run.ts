/**
 * Runs the tests that drive the packaged extension in a real editor as a person does. Names of variants and of test files
 * take only those; `--grep TEXT`: only tests with TEXT in their title; `--shard 1/2`: only the first of two halves of the files.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { globby } from "globby";
import Mocha from "mocha";
import type { Browser as Chromium } from "playwright-core";
import { add, leave, noOutcome, type Outcome, run } from "../support/outcome.ts";
import { setUp, setUpServer } from "../vscode/setup.ts";
import { launch } from "../vscode/workbench.ts";
import { setSession } from "./driver.ts";
import { EditorSession } from "./editor-session.ts";
import { type Variant, variants } from "./variants.ts";
import { packageExtension } from "./vsix.ts";

/** Which tests run. */
interface Wish {
  /** Names of variants and of test files; none: all. */
  readonly names?: readonly string[];
  readonly grep?: string | undefined;
  /** Which part of the files, of how many: `1/2`. */
  readonly shard?: string | undefined;
}

/** Runs the tests in each variant and says how it went; `dist/` must be built. */
async function runE2eSuites({ names = [], grep, shard = "1/1" }: Wish = {}): Promise<Outcome> {
  const all = await globby("*.test.ts", { cwd: fileURLToPath(new URL(".", import.meta.url)), absolute: true });
  const [part = 1, parts = 1] = shard.split("/").map(Number);
  const files = all.sort().filter((_, index) => index % parts === part - 1);
  const isWanted = choice(
    names,
    variants.map(({ name }) => name),
  );
  const isWantedFile = choice(names, files.map(nameOf));
  const outcome = noOutcome();
  // a folder of this run's own: another may run at the same time
  const folder = await mkdtemp(join(tmpdir(), "vendor-profile-vsix-"));
  const [vsix, { browser }] = await Promise.all([packageExtension(folder), setUp()]);
  const chromium = await launch(browser);
  try {
    // One after the other: an editor keeps two cores busy.
    for (const variant of variants.filter(({ name }) => isWanted(name))) {
      const own = files.filter((file) => (variant.files?.includes(nameOf(file)) ?? true) && isWantedFile(nameOf(file)));
      if (own.length === 0) continue;
      add(outcome, await runSuite(variant, own, { vsix, chromium, grep }));
    }
  } finally {
    await chromium.close();
    await rm(folder, { recursive: true });
  }
  return outcome;
}

/** Of names that say what is wanted, those of one kind; if they name none of it, everything is. */
function choice(wanted: readonly string[], known: readonly string[]): (name: string) => boolean {
  const named = known.filter((name) => wanted.includes(name));
  return (name) => named.length === 0 || named.includes(name);
}

const nameOf = (file: string) => basename(file, ".test.ts");

async function runSuite(
  variant: Variant,
  files: readonly string[],
  { vsix, chromium, grep }: { vsix: string; chromium: Chromium; grep?: string | undefined },
): Promise<Outcome> {
  const session = await EditorSession.start(variant, { server: await setUpServer(variant.edition), chromium, vsix });
  setSession(session);
  // An editor in a browser on a busy machine may be late once; a test that was is named in the end.
  const mocha = new Mocha({ timeout: 180_000, retries: 1, reporter: "spec", ...(grep && { grep }) });
  for (const file of files) {
    const suite = Mocha.Suite.create(mocha.suite, `${variant.name}: ${nameOf(file)}`);
    suite.beforeAll("opens a window", () => session.fresh());
    suite.afterEach("takes a picture of a failure", async function () {
      const { currentTest } = this;
      if (!currentTest || currentTest.isPassed()) return;
      console.log(`      ${await session.screenshot(`${nameOf(file)} ${currentTest.title}`)}`);
      // what it was asking is not asked of the next
      await session.press("Escape", "Escape");
    });
    Mocha.interfaces.bdd?.(suite);
    suite.emit("pre-require", globalThis, "", mocha);
    // Another address is another module: its tests are defined once more.
    await import(`${pathToFileURL(file)}?${variant.name}`);
  }
  const outcome = await run(mocha);
  await session.stop();
  return outcome;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { grep: { type: "string", short: "g" }, shard: { type: "string" } },
});
leave(await runE2eSuites({ names: positionals, ...values }));
