import type { Verdict } from "../evaluation/verdict.ts";
import type { Analysis } from "./analyze.ts";

/** One input, judged, or why it could not be. */
export type FileResult =
  | { readonly path: string; readonly analysis: Analysis }
  | { readonly path: string; readonly error: string };

/** Of a run that judged a part of the inputs: which, of how many parts, and how many inputs all parts have together. */
export interface Shard {
  readonly number: number;
  readonly of: number;
  readonly inputs: number;
}

/** How many profiles have each verdict. */
export function countVerdicts(files: readonly FileResult[]): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { conforming: 0, nonconforming: 0, undetermined: 0, "not-applicable": 0, invalid: 0 };
  for (const file of files) if ("analysis" in file) for (const { verdict } of file.analysis.profiles) counts[verdict]++;
  return counts;
}
