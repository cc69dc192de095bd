import type { HoverWords } from "../../../messages/language.ts";

const list = (words: readonly string[], joint: "and" | "or") =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${joint} ${words[words.length - 1]}`;

/** Hovers in English. */
export const hover: HoverWords = {
  statuses: { met: "met", unmet: "not met", unknown: "cannot be judged", "not-applicable": "not applicable" },
  notApplicable: (rows) => `since ${list(rows, "and")} is met`,
  comma: "; ",
  more: (count) => `${count} more`,
  classes: "Class",
  notAsked: "none",
  inPrinciple: "required in principle",
  group: (rows, status, carrier) => {
    const duty = `For this class one of ${list(rows, "or")} is required`;
    if (carrier !== undefined) return `${duty}; ${carrier} is met, which is enough.`;
    return status === "unmet" ? `${duty}; none is met.` : `${duty}; this cannot be judged yet.`;
  },
  carried: (carrier) => `A review is recorded: ${carrier} is accepted instead.`,
  enough: (remedy) => `To meet it: ${remedy}`,
  risk: (no, text) => `Risk stated in the standard${no === undefined ? "" : ` (${no})`}: ${text}`,
  requirement: (no, text) => `Requirement${no === undefined ? "" : ` ${no}`}: ${text}`,
  original: (text) => `Original: ${text}`,
  corrections: "Corrections to the original",
  values: "Values",
  list: (title, edition, asOf) =>
    `${title}${edition === undefined ? "" : ` ${edition}`}${asOf === undefined ? "" : ` (as of ${asOf})`}`,
  isIn: (set, asOf) => `${set}: yes${asOf === undefined ? "" : ` (as of ${asOf})`}`,
  isNotIn: (set, asOf) => `${set}: no${asOf === undefined ? "" : ` (as of ${asOf})`}`,
  examples: (text) => `Examples: ${text}`,
  correction: (from, to, reason) => `“${from}” → ${to === null ? "not known" : `“${to}”`}: ${reason}`,
  alias: (name, line) => `“*${name}” stands for the same as “&${name}” on line ${line}.`,
  ownKey: "A key of your own. It is not judged.",
  unreadable: "This value cannot be used to judge, so it counts as not stated.",
};
