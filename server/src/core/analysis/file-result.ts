import type { Verdict } from "../evaluation/verdict.ts";
import type { Analysis } from "./analyze.ts";

/** The analysis of one input, or why it could not be read. */
export type FileResult =
  | { readonly path: string; readonly analysis: Analysis }
  | { readonly path: string; readonly error: string };

/** The shard of the inputs that a run judged. */
export interface Shard {
  /** One-based. */
  readonly number: number;
  /** The number of shards. */
  readonly of: number;
  /** The number of inputs of all shards together. */
  readonly inputs: number;
}

/** The number of profiles by verdict. */
export function countVerdicts(files: readonly FileResult[]): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { conforming: 0, nonconforming: 0, undetermined: 0, "not-applicable": 0, invalid: 0 };
  for (const file of files) if ("analysis" in file) for (const { verdict } of file.analysis.profiles) counts[verdict]++;
  return counts;
}
