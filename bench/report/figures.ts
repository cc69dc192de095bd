import type { LanguageId } from "../../server/src/messages/language.ts";

/** A word or a sentence in each language. */
export type Text = Readonly<Record<LanguageId, string>>;

/** Percentiles of samples, in the unit of the samples. */
export interface Spread {
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
  readonly samples: number;
}

/** Less is better for times and memory; more is better for a rate. */
export type Unit = "ms" | "MiB" | "profiles/s";

/** One comparison: our figures and another's. */
export interface Row {
  readonly what: Text;
  readonly peer: Text;
  readonly unit: Unit;
  readonly ours: Spread;
  readonly other: Spread;
  /** What the ratio of the medians says: how many times ours costs, or how many times better ours is. */
  readonly by: "cost" | "gain";
  /** The bound on the ratio: an upper bound for a cost, a lower bound for a gain. */
  readonly goal?: number;
  /** If set, the ratio of the 95th percentiles has the same goal; `below` bounds our 95th percentile. */
  readonly tail?: { readonly below?: number };
}

/** The result of a measure. */
export interface Table {
  readonly title: Text;
  readonly rows: readonly Row[];
  /** What was not measured, and why. */
  readonly notes?: readonly Text[];
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => {
    const place = share * (sorted.length - 1);
    const below = sorted[Math.floor(place)];
    const above = sorted[Math.ceil(place)];
    if (below === undefined || above === undefined) throw new Error("Nothing was measured.");
    return Number((below + (above - below) * (place % 1)).toPrecision(4));
  };
  return { p25: at(0.25), p50: at(0.5), p75: at(0.75), p95: at(0.95), samples: values.length };
}

/** How our figures compare with the other's. */
export interface Judgement {
  readonly ratio: number;
  readonly tailRatio?: number;
  /** Whether the goal is met; undefined without a goal. */
  readonly met?: boolean;
}

export function judge({ unit, ours, other, by, goal, tail }: Row): Judgement {
  const isInverse = (by === "gain") !== (unit === "profiles/s");
  const compare = (mine: number, theirs: number) => Number((isInverse ? theirs / mine : mine / theirs).toPrecision(4));
  const ratio = compare(ours.p50, other.p50);
  const tailRatio = tail && compare(ours.p95, other.p95);
  const ratios = { ratio, ...(tailRatio !== undefined && { tailRatio }) };
  if (goal === undefined) return ratios;
  const reaches = (ratio = goal) => (by === "cost" ? ratio <= goal : ratio >= goal);
  return { ...ratios, met: reaches(ratio) && reaches(tailRatio) && ours.p95 < (tail?.below ?? Number.POSITIVE_INFINITY) };
}
