import type { AnyFinding, Kind, Severity } from "./finding.ts";

/** Why the severity of a finding is fixed: it is about a duty, or about a form error, which makes the profile unreliable. */
export type Lock = "duty" | "form";

const OF_DUTIES: ReadonlySet<string> = new Set<Kind>(["unmet", "unstated", "exception", "excepted"]);

/** Why the severity of a kind is fixed; undefined where it can be configured. */
export function lockOf(kind: string): Lock | undefined {
  if (OF_DUTIES.has(kind)) return "duty";
  return /^(?:yaml|schema|file)\./.test(kind) ? "form" : undefined;
}

/** Applies configured severities, a code before its kind. Findings with a fixed or no configured severity stay as they are. */
export function applySeverities(findings: readonly AnyFinding[], severities: Severities): readonly AnyFinding[] {
  if (severities.size === 0) return findings;
  return findings.flatMap((finding): AnyFinding[] => {
    const severity = lockOf(finding.kind) ? undefined : (severities.get(finding.code) ?? severities.get(finding.kind));
    if (severity === undefined) return [finding];
    return severity === "off" ? [] : [{ ...finding, severity }];
  });
}

/** Severity overrides by code (`7.recommended`) or kind (`recommended`); others keep their default. */
export type Severities = ReadonlyMap<string, Severity | "off">;
