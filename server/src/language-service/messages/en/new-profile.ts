import type { NewProfileMessages } from "../new-profile-messages.ts";

const rowsOf = (rows: readonly string[]) => `No. ${rows.join(", ")}`;

/** The comments of a new profile in English. */
export const newProfile: NewProfileMessages = {
  heading: (classification) => `Vendor profile (class ${classification})`,
  guide: [
    "Lines that begin with # are explanations. They are not judged, and you can delete them.",
    "Write a value after “:” and one space. Leave the spaces at the beginning of a line as they are.",
    "Leave empty what you do not know. It is then “not stated”: the requirement counts neither as met nor as not met.",
    "Where a key (a line of one word and “:”) has “# ” before it, use it only if you need it: delete that “# ”.",
    "The requirements in full, and the verdict: in VS Code, the checklist; in a terminal, vendor-profile explain NUMBER and vendor-profile check FILE.",
  ],
  notAsked: "The standard requires nothing of a service that handles only information of this class.",
  section: (title) => `===== ${title} =====`,
  oneOf: (rows) => `One of ${rowsOf(rows)} is required.`,
  row: (row, obligation) => `${row} (${obligation})`,
  fact: (title, rows, description) =>
    `${title}${rows.length === 0 ? "" : ` (${rowsOf(rows)})`}${description && `: ${description}`}`,
  // one word and a colon would look like a key
  values: (plain) => (plain.length === 0 ? "Possible values:" : `Values: ${plain.join(", ")}`),
  boolean: "Values: true (yes), false (no)",
  text: "Values: any text",
  integer: "Values: a whole number",
  date: "Values: year-month-day, e.g. 2027-03-31",
  valuesOf: (list, examples) => `Values: ${list}, e.g. ${examples.join(", ")}`,
  value: (value, title) => `${value} (${title})`,
  meaning: (title, sentence) => [title, sentence].filter((part) => part !== "").join(". "),
  several: (example) => `Write them in [ ], separated by commas${example === undefined ? "" : `, e.g. ${example}`}`,
  items: "The lines from “-” on are one entry. To add another one, copy them below.",
  noItems: "For each entry, copy the following lines and delete their “# ”.",
  ifItApplies: "Only if it applies, delete the “# ” of the following and fill it in.",
  forAlternatives: (first, rows) =>
    `Only if No. ${first} is not met but one of ${rowsOf(rows)} is: delete the “# ” of the keys that you use and of those above them, and fill them in.`,
  notJudged: "The following does not affect the result. To use it, delete the “# ”.",
};
