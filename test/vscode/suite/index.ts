import { writeFile } from "node:fs/promises";
import Mocha from "mocha";
import { run as runTests } from "../../support/outcome.ts";

/** The entry that the editor calls: runs every test in the extension host and writes the outcome to the file VENDOR_PROFILE_RESULTS. */
export async function run(): Promise<void> {
  // An editor on a busy machine may be late once; a test that was is named in the end.
  const mocha = new Mocha({ timeout: 180_000, retries: 1, reporter: class extends Mocha.reporters.Base {} });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  await import("./extension.test.ts");
  await import("./diagnostics.test.ts");
  await import("./features.test.ts");
  await import("./configuration.test.ts");
  await import("./language-model-tools.test.ts");
  const outcome = await runTests(mocha);
  if (process.env.VENDOR_PROFILE_RESULTS) await writeFile(process.env.VENDOR_PROFILE_RESULTS, JSON.stringify(outcome));
  if (outcome.failed.length > 0) throw new Error(`${outcome.failed.length} failed`);
}
