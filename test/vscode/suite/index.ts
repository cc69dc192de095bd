import { writeFile } from "node:fs/promises";
import Mocha from "mocha";

/** What the suite leaves in the file that VENDOR_PROFILE_RESULTS names. */
export interface Results {
  passed: number;
  failures: { title: string; error: string }[];
}

/** What the editor calls: runs every test in the extension host. */
export async function run(): Promise<void> {
  const results: Results = { passed: 0, failures: [] };
  const mocha = new Mocha({ timeout: 20_000, reporter: class extends Mocha.reporters.Base {} });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  await import("./extension.test.ts");
  await import("./diagnostics.test.ts");
  await import("./features.test.ts");
  await import("./configuration.test.ts");
  await import("./language-model-tools.test.ts");
  await new Promise((resolve) => {
    const runner = mocha.run(resolve);
    runner.on("pass", () => results.passed++);
    runner.on("fail", (test, error: Error) =>
      results.failures.push({ title: test.fullTitle(), error: error.stack ?? String(error) }),
    );
  });
  if (process.env.VENDOR_PROFILE_RESULTS) await writeFile(process.env.VENDOR_PROFILE_RESULTS, JSON.stringify(results));
  if (results.failures.length > 0) throw new Error(`${results.failures.length} failed`);
}
