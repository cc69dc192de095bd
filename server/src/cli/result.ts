import type { AnyFinding } from "../core/findings/finding.ts";
import type { LanguageId } from "../core/messages/language.ts";
import { countVerdicts, type FileResult, type Shard } from "../core/result.ts";

/** What `check` found, for the output formats. */
export interface CheckResult {
  readonly asOf: string;
  readonly language: LanguageId;
  /** With the findings that are to be shown; verdicts and counts are those of all. */
  readonly files: readonly FileResult[];
  /** Which part of the inputs these are; null where they are all. */
  readonly shard: Shard | null;
  /** How many findings are not shown, for a baseline has them; null where there is no baseline. */
  readonly known: number | null;
  /** By what the exit status was decided, in words; null where it was by the verdicts, or an input could not be read. */
  readonly decided: string | null;
  /** What a finding is known by from one run to the next. */
  readonly fingerprintOf: (finding: AnyFinding) => string;
}

/** 0 every profile conforming or not applicable; 1 some is not; 2 an input could not be read. */
export function exitStatus(files: readonly FileResult[]): 0 | 1 | 2 {
  if (files.some((file) => "error" in file)) return 2;
  const { nonconforming, undetermined, invalid } = countVerdicts(files);
  return nonconforming + undetermined + invalid > 0 ? 1 : 0;
}
