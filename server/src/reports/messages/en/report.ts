import { list } from "../../../messages/en/list.ts";
import type { ReportMessages } from "../report-messages.ts";

export const report: ReportMessages = {
  title: "Report on a cloud service",
  comparisonTitle: "Comparison of cloud services",
  facts: {
    vendor: "Vendor",
    service: "Service",
    class: "Class",
    verdict: "Verdict",
    eligible: "Usable for",
    asOf: "As of",
    standard: "Standard",
    edition: "Edition of the standard",
    lists: "Lists referred to",
    profile: "Profile",
    prepared: "Filled in by",
    tool: "Made with",
    services: "Services compared",
  },
  columns: {
    status: "Result",
    why: "Why",
    evidence: "Evidence",
    requirement: "Requirement",
    obligation: "Obligation",
    remedy: "To meet it",
    risk: "Risk stated in the standard",
    differs: "Differs",
    service: "Service",
    vendor: "Vendor",
  },
  headings: {
    table: "Result by requirement",
    remaining: "Remaining risks",
    approval: "Approval",
    requirements: "Result by class and requirement",
    lacking: "What is lacking",
  },
  unreviewed: "awaits review",
  statuses: { met: "○ met", unmet: "× not met", unknown: "not stated", "not-applicable": "not applicable" },
  legend:
    "“Met” and “not met” follow from the stated facts; “not stated” means that the deciding facts are not stated; “not applicable” means that the requirement does not apply. What is not stated never passes.",
  signLegend:
    "For a requirement: ○ met, × not met, ? not stated (the deciding facts are not stated, and what is not stated never passes), – not applicable; a number below the sign is a requirement that is met instead and is enough for some classes. For a class: ○ conforms, × does not conform, ? undetermined, ! invalid.",
  notStated: "not stated",
  none: "none",
  comma: ", ",
  sentenceSpace: " ",
  profile: (path, number) => (number === null ? path : `${path} (profile ${number})`),
  prepared: (by, date) => [by, date].filter((part) => part !== null).join(", "),
  judgedAs: (judged, stated) => `as if ${judged} (in the profile: ${stated ?? "not stated"})`,
  onTrial: (judgedTitle, stated) =>
    `Judged as if the class were ${judgedTitle} (in the profile: ${stated ?? "not stated"}). This is not the result for the stated class.`,
  noClass: "not stated",
  verdict: (verdict, unmet, unknown, faults) => {
    const whole = faults > 0 ? `${verdict}, ${faults} ${faults === 1 ? "error" : "errors"}` : verdict;
    const counts = [...(unmet > 0 ? [`${unmet} unmet`] : []), ...(unknown > 0 ? [`${unknown} not stated`] : [])];
    return counts.length > 0 ? `${whole} (${counts.join(", ")})` : whole;
  },
  eligibleNone: (classes) => `none of ${list(classes, "and")}`,
  eligibleUnknown: "not known until the errors are fixed",
  standard: (city, title, id) => `${city}, ${title} (${id})`,
  noEdition: "The standard’s text names no edition",
  invalid: (faults) =>
    `The profile has ${faults} ${faults === 1 ? "error" : "errors"}, so there is no verdict yet. Values that cannot be read count as not stated; the results by requirement are shown for reference.`,
  unclassified:
    "The class of information handled is not known, so neither is what is required. Only the results by requirement are shown.",
  notAsked: (classTitle) => `Nothing is required of ${classTitle}. The results by requirement are shown for reference.`,
  carried: (carrier) => `No. ${carrier} is met instead`,
  sufficient: (carrier) => `No. ${carrier} is met, which is enough`,
  reviewed: (carrier, by, date, reason) =>
    `After a review (${by}, ${date}) No. ${carrier} is accepted instead. Reason: ${reason}`,
  caution: (text) => `Caution: ${text}`,
  collected: (date) => `collected ${date}`,
  expires: (date) => `valid until ${date}`,
  inBrackets: (text) => ` (${text})`,
  expired: "expired",
  missing: "file not found",
  disagrees: "(does not agree with the result)",
  checkNote:
    "The results compare the facts stated in the profile with the standard. The check column is for a person to fill in; entries there do not change the result.",
  oneRequired: "one of them required",
  accepted: "required in principle (another accepted after a recorded review)",
  ofRow: (no, text) => `${no}: ${text}`,
  oneOf: "One of:",
  exception: {
    unreviewed: (carrier) => `No. ${carrier} may replace it only if a review is recorded`,
    unknown: (carrier) => `Whether No. ${carrier} may replace it cannot be judged: it is not stated`,
    unmet: (carrier) => `No. ${carrier} is not met either, and so cannot replace it`,
  },
  review: "Or consider the other requirements as a whole and record by whom, when and why.",
  nothingRemains: "Nothing that is required or recommended for this class is unmet or left unjudged.",
  remainingUnknown: "The class of information handled is not known, so the remaining risks cannot be judged.",
  remainingNotAsked: "Nothing is required of this class, so remaining risks are not judged.",
  signatures: ["Prepared (name, date)", "Checked (name, date)", "Approved (name, date)"],
  comparisonName: "Comparison",
  serviceCount: (count) => `${count}`,
  usableFor: (classification) => `Usable for class ${classification}`,
  verdictFor: (classification) => `Verdict for class ${classification}`,
  numbered: (number, name) => `${number} ${name}`,
  differs: "differs",
  differsNote: "“Differs” marks rows whose result is not the same for every service.",
  carriedFor: (carrier, classes, isReviewed) =>
    `for ${list(classes, "and")}: ${carrier} instead${isReviewed ? ", after a review" : ""}`,
  group: (rows) => `One of No. ${list(rows, "or")}`,
  reviewedRow: (no, carrier) => `No. ${carrier} is accepted instead of No. ${no} after a recorded review`,
};
