import type Mocha from "mocha";

/** The results of a test run. */
export interface Outcome {
  passed: number;
  readonly failed: { readonly title: string; readonly error: string }[];
  /** The titles of flaky tests, which passed only on a retry: the test or the product needs a fix. */
  readonly unsteady: string[];
}

export const noOutcome = (): Outcome => ({ passed: 0, failed: [], unsteady: [] });

/** Adds the results of other tests. */
export function add(outcome: Outcome, { passed, failed, unsteady }: Outcome): void {
  outcome.passed += passed;
  outcome.failed.push(...failed);
  outcome.unsteady.push(...unsteady);
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
      .on("fail", (test, error: Error) => outcome.failed.push({ title: test.fullTitle(), error: error.stack ?? String(error) }));
  });
}
