import type { AnyFinding, Kind } from "./finding.ts";

/** The kinds of findings that say of a duty that it is not met. */
const OF_DUTIES: ReadonlySet<Kind> = new Set<Kind>(["unmet", "unstated", "exception"]);

/**
 * Whether a finding stands in the way of conforming: a profile conforms, or is not applicable, exactly if it has none that does.
 * That is a matter of its kind, for how grave a finding is shown may be configured.
 */
export function isInTheWay({ kind }: AnyFinding): boolean {
  return OF_DUTIES.has(kind) || kind.startsWith("schema.") || kind.startsWith("yaml.");
}
