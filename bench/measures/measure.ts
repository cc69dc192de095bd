import type { Peers } from "../peers/index.ts";
import { type Row, spread, type Table } from "../report/figures.ts";

/** How much is measured of what. */
export interface Bench {
  readonly peers: Peers;
  /** How many runs there are instead of so many. */
  readonly runs: (full: number) => number;
  readonly quick: boolean;
}

/** One measure: a part that can be chosen, and a table in the docs. */
export type Measure = (bench: Bench) => Promise<Table>;

/** Of what was measured in turn, ours and another's. */
export function compare<S>(samples: ReadonlyMap<S, readonly number[]>, ours: S, other: S): Pick<Row, "ours" | "other"> {
  return { ours: spread(samples.get(ours) ?? []), other: spread(samples.get(other) ?? []) };
}
