import { type Analysis, contextOf } from "../../core/analysis/analyze.ts";
import type { Profile } from "../../core/evaluation/profile.ts";
import { type Duty, dutiesOf, isRecorded, resultOf, reviewOf } from "../../core/evaluation/verdict.ts";
import type { Reason } from "../../core/findings/finding.ts";
import { placesOf } from "../../core/rules/duties.ts";
import { isJudged, type Row, rowOf, type Standard } from "../../core/standard/standard.ts";

/** What it would take for a profile to conform. It states what would be enough, and never that a requirement is met. */
export interface Plan {
  /** The class to plan for; null if neither the profile nor the caller names one. */
  readonly classification: string | null;
  /**
   * `unclassified`: there is no class to plan for; `unasked`: the class has no requirements; `complete`: every duty is met;
   * `open`: each of the sets would be enough; `impossible`: some duty cannot be met at all.
   */
  readonly state: "unclassified" | "unasked" | "complete" | "open" | "impossible";
  /** How many errors keep the profile invalid. The plan is based on what could be read. */
  readonly faults: number;
  /** Every step of any set, in the order of the standard. */
  readonly steps: readonly Step[];
  /** The steps that all sets share, in the order of the standard. */
  readonly common: readonly Step[];
  /** The choices that remain besides the common steps. */
  readonly choices: readonly Choice[];
  /** The minimal sets: each is enough, and no proper subset is. Sorted by `easiestFirst`. */
  readonly sets: readonly StepSet[];
  /** Whether sets beyond `MAX_SETS` were dropped. */
  readonly isCut: boolean;
}

/** A condition that would have to become true. */
export type Step = RowStep | ReviewStep;

/** Distinct steps, in the order of the standard. */
export type StepSet = readonly Step[];

/** A row to meet. */
export interface RowStep {
  readonly kind: "row";
  /** Unique within a plan. */
  readonly id: string;
  readonly row: Row;
  /** Unmet: the service would have to change. Unknown: the row may already be met and only need a statement. */
  readonly status: "unmet" | "unknown";
  readonly reasons: readonly Reason[];
  /** The facts to state for an unknown row; empty for an unmet row. */
  readonly facts: readonly Reason[];
  /** The row whose text describes the risk of this one. */
  readonly risk: Row;
  /** For an unknown row that turns out to be unmet: the row that may carry it after a review. */
  readonly carrier: Row | null;
}

/** A review to record, so that another row may carry an unmet one. */
export interface ReviewStep {
  readonly kind: "review";
  readonly id: string;
  /** The row that stays unmet. */
  readonly row: Row;
  readonly carrier: Row;
  /** The unstated keys of the record. */
  readonly missing: readonly string[];
  /** The row whose text describes the risk, which remains. */
  readonly risk: Row;
}

/** A duty that can be met in several ways. */
export interface Choice {
  /** The duty's rows: a group of alternatives, or one row. */
  readonly rows: readonly Row[];
  /** Each is enough for the duty together with the common steps. Easiest first. */
  readonly options: readonly StepSet[];
}

export const MAX_SETS = 100;

/** The ways to meet one duty; each is a set of steps. */
type Ways = readonly StepSet[];

/** The plan that would make a profile conform for a class. */
export function planOf(analysis: Analysis, profile: Profile, classification: string | null = profile.judgedAs): Plan {
  const { standard } = analysis;
  const nothing = { steps: [], common: [], choices: [], sets: [], isCut: false };
  const about = { classification, faults: profile.faults, ...nothing };
  if (classification === null) return { ...about, state: "unclassified" };
  if (!isJudged(standard, classification)) return { ...about, state: "unasked" };
  const duties = dutiesOf(standard, classification, profile.rows, profile.facts).filter(({ status }) => status !== "met");
  if (duties.length === 0) return { ...about, state: "complete" };
  const makeStep = stepMaker(analysis, profile, classification);
  const ways = duties.map((duty) => waysOf(duty, classification, profile, makeStep));
  if (ways.some((ways) => ways.length === 0)) return { ...about, state: "impossible" };
  const order = orderOf(standard);
  const steps = ordered(ways.flat(2), order);
  // A step without which all the others are not enough is in every set, including sets that are not listed.
  const common = steps.filter((step) => !suffices(without(steps, step), ways));
  const choices = duties.flatMap(({ row, alternatives }, index): Choice[] => {
    const options = leftOf(ways[index] as Ways, common, order);
    const rows = alternatives ? alternatives.rows.map((no) => rowOf(standard, no)) : [row];
    return options.length === 0 ? [] : [{ rows, options }];
  });
  return { ...about, state: "open", steps, common, choices, ...setsOf(ways, order) };
}

type StepMaker = ReturnType<typeof stepMaker>;

/** Creates each step once, because sets compare steps by identity. */
function stepMaker(analysis: Analysis, profile: Profile, classification: string) {
  const { standard } = analysis;
  const made = new Map<string, Step>();
  const once = (id: string, make: () => Step): Step => {
    const step = made.get(id) ?? make();
    made.set(id, step);
    return step;
  };
  return {
    /** The steps to meet a row: empty if it is met, undefined if it is not applicable and so cannot be met. */
    meeting: (no: string): StepSet | undefined => {
      const result = resultOf(profile.rows, no);
      const { row, status } = result;
      if (status === "met") return [];
      if (status === "not-applicable") return undefined;
      const make = (): Step => {
        const reasons = placesOf(result, status, contextOf(analysis, profile)).map(({ reason }) => reason);
        const isOpen = status === "unknown";
        const carrier = isOpen && row.exception?.classes.includes(classification) ? row.exception.carriedBy : undefined;
        return {
          kind: "row",
          id: no,
          row,
          status,
          reasons,
          facts: isOpen ? reasons : [],
          risk: riskRowOf(standard, row),
          carrier: carrier === undefined ? null : rowOf(standard, carrier),
        };
      };
      return [once(no, make)];
    },
    /** The steps to record a review: empty if it is recorded. */
    recording: (row: Row, carriedBy: string): StepSet => {
      const review = reviewOf(row, profile.facts);
      if (isRecorded(review)) return [];
      const missing = Object.entries(review).flatMap(([key, value]) => (value === undefined ? [key] : []));
      const id = `${row.no}.exception`;
      const carrier = rowOf(standard, carriedBy);
      return [once(id, () => ({ kind: "review", id, row, carrier, missing, risk: riskRowOf(standard, row) }))];
    },
  };
}

/** The ways to meet a duty: any row of its group, or its own row or, if that is unmet, the row's exception. */
function waysOf({ row, alternatives }: Duty, classification: string, { rows }: Profile, { meeting, recording }: StepMaker): Ways {
  if (alternatives) return alternatives.rows.flatMap((no) => wayOf(meeting(no)));
  const own = wayOf(meeting(row.no));
  const { exception } = row;
  // We cannot know whether an unstated row needs its exception.
  if (!exception?.classes.includes(classification) || resultOf(rows, row.no).status !== "unmet") return own;
  const carried = meeting(exception.carriedBy);
  return [...own, ...wayOf(carried && [...carried, ...recording(row, exception.carriedBy)])];
}

function wayOf(way: StepSet | undefined): Ways {
  return way ? [way] : [];
}

/** The row whose text describes a row's risk: the row itself, or the one that it inherits from. */
function riskRowOf(standard: Standard, row: Row): Row {
  return row.riskFrom === undefined ? row : riskRowOf(standard, rowOf(standard, row.riskFrom));
}

/** The minimal sets that meet all duties, easiest first. */
function setsOf(ways: readonly Ways[], order: Order): Pick<Plan, "sets" | "isCut"> {
  let sets: StepSet[] = [[]];
  let isCut = false;
  for (const [index, duty] of ways.entries()) {
    const waysSoFar = ways.slice(0, index + 1);
    const larger = sets.flatMap((set) => (meets(set, duty) ? [set] : duty.map((way) => ordered([...set, ...way], order))));
    const minimal = distinct(larger).filter((set) => set.every((step) => !suffices(without(set, step), waysSoFar)));
    // The cut keeps the easiest sets, because the easiest full sets extend the easiest partial sets.
    sets = minimal.sort(easiestFirst(order)).slice(0, MAX_SETS);
    isCut ||= minimal.length > MAX_SETS;
  }
  return { sets, isCut };
}

/** The ways to meet a duty besides the common steps; empty if those are enough. */
function leftOf(ways: Ways, common: StepSet, order: Order): Ways {
  const left = distinct(
    ways.map((way) =>
      ordered(
        way.filter((step) => !common.includes(step)),
        order,
      ),
    ),
  );
  const minimal = left.filter((way) => !left.some((other) => other !== way && other.every((step) => way.includes(step))));
  return minimal.some((way) => way.length === 0) ? [] : minimal.sort(easiestFirst(order));
}

function meets(set: StepSet, ways: Ways): boolean {
  return ways.some((way) => way.every((step) => set.includes(step)));
}

function suffices(set: StepSet, ways: readonly Ways[]): boolean {
  return ways.every((duty) => meets(set, duty));
}

function without(set: StepSet, step: Step): StepSet {
  return set.filter((other) => other !== step);
}

function distinct(sets: readonly StepSet[]): StepSet[] {
  return [...new Map(sets.map((set) => [set.map(({ id }) => id).join(" "), set])).values()];
}

/** Sort keys for steps: the order of the standard, a review after its row. */
type Order = (step: Step) => number;

function orderOf({ rows }: Standard): Order {
  const places = new Map(rows.map(({ no }, index) => [no, index]));
  return ({ kind, row }) => 2 * (places.get(row.no) ?? rows.length) + (kind === "review" ? 1 : 0);
}

function ordered(steps: StepSet, order: Order): StepSet {
  return [...new Set(steps)].sort((a, b) => order(a) - order(b));
}

/** Fewer steps first, then fewer that need more than a statement, then the order of the standard. */
function easiestFirst(order: Order): (a: StepSet, b: StepSet) => number {
  return (a, b) => a.length - b.length || changes(a) - changes(b) || inOrder(a.map(order), b.map(order));
}

/** How many steps need more than a statement: unmet rows and reviews. */
function changes(set: StepSet): number {
  return set.filter((step) => step.kind === "review" || step.status === "unmet").length;
}

function inOrder(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((place, index) => place !== b[index]);
  return differing < 0 ? 0 : (a[differing] as number) - (b[differing] ?? 0);
}
