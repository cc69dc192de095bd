import type { Row } from "../../../core/standard/standard.ts";
import { list } from "../../../messages/en/list.ts";
import { reviewParts } from "../../../messages/en/review.ts";
import type { PlanMessages } from "../plan-messages.ts";

const name = ({ no, label }: Row) => `No. ${no} ${label.en}`;

export const plan: PlanMessages = {
  title: "What it would take to conform",
  caution:
    "This follows from the stated facts and the standard; it does not state any fact itself. The result changes once a requirement is really met and the profile states the facts.",
  asClass: (classification, stated) =>
    `Planned for class ${classification} (${stated === null ? "the profile’s class is not stated or cannot be read" : `the profile states class ${stated}`}).`,
  invalid: (faults, surface) =>
    `There ${faults === 1 ? "is 1 error" : `are ${faults} errors`} of form (${surface === "editor" ? "listed under Problems" : `vendor-profile check shows ${faults === 1 ? "it" : "them"}`}). Until ${faults === 1 ? "it is" : "they are"} fixed, the result stays “invalid”. What follows is based on what could be read and may change then.`,
  unclassified: {
    commandLine:
      "The class (information.classification) is not stated or cannot be read, so it cannot be said what it would take. State it, or name a class with --class.",
    editor:
      "The class is not stated or cannot be read, so it cannot be said what it would take. State it in the profile, or choose here the class to judge as.",
  },
  unasked: (classification) => `Nothing is required of class ${classification}. Nothing is needed.`,
  complete: (classification) =>
    `By the stated facts, everything that class ${classification} requires is met. Nothing else is needed.`,
  completeOnceRepaired: (classification) =>
    `Based on what could be read, everything that class ${classification} requires is met. Apart from fixing the errors of form, nothing else seems to be needed.`,
  impossible: (classification) =>
    `Something that class ${classification} requires is not applicable. Whatever is met, the result cannot be “conforms”.`,
  open: ({ classification, steps, unknown, hasCommon, choices }) => {
    const least = `To conform for class ${classification}, at least ${steps} more ${steps === 1 ? "thing" : "things"} would be needed.`;
    const those = unknown < steps ? `For ${unknown} of them` : steps === 1 ? "For it" : "For all of them";
    const stating = ` ${those}, facts are missing: if the requirement is already met, stating so would be enough.`;
    const chosen = choices > 1 ? "one of each choice" : "one of those offered";
    const all = hasCommon ? `everything needed in any case and ${chosen}` : `${chosen} below`;
    return `${least}${unknown > 0 ? stating : ""} Meeting ${choices > 0 ? all : "all of the following"} would be enough.`;
  },
  inAnyCase: "Needed in any case",
  oneOf: (rows) =>
    rows.length === 1
      ? `Choice: for ${rows.map(name).join("")}, one of these`
      : `Choice: one of ${list(
          rows.map(({ no }) => no),
          "or",
        )}`,
  row: name,
  review: (row) => `No. ${row.no}, review of the exception`,
  reviewOf: (no) => `${no} (reviewed exception)`,
  unmet: "not met",
  unknown: "cannot be judged (may already be met)",
  unrecorded: "not recorded",
  standing: (name, status) => `${name}: ${status}`,
  now: "Now:",
  enoughFor: (remedy) => `To meet it: ${remedy}`,
  record: ({ no }, carrier, missing) =>
    `Consider the other requirements as a whole and record ${reviewParts(missing)} under assessment."${no}".exception. ${no} stays unmet, and ${carrier.no} is accepted instead.`,
  fact: (title, path) => `${title} (${path})`,
  facts: "Facts to state:",
  otherwise: (carrier, { no }) =>
    `If ${no} turns out not to be met, ${carrier.no} may be met instead if an overall review is recorded.`,
  same: (step) => `the same as shown at ${step}`,
  sets: (count) => `Combinations (${count}, the smallest first)`,
  cut: (most) => `There are more combinations. The first ${most} are shown, the smallest first.`,
  set: (rows, count) => `${rows} (${count})`,
  steps: (count) => `${count} ${count === 1 ? "thing" : "things"}`,
  columns: {
    need: "Needed",
    requirement: "Requirement",
    status: "Now",
    reasons: "What is stated now",
    enough: "To meet it",
    facts: "Facts to state",
    risk: "Risk stated in the standard",
    rank: "Rank",
    size: "Size",
    set: "Combination",
  },
};
