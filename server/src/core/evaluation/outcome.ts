import { judgedClasses, type Standard } from "../standard/standard.ts";
import type { Facts } from "./facts.ts";
import { dutiesOf, type RowResults, type Verdict, verdictOf } from "./verdict.ts";

/** The result of judging a profile as a class. */
export interface Outcome {
  readonly classification: string;
  readonly verdict: Verdict;
  /** The number of unmet duties. */
  readonly unmet: number;
  /** The number of duties that cannot be judged. */
  readonly unknown: number;
}

/** The outcome for every class that has requirements, strictest first. */
export function outcomes(standard: Standard, rows: RowResults, facts: Facts): Outcome[] {
  return judgedClasses(standard).map((classification) => {
    const duties = dutiesOf(standard, classification, rows, facts);
    const count = (status: string) => duties.filter((duty) => duty.status === status).length;
    const verdict = verdictOf(standard, classification, duties);
    return { classification, verdict, unmet: count("unmet"), unknown: count("unknown") };
  });
}
