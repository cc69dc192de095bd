import type { AnyFinding, Kind, Severity } from "./finding.ts";

/** Why a finding is as grave as it is, whatever a configuration says: it is about a duty, or about a text that cannot be relied on. */
export type Lock = "duty" | "form";

const OF_DUTIES: ReadonlySet<string> = new Set<Kind>(["unmet", "unstated", "exception", "excepted"]);

/** Why nothing can change how grave a kind of finding is; undefined where something can. */
export function lockOf(kind: string): Lock | undefined {
  if (OF_DUTIES.has(kind)) return "duty";
  return /^(?:yaml|schema|file)\./.test(kind) ? "form" : undefined;
}

/** The findings as grave as a configuration has them, a code before its kind. What it leaves out, and what is locked, stays. */
export function applySeverities(findings: readonly AnyFinding[], severities: Severities): readonly AnyFinding[] {
  if (severities.size === 0) return findings;
  return findings.flatMap((finding): AnyFinding[] => {
    const severity = lockOf(finding.kind) ? undefined : (severities.get(finding.code) ?? severities.get(finding.kind));
    if (severity === undefined) return [finding];
    return severity === "off" ? [] : [{ ...finding, severity }];
  });
}

/** How grave findings are, by their code (`7.recommended`) or kind (`recommended`); of what is not listed, as ever. */
export type Severities = ReadonlyMap<string, Severity | "off">;
