import { styleText } from "node:util";

/** What many measurements come to. */
export interface Spread {
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
  readonly samples: number;
}

export type Unit = "ms" | "MiB";

/** How our median is to stand to the other: at most so many times as much, or so many times less. */
export type Goal = { readonly atMost: number } | { readonly less: number };

/** One comparison. */
export interface Figure {
  readonly what: string;
  readonly unit: Unit;
  readonly ours: Spread;
  readonly other: Spread;
  readonly goal: Goal;
  /** Where the slowest count too: their ratio has the same goal, and our 95th percentile may have a bound. */
  readonly tail?: { readonly below?: number };
}

export interface Table {
  readonly title: string;
  readonly figures: readonly Figure[];
  /** Why there are no figures. */
  readonly note?: string;
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => {
    const place = share * (sorted.length - 1);
    const below = sorted[Math.floor(place)];
    const above = sorted[Math.ceil(place)];
    if (below === undefined || above === undefined) throw new Error("Nothing was measured.");
    return below + (above - below) * (place % 1);
  };
  return { p25: at(0.25), p50: at(0.5), p75: at(0.75), p95: at(0.95), samples: values.length };
}

/** The ratio of the medians, and of the slowest where they count, in the direction of the goal; and whether it is reached. */
export function judge({ ours, other, goal, tail }: Figure): { ratio: number; tailRatio?: number; met: boolean } {
  const compare = (mine: number, theirs: number) => ("atMost" in goal ? mine / theirs : theirs / mine);
  const reaches = (ratio: number) => ("atMost" in goal ? ratio <= goal.atMost : ratio >= goal.less);
  const ratio = compare(ours.p50, other.p50);
  if (!tail) return { ratio, met: reaches(ratio) };
  const tailRatio = compare(ours.p95, other.p95);
  return { ratio, tailRatio, met: reaches(ratio) && reaches(tailRatio) && ours.p95 < (tail.below ?? Number.POSITIVE_INFINITY) };
}

export function print({ title, figures, note }: Table): void {
  console.log(`\n${styleText("bold", title)}`);
  if (note !== undefined) console.log(`  ${note}`);
  const header = ["", "vendor-profile", "the other", "ratio", "goal"];
  const lines = [header, ...figures.map(cells)];
  const widths = header.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  for (const line of figures.length > 0 ? lines : []) {
    const [what = "", ...values] = line.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] as number) : cell.padStart(widths[column] as number),
    );
    console.log(`  ${what}  ${values.join("   ")}`);
  }
}

function cells(figure: Figure): string[] {
  const { what, unit, ours, other, goal, tail } = figure;
  const { ratio, tailRatio, met } = judge(figure);
  const [sign, bound] = "atMost" in goal ? ["≤", goal.atMost] : ["≥", goal.less];
  const ratios = `${number(ratio)}×${tailRatio === undefined ? "" : `, p95 ${number(tailRatio)}×`}`;
  const limit = tail?.below === undefined ? "" : `, p95 < ${tail.below} ${unit}`;
  return [what, cell(ours, unit), cell(other, unit), ratios, `${sign} ${bound}×${limit} ${met ? "✓" : "✗"}`];
}

/** 3.12 ms (3.01–3.40, p95 6.20). */
function cell({ p25, p50, p75, p95, samples }: Spread, unit: Unit): string {
  const tail = samples >= 20 ? `, p95 ${number(p95)}` : "";
  return `${number(p50)} ${unit} (${number(p25)}–${number(p75)}${tail})`;
}

function number(value: number): string {
  return value.toFixed(value < 9.995 ? 2 : value < 99.95 ? 1 : 0);
}
