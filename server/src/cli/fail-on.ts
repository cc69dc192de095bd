import type { Severity } from "../core/findings/finding.ts";
import { isInTheWay } from "../core/findings/in-the-way.ts";
import type { FileResult } from "../core/result.ts";
import { exitStatus } from "./result.ts";

/** What makes the exit status 1: the verdicts, as the contract has it; findings that are at least so grave; nothing. */
export const FAIL_ON = ["verdict", "error", "warning", "information", "never"] as const;

export type FailOn = (typeof FAIL_ON)[number];

/** From the gravest on. */
const SEVERITIES: readonly Severity[] = ["error", "warning", "information"];

/**
 * The exit status of what was judged; 2 for an unreadable input, whatever was asked.
 *
 * @param files with the findings that are shown
 * @param isNew whether only new findings are shown, so that it is them and not the verdicts that decide
 */
export function statusBy(failOn: FailOn, files: readonly FileResult[], isNew: boolean): 0 | 1 | 2 {
  const contract = exitStatus(files);
  if (contract === 2 || (failOn === "verdict" && !isNew)) return contract;
  if (failOn === "never") return 0;
  const shown = files.flatMap((file) => ("analysis" in file ? file.analysis.findings : []));
  if (failOn === "verdict") return shown.some(isInTheWay) ? 1 : 0;
  const grave = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  return shown.some(({ severity }) => grave.includes(severity)) ? 1 : 0;
}
