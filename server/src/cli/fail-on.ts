import type { Severity } from "../core/findings/finding.ts";
import type { Tally } from "./workers/tally.ts";

/** What makes the exit status 1: the verdicts, as the contract has it; findings that are at least so grave; nothing. */
export const FAIL_ON = ["verdict", "error", "warning", "information", "never"] as const;

export type FailOn = (typeof FAIL_ON)[number];

/** From the gravest on. */
const SEVERITIES: readonly Severity[] = ["error", "warning", "information"];

/**
 * The exit status of what was judged; 2 for an unreadable input, whatever was asked.
 *
 * @param tally with the findings that are shown
 * @param isNew whether only new findings are shown, so that it is them and not the verdicts that decide
 */
export function statusBy(failOn: FailOn, tally: Tally, isNew: boolean): 0 | 1 | 2 {
  const contract = exitStatus(tally);
  if (contract === 2 || (failOn === "verdict" && !isNew)) return contract;
  if (failOn === "never") return 0;
  if (failOn === "verdict") return tally.isInTheWay ? 1 : 0;
  const grave = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  return tally.severities.some((severity) => grave.includes(severity)) ? 1 : 0;
}

/** 0 every profile conforming or not applicable; 1 some is not; 2 an input could not be read. */
export function exitStatus({ unreadable, verdicts }: Tally): 0 | 1 | 2 {
  if (unreadable > 0) return 2;
  return verdicts.nonconforming + verdicts.undetermined + verdicts.invalid > 0 ? 1 : 0;
}
