import { pointer } from "../document/node.ts";
import type { RowResult } from "../evaluate/judge.ts";
import { type Decider, deciders, type Trace } from "../evaluate/trace.ts";
import { type Placed, placeDecider } from "../findings/reason.ts";
import type { RuleContext } from "../profile.ts";

/** Why a row has its status. */
export interface Why {
  /** The facts that decide, in the order of the condition. */
  readonly places: readonly Placed[];
  /** The rows that decide, where a condition refers to them. */
  readonly rows: readonly string[];
}

/** Why a row is met, unmet, unknown or not applicable. */
export function whyOf(result: RowResult, context: RuleContext): Why {
  return {
    places: decidersOf(result).map((decider) => placeOf(decider, context)),
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
