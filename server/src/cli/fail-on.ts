import type { Severity } from "../core/findings/finding.ts";
import type { Tally } from "./workers/tally.ts";

/** What makes the exit status 1: the verdicts (the default), findings of at least this severity, or nothing. */
export const FAIL_ON = ["verdict", "error", "warning", "information", "never"] as const;

export type FailOn = (typeof FAIL_ON)[number];

/** The most severe first. */
const SEVERITIES: readonly Severity[] = ["error", "warning", "information"];

/**
 * The exit status of a check; always 2 for an unreadable input.
 *
 * @param tally counts the findings that are shown
 * @param isNew whether only new findings are shown; they decide then, not the verdicts
 */
export function statusBy(failOn: FailOn, tally: Tally, isNew: boolean): 0 | 1 | 2 {
  const byVerdicts = exitStatus(tally);
  if (byVerdicts === 2 || (failOn === "verdict" && !isNew)) return byVerdicts;
  if (failOn === "never") return 0;
  if (failOn === "verdict") return tally.isInTheWay ? 1 : 0;
  const severe = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  return tally.severities.some((severity) => severe.includes(severity)) ? 1 : 0;
}

/** 0 if every profile is conforming or not applicable; 1 if some is not; 2 if an input could not be read. */
export function exitStatus({ unreadable, verdicts }: Tally): 0 | 1 | 2 {
  if (unreadable > 0) return 2;
  return verdicts.nonconforming + verdicts.undetermined + verdicts.invalid > 0 ? 1 : 0;
}
