import type { AnyFinding, Kind } from "./finding.ts";

/** The kinds of findings about a duty that is not met. */
const OF_DUTIES: ReadonlySet<Kind> = new Set<Kind>(["unmet", "unstated", "exception"]);

/**
 * Whether a finding prevents conformance: a profile conforms, or is not applicable, exactly if none of its findings does.
 * The kind decides, because severities can be configured.
 */
export function isBlocking({ kind }: AnyFinding): boolean {
  return OF_DUTIES.has(kind) || kind.startsWith("schema.") || kind.startsWith("yaml.");
}
