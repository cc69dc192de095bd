import type { Peers } from "../peers/index.ts";
import { type Row, spread, type Table } from "../report/figures.ts";

/** What to measure, and how thoroughly. */
export interface Bench {
  readonly peers: Peers;
  /** The number of runs to make where a full bench makes `full`: fewer with `--quick`. */
  readonly runs: (full: number) => number;
  readonly quick: boolean;
}

/** One part of the bench: it can be run alone, and is one table in the docs. */
export type Measure = (bench: Bench) => Promise<Table>;

/** Our figures and another's, from samples that were measured in turn. */
export function compare<S>(samples: ReadonlyMap<S, readonly number[]>, ours: S, other: S): Pick<Row, "ours" | "other"> {
  return { ours: spread(samples.get(ours) ?? []), other: spread(samples.get(other) ?? []) };
}
