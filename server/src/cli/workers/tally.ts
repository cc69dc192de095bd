import { countVerdicts, type FileResult } from "../../core/analysis/file-result.ts";
import type { Verdict } from "../../core/evaluation/verdict.ts";
import { isBlocking } from "../../core/findings/blocking.ts";
import type { Severity } from "../../core/findings/finding.ts";

/** The counts of one or more inputs. */
export interface Tally {
  readonly inputs: number;
  /** How many could not be read. */
  readonly unreadable: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** The severities of the findings that are shown. */
  readonly severities: readonly Severity[];
  /** Whether a finding that is shown prevents conformance. */
  readonly isInTheWay: boolean;
}

export const NOTHING: Tally = { inputs: 0, unreadable: 0, verdicts: countVerdicts([]), severities: [], isInTheWay: false };

/** The counts of one input, whose findings are those that are shown. */
export function tallyOf(file: FileResult): Tally {
  const findings = "analysis" in file ? file.analysis.findings : [];
  return {
    inputs: 1,
    unreadable: "error" in file ? 1 : 0,
    verdicts: countVerdicts([file]),
    severities: [...new Set(findings.map(({ severity }) => severity))],
    isInTheWay: findings.some(isBlocking),
  };
}

export function sumOf(a: Tally, b: Tally): Tally {
  const verdicts = { ...a.verdicts };
  for (const verdict of Object.keys(verdicts) as Verdict[]) verdicts[verdict] += b.verdicts[verdict];
  return {
    inputs: a.inputs + b.inputs,
    unreadable: a.unreadable + b.unreadable,
    verdicts,
    severities: [...new Set([...a.severities, ...b.severities])],
    isInTheWay: a.isInTheWay || b.isInTheWay,
  };
}
