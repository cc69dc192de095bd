import type { Standard } from "../standard/standard.ts";
import type { AnyFinding, Severity } from "./finding.ts";

const SEVERITIES: readonly Severity[] = ["error", "warning", "information"];

/** Compares findings by profile, place, severity (errors first), row in the standard's order (those about no row last), and code. */
export function byPlace({ rows }: Standard): (a: AnyFinding, b: AnyFinding) => number {
  const rank = ({ requirement }: AnyFinding) =>
    requirement === null ? rows.length : rows.findIndex(({ no }) => no === requirement);
  return (a, b) =>
    a.profile - b.profile ||
    a.span.start - b.span.start ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    rank(a) - rank(b) ||
    (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}
