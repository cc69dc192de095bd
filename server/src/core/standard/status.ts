/** What is known of a requirement. Not stated is unknown, and unknown never passes. */
export type Status = "met" | "unmet" | "unknown" | "not-applicable";

/** ∧: unmet if any is, else unknown if any is; met when there is nothing to meet. */
export function allOf(statuses: readonly Status[]): Status {
  return statuses.includes("unmet") ? "unmet" : statuses.includes("unknown") ? "unknown" : "met";
}

/** ∨: met if any is, else unknown if any is. What does not apply carries nothing. */
export function anyOf(statuses: readonly Status[]): Status {
  return statuses.includes("met") ? "met" : statuses.includes("unknown") ? "unknown" : "unmet";
}
