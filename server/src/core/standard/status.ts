/** The status of a requirement. A fact that is not stated makes it unknown, and unknown never passes. */
export type Status = "met" | "unmet" | "unknown" | "not-applicable";

/** The conjunction: unmet if any is unmet, else unknown if any is unknown; met for no statuses at all. */
export function allOf(statuses: readonly Status[]): Status {
  return statuses.includes("unmet") ? "unmet" : statuses.includes("unknown") ? "unknown" : "met";
}

/** The disjunction: met if any is met, else unknown if any is unknown. A row that does not apply cannot carry the others. */
export function anyOf(statuses: readonly Status[]): Status {
  return statuses.includes("met") ? "met" : statuses.includes("unknown") ? "unknown" : "unmet";
}
