import type { HoverMessages } from "../types.ts";

/** Hovers in English. */
export const hover: HoverMessages = {
  classes: "Class",
  enough: (remedy) => `To meet it: ${remedy}`,
  risk: (no, text) => `Risk stated in the standard${no === undefined ? "" : ` (${no})`}: ${text}`,
  requirement: (no, text) => `Requirement${no === undefined ? "" : ` ${no}`}: ${text}`,
  original: (text) => `Original: ${text}`,
  corrections: "Corrections to the original",
  isIn: (set, asOf) => `${set}: yes${asOf === undefined ? "" : ` (as of ${asOf})`}`,
  isNotIn: (set, asOf) => `${set}: no${asOf === undefined ? "" : ` (as of ${asOf})`}`,
  examples: (text) => `Examples: ${text}`,
  correction: (from, to, reason) => `“${from}” → ${to === null ? "not known" : `“${to}”`}: ${reason}`,
  alias: (name, line) => `“*${name}” repeats the value of “&${name}” on line ${line}.`,
  ownKey: "A key of your own. It is not judged.",
  unreadable: "This value cannot be used to judge, so it counts as not stated.",
};
