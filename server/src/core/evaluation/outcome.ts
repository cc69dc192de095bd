import { judgedClasses, type Standard } from "../standard/standard.ts";
import type { Facts } from "./facts.ts";
import { dutiesOf, type RowResults, type Verdict, verdictOf } from "./verdict.ts";

/** What a class would say of a profile, were that its class. */
export interface Outcome {
  readonly classification: string;
  readonly verdict: Verdict;
  /** How many duties are unmet, and how many cannot be judged. */
  readonly unmet: number;
  readonly unknown: number;
}

/** The outcome for every class of which something is asked, strictest first. */
export function outcomes(standard: Standard, rows: RowResults, facts: Facts): Outcome[] {
  return judgedClasses(standard).map((classification) => {
    const duties = dutiesOf(standard, classification, rows, facts);
    const count = (status: string) => duties.filter((duty) => duty.status === status).length;
    const verdict = verdictOf(standard, classification, duties);
    return { classification, verdict, unmet: count("unmet"), unknown: count("unknown") };
  });
}
