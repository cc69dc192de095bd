import { writeFileSync } from "node:fs";
import type Mocha from "mocha";

/** The variable that names the file in which a suite leaves its outcome. */
export const OUTCOME = "VENDOR_PROFILE_OUTCOME";

/** The results of tests. */
export interface Outcome {
  passed: number;
  readonly failed: { readonly title: string; readonly error: string }[];
  /** The titles of flaky tests, which passed only on a retry: the test or the product needs a fix. */
  readonly unsteady: string[];
  /** The titles of tests that could not run on this machine. */
  readonly skipped: string[];
}

export const noOutcome = (): Outcome => ({ passed: 0, failed: [], unsteady: [], skipped: [] });

/** Adds the results of other tests. */
export function add(outcome: Outcome, { passed, failed, unsteady, skipped }: Outcome): void {
  outcome.passed += passed;
  outcome.failed.push(...failed);
  outcome.unsteady.push(...unsteady);
  outcome.skipped.push(...skipped);
}

/** Runs the loaded tests. */
export function run(mocha: Mocha): Promise<Outcome> {
  const outcome = noOutcome();
  const retried = new Set<string>();
  return new Promise((resolve) => {
    mocha
      .run(() => resolve(outcome))
      .on("retry", (test) => retried.add(test.fullTitle()))
      .on("pass", (test) => {
        outcome.passed++;
        if (retried.has(test.fullTitle())) outcome.unsteady.push(test.fullTitle());
      })
      .on("pending", (test) => outcome.skipped.push(test.fullTitle()))
      .on("fail", (test, error: Error) => outcome.failed.push({ title: test.fullTitle(), error: error.stack ?? String(error) }));
  });
}

/** Writes the outcome for the runner and exits with 0 if nothing failed. A suite without tests has failed. */
export function leave(outcome: Outcome): never {
  const file = process.env[OUTCOME];
  if (file) writeFileSync(file, JSON.stringify(outcome));
  process.exit(outcome.passed > 0 && outcome.failed.length === 0 ? 0 : 1);
}
