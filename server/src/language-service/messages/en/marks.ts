import { findings } from "../../../messages/en/findings.ts";
import type { MarkMessages } from "../types.ts";

/** Lenses in English. */
export const marks: MarkMessages = {
  verdict: (summary) => `Verdict — ${summary}`,
  outcome: ({ classification, verdict, unmet, unknown }) => {
    const counts = [...(unmet > 0 ? [`${unmet} unmet`] : []), ...(unknown > 0 ? [`${unknown} not stated`] : [])];
    return `${classification}: ${counts.length > 0 ? counts.join(", ") : findings.verdicts[verdict]}`;
  },
  nothingUnstated: "Every fact that this class requires is stated.",
  nothingToAdd:
    "There is no fact to add here. The list of problems shows the requirements that cannot be judged and the formal errors.",
};
