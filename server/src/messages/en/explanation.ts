import type { ExplanationMessages } from "../language.ts";
import { list } from "./list.ts";

export const explanation: ExplanationMessages = {
  boolean: (value: boolean) => (value ? "yes" : "no"),
  statuses: { met: "met", unmet: "not met", unknown: "cannot be judged", "not-applicable": "not applicable" },
  notApplicable: (rows) => `since ${list(rows, "and")} is met`,
  comma: "; ",
  more: (count) => `${count} more`,
  notAsked: "none",
  inPrinciple: "required in principle",
  group: (rows, status, carrier) => {
    const duty = `For this class one of ${list(rows, "or")} is required`;
    if (carrier !== undefined) return `${duty}; ${carrier} is met, which is enough.`;
    return status === "unmet" ? `${duty}; none is met.` : `${duty}; this cannot be judged yet.`;
  },
  carried: (carrier) => `A review is recorded: ${carrier} is accepted instead.`,
  values: "Values",
  list: (title, edition, asOf) =>
    `${title}${edition === undefined ? "" : ` ${edition}`}${asOf === undefined ? "" : ` (as of ${asOf})`}`,
};
