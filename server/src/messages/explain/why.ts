import type { RuleContext } from "../../core/evaluation/profile.ts";
import { type Decider, deciders, type Trace } from "../../core/evaluation/trace.ts";
import type { RowResult } from "../../core/evaluation/verdict.ts";
import { type Placed, placeDecider } from "../../core/rules/reason.ts";
import { type Path, pointer } from "../../core/yaml/node.ts";

/** Why a row has its status. */
export interface Why {
  /** The facts that decide, in the order of the condition, or the nearest first. */
  readonly places: readonly Placed[];
  /** How many more there are. */
  readonly more: number;
  /** The rows that decide, where a condition refers to them. */
  readonly rows: readonly string[];
}

/**
 * Why a row is met, unmet, unknown or not applicable.
 *
 * @param most no more facts than these are said
 * @param near a path: the facts that share most of it go first
 */
export function whyOf(result: RowResult, context: RuleContext, most = Number.POSITIVE_INFINITY, near: Path = []): Why {
  const all = decidersOf(result);
  const nearest = near.length > 0 ? [...all].sort((a, b) => inCommon(b.path, near) - inCommon(a.path, near)) : all;
  return {
    places: nearest.slice(0, most).map((decider) => placeOf(decider, context)),
    more: Math.max(0, all.length - most),
    rows: deciding(result).flatMap((decider) => (decider.kind === "row" ? [decider.row] : [])),
  };
}

/** The leaves and lists that give a row its status, each place once. */
export function decidersOf(result: RowResult): Decider[] {
  const places = deciding(result).flatMap((decider) => (decider.kind === "row" ? [] : [decider]));
  // what is met for want of a statement explains nothing
  const stated = isOpen(result) ? places : places.filter(({ reason }) => reason !== "unstated" && reason !== "invalid");
  const paths = new Set<string>();
  return stated.filter(({ path }) => !paths.has(pointer(path)) && paths.add(pointer(path)));
}

/** Where a decider is, and what it says. */
export function placeOf(decider: Decider, context: RuleContext): Placed {
  const placed = placeDecider(decider, context);
  // a list that is empty and may be: that there is nothing is what was stated
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

/** The places that make a trace met: of alternatives the first that holds, of a list that must hold throughout every item. */
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
