import type { RuleContext } from "../../core/evaluation/profile.ts";
import { type Decider, deciders, type Trace } from "../../core/evaluation/trace.ts";
import type { RowResult } from "../../core/evaluation/verdict.ts";
import { type Placed, placeDecider } from "../../core/rules/reason.ts";
import { type Path, pointer } from "../../core/yaml/node.ts";

/** The explanation of a row's status. */
export interface Why {
  /** The deciding facts, in the order of the condition or nearest first. */
  readonly places: readonly Placed[];
  /** How many further facts decide. */
  readonly more: number;
  /** The deciding rows, if the condition refers to rows. */
  readonly rows: readonly string[];
}

/**
 * Explains why a row is met, unmet, unknown or not applicable.
 *
 * @param maxFacts how many facts to return at most
 * @param near a path; facts that share more of it come first
 */
export function whyOf(result: RowResult, context: RuleContext, maxFacts = Number.POSITIVE_INFINITY, near: Path = []): Why {
  const all = decidersOf(result);
  const nearest = near.length > 0 ? [...all].sort((a, b) => inCommon(b.path, near) - inCommon(a.path, near)) : all;
  return {
    places: nearest.slice(0, maxFacts).map((decider) => placeOf(decider, context)),
    more: Math.max(0, all.length - maxFacts),
    rows: deciding(result).flatMap((decider) => (decider.kind === "row" ? [decider.row] : [])),
  };
}

/** The leaves and lists that decide a row's status, each place once. */
export function decidersOf(result: RowResult): Decider[] {
  const places = deciding(result).flatMap((decider) => (decider.kind === "row" ? [] : [decider]));
  // A leaf that is met only because nothing is stated explains nothing.
  const stated = isOpen(result) ? places : places.filter(({ reason }) => reason !== "unstated" && reason !== "invalid");
  const paths = new Set<string>();
  return stated.filter(({ path }) => !paths.has(pointer(path)) && paths.add(pointer(path)));
}

/** A decider's place, with its reason. */
export function placeOf(decider: Decider, context: RuleContext): Placed {
  const placed = placeDecider(decider, context);
  // The only met list among deciders is an empty one: the profile states that there are no items.
  if (decider.kind !== "every" || decider.status !== "met") return placed;
  return { ...placed, reason: { ...placed.reason, state: "other", value: "[]" } };
}

/** How many steps two paths share. */
function inCommon(a: Path, b: Path): number {
  const differing = a.findIndex((step, index) => step !== b[index]);
  return differing < 0 ? a.length : differing;
}

type Supporter = Decider | Extract<Trace, { kind: "row" }>;

function deciding(result: RowResult): Supporter[] {
  return isOpen(result) ? deciders(result.trace, result.status as "unmet" | "unknown") : supporters(result.trace);
}

function isOpen({ status }: RowResult): boolean {
  return status === "unmet" || status === "unknown";
}

/** The leaves that make a trace met: of alternatives the first one that holds, of a list every item that must hold. */
function supporters(trace: Trace): Supporter[] {
  if (trace.status !== "met") return [];
  switch (trace.kind) {
    case "leaf":
    case "row":
      return [trace];
    case "all":
      return trace.children.flatMap(supporters);
    case "every":
      return trace.children.length > 0 ? trace.children.flatMap(supporters) : [trace];
    case "any":
    case "some":
      return supporters(trace.children.find(({ status }) => status === "met") ?? trace);
  }
}
