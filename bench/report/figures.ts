import type { LanguageId } from "../../server/src/messages/language.ts";

/** A word or a sentence in each language. */
export type Text = Readonly<Record<LanguageId, string>>;

/** What many measurements come to. */
export interface Spread {
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
  readonly samples: number;
}

/** Times and memory, of which less is better, and a rate, of which more is. */
export type Unit = "ms" | "MiB" | "profiles/s";

/** One comparison. */
export interface Row {
  readonly what: Text;
  readonly peer: Text;
  readonly unit: Unit;
  readonly ours: Spread;
  readonly other: Spread;
  /** What the ratio of the medians is: how many times as dear ours is, or how many times as good. */
  readonly by: "cost" | "gain";
  /** What the ratio is to be: at most so much if it is a cost, at least if it is a gain. */
  readonly goal?: number;
  /** Where the slowest count too: their ratio has the same goal, and our 95th percentile may have a bound. */
  readonly tail?: { readonly below?: number };
}

/** What a measure comes to. */
export interface Table {
  readonly title: Text;
  readonly rows: readonly Row[];
  /** What the rows do not say: what was not measured, and why. */
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

/** How ours stands to the other's. */
export interface Judgement {
  readonly ratio: number;
  readonly tailRatio?: number;
  /** Whether the goal is reached, if there is one. */
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
