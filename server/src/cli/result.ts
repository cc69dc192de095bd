import type { Analysis } from "../core/analyze.ts";
import type { Verdict } from "../core/evaluate/judge.ts";
import type { LanguageId } from "../core/messages/language.ts";

/** One input, judged, or why it could not be. */
export type FileResult =
  | { readonly path: string; readonly analysis: Analysis }
  | { readonly path: string; readonly error: string };

/** What `check` found, for the output formats. */
export interface CheckResult {
  readonly asOf: string;
  readonly language: LanguageId;
  readonly files: readonly FileResult[];
}

/** How many profiles have each verdict. */
export function countVerdicts(files: readonly FileResult[]): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { conforming: 0, nonconforming: 0, undetermined: 0, "not-applicable": 0, invalid: 0 };
  for (const file of files) if ("analysis" in file) for (const { verdict } of file.analysis.profiles) counts[verdict]++;
  return counts;
}

/** 0 every profile conforming or not applicable; 1 some is not; 2 an input could not be read. */
export function exitStatus(files: readonly FileResult[]): 0 | 1 | 2 {
  if (files.some((file) => "error" in file)) return 2;
  const { nonconforming, undetermined, invalid } = countVerdicts(files);
  return nonconforming + undetermined + invalid > 0 ? 1 : 0;
}
