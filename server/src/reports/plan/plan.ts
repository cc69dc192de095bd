import { type Analysis, contextOf } from "../../core/analysis/analyze.ts";
import type { Profile } from "../../core/evaluation/profile.ts";
import { type Duty, dutiesOf, isRecorded, resultOf, reviewOf } from "../../core/evaluation/verdict.ts";
import type { Reason } from "../../core/findings/finding.ts";
import { placesOf } from "../../core/rules/duties.ts";
import { isJudged, type Row, rowOf, type Standard } from "../../core/standard/standard.ts";

/** What it would take for a profile to conform. It says what would be enough, and never that something is so. */
export interface Plan {
  /** The class it is made for; null where the profile states none and none was asked for. */
  readonly classification: string | null;
  /**
   * `unclassified`: there is no class to plan for; `unasked`: nothing is asked of the class; `complete`: every duty is met;
   * `open`: the sets say what would be enough; `impossible`: some duty cannot be met, whatever is done.
   */
  readonly state: "unclassified" | "unasked" | "complete" | "open" | "impossible";
  /** Errors that keep the profile invalid until they are repaired. The plan rests on what could be read. */
  readonly faults: number;
  /** Every step of which some set is made, in the order of the standard. */
  readonly steps: readonly Step[];
  /** The steps that every set has, in the order of the standard. */
  readonly common: readonly Step[];
  /** What is left to choose, besides the common steps. */
  readonly choices: readonly Choice[];
  /** The minimal sets: each is enough, and no part of one is. Fewest steps first, then fewest that ask for more than a statement. */
  readonly sets: readonly StepSet[];
  /** Whether there are more sets than are listed. */
  readonly isCut: boolean;
}

/** Something that would have to be so. */
export type Step = RowStep | ReviewStep;

/** Steps in the order of the standard. */
export type StepSet = readonly Step[];

/** A row that would have to be met. */
export interface RowStep {
  readonly kind: "row";
  /** Tells it from the other steps of a plan. */
  readonly id: string;
  readonly row: Row;
  /** Unmet: something would have to change. Unknown: perhaps it is met, and only has to be stated. */
  readonly status: "unmet" | "unknown";
  readonly reasons: readonly Reason[];
  /** Of an unknown row, the facts to state. */
  readonly facts: readonly Reason[];
  /** The row whose risk remains while this one is not met. */
  readonly risk: Row;
  /** Of an unknown row, the one that may carry it after a review, should it turn out to be unmet. */
  readonly carrier: Row | null;
}

/** A review that would have to be recorded, so that another row may carry an unmet one. */
export interface ReviewStep {
  readonly kind: "review";
  readonly id: string;
  /** The row that stays unmet. */
  readonly row: Row;
  readonly carrier: Row;
  /** The keys of the record that are not stated. */
  readonly missing: readonly string[];
  /** The row whose risk remains all the same. */
  readonly risk: Row;
}

/** A duty that can be met in more ways than one. */
export interface Choice {
  /** The rows that the duty is about: a group of alternatives, or one row. */
  readonly rows: readonly Row[];
  /** Any one of them is enough for it, given the common steps; the easiest first. */
  readonly options: readonly StepSet[];
}

/** No more sets than these are listed. */
export const MAX_SETS = 100;

/** The ways in which one duty can be met. */
type Ways = readonly StepSet[];

/** The minimal sets of requirements whose fulfilment would make a profile conform for a class. */
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
  // what cannot be left out of all steps together is part of every set, be it listed or not
  const common = steps.filter((step) => !suffices(without(steps, step), ways));
  const choices = duties.flatMap(({ row, alternatives }, index): Choice[] => {
    const options = leftOf(ways[index] as Ways, common, order);
    const rows = alternatives ? alternatives.rows.map((no) => rowOf(standard, no)) : [row];
    return options.length === 0 ? [] : [{ rows, options }];
  });
  return { ...about, state: "open", steps, common, choices, ...setsOf(ways, order) };
}

type StepMaker = ReturnType<typeof stepMaker>;

/** Makes each step once, so that sets share it. */
function stepMaker(analysis: Analysis, profile: Profile, classification: string) {
  const { standard } = analysis;
  const made = new Map<string, Step>();
  const once = (id: string, make: () => Step): Step => {
    const step = made.get(id) ?? make();
    made.set(id, step);
    return step;
  };
  return {
    /** Nothing where the row is met, undefined where it does not apply and so cannot help. */
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
    /** Nothing where the review is recorded. */
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

/** The ways in which a duty can be met: any row of its group, or its row; of an unmet row, its exception as well. */
function waysOf({ row, alternatives }: Duty, classification: string, { rows }: Profile, { meeting, recording }: StepMaker): Ways {
  if (alternatives) return alternatives.rows.flatMap((no) => wayOf(meeting(no)));
  const own = wayOf(meeting(row.no));
  const { exception } = row;
  // whether a row that is not stated needs its exception cannot be known
  if (!exception?.classes.includes(classification) || resultOf(rows, row.no).status !== "unmet") return own;
  const carried = meeting(exception.carriedBy);
  return [...own, ...wayOf(carried && [...carried, ...recording(row, exception.carriedBy)])];
}

function wayOf(way: StepSet | undefined): Ways {
  return way ? [way] : [];
}

/** The row whose words on the risk a row has: its own, or those that it inherits. */
function riskRowOf(standard: Standard, row: Row): Row {
  return row.riskFrom === undefined ? row : riskRowOf(standard, rowOf(standard, row.riskFrom));
}

/** The minimal sets that are enough for all duties, the easiest first. */
function setsOf(ways: readonly Ways[], order: Order): Pick<Plan, "sets" | "isCut"> {
  let sets: StepSet[] = [[]];
  let isCut = false;
  for (const [index, duty] of ways.entries()) {
    const sofar = ways.slice(0, index + 1);
    const larger = sets.flatMap((set) => (meets(set, duty) ? [set] : duty.map((way) => ordered([...set, ...way], order))));
    const minimal = distinct(larger).filter((set) => set.every((step) => !suffices(without(set, step), sofar)));
    // the best of the whole are made of the best of a part
    sets = minimal.sort(easiestFirst(order)).slice(0, MAX_SETS);
    isCut ||= minimal.length > MAX_SETS;
  }
  return { sets, isCut };
}

/** The ways to meet a duty that the common steps leave; none where those are enough for it. */
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

/** Where a step stands in the standard: at its row, a review behind it. */
type Order = (step: Step) => number;

function orderOf({ rows }: Standard): Order {
  const places = new Map(rows.map(({ no }, index) => [no, index]));
  return ({ kind, row }) => 2 * (places.get(row.no) ?? rows.length) + (kind === "review" ? 1 : 0);
}

function ordered(steps: StepSet, order: Order): StepSet {
  return [...new Set(steps)].sort((a, b) => order(a) - order(b));
}

/** Fewer steps first, then fewer that ask for more than a statement, then by the order of the standard. */
function easiestFirst(order: Order): (a: StepSet, b: StepSet) => number {
  return (a, b) => a.length - b.length || changes(a) - changes(b) || inOrder(a.map(order), b.map(order));
}

/** How many steps cannot be merely unstated; a review is work to be done. */
function changes(set: StepSet): number {
  return set.filter((step) => step.kind === "review" || step.status === "unmet").length;
}

function inOrder(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((place, index) => place !== b[index]);
  return differing < 0 ? 0 : (a[differing] as number) - (b[differing] ?? 0);
}
