import type { AnyFinding, Severity } from "./finding.ts";

const SEVERITIES: readonly Severity[] = ["error", "warning", "information"];

/** The order of the text; at one place the gravest first, then as the standard numbers its rows. */
export function byPlace(a: AnyFinding, b: AnyFinding): number {
  return (
    a.profile - b.profile ||
    a.span.start - b.span.start ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    Number(a.requirement === null) - Number(b.requirement === null) ||
    (a.requirement ?? "").localeCompare(b.requirement ?? "", "en", { numeric: true }) ||
    (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
  );
}
