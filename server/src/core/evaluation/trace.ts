import type { Leaf, Some } from "../standard/condition.ts";
import type { Status } from "../standard/status.ts";
import type { Path } from "../yaml/node.ts";

/** Why a condition has its status: every fact that it read, in the order of the condition. */
export type Trace = LeafTrace | BranchTrace | ListTrace | RowTrace;

export interface LeafTrace {
  readonly kind: "leaf";
  readonly status: Status;
  readonly path: Path;
  readonly leaf: Leaf;
  /**
   * `unstated`: no value. `invalid`: an unreadable value. `is`, `not`, `unclear`: that test decided; `fails`: no test passed. A
   * list counts as `invalid` where an item that breaks the schema may decide either way; where an item that says nothing may, the
   * path is that item's.
   */
  readonly reason: "is" | "not" | "fails" | "unclear" | "unstated" | "invalid";
}

/** The conjunction (`all`) or disjunction (`any`) of conditions. */
export interface BranchTrace {
  readonly kind: "all" | "any";
  readonly status: Status;
  readonly children: readonly Trace[];
}

/** The conjunction (`every`) or disjunction (`some`) over a list's items. */
export interface ListTrace {
  readonly kind: "every" | "some";
  readonly status: Status;
  readonly path: Path;
  readonly children: readonly Trace[];
  /** The state of the list itself; an `unstated` or `invalid` list has no children. */
  readonly reason: "stated" | "unstated" | "invalid";
  readonly some?: Some;
}

export interface RowTrace {
  readonly kind: "row";
  readonly status: Status;
  readonly row: string;
}

/** A trace that decides a status: a leaf, or a list whose items do not decide by themselves. */
export type Decider = LeafTrace | ListTrace;

/** The traces that make a trace unmet, or unknown, in the order of the condition. */
export function deciders(trace: Trace, status: "unmet" | "unknown"): Decider[] {
  if (trace.status !== status) return [];
  switch (trace.kind) {
    case "row":
      return [];
    case "leaf":
      return [trace];
    case "every":
      return trace.reason === "stated" ? trace.children.flatMap((child) => deciders(child, status)) : [trace];
    case "some": {
      const ofItems = trace.children.flatMap((child) => deciders(child, status));
      // where each of several items fails in its own way, the list decides as a whole
      return ofItems.length > 0 && (status === "unknown" || trace.children.length === 1) ? ofItems : [trace];
    }
    case "all":
      return trace.children.flatMap((child) => deciders(child, status));
    case "any": {
      const alike = trace.children.filter((child) => child.status === status);
      // nobody claimed a branch that stands so by default, so it is a reason only where all branches do
      const claimed = alike.filter((child) => !(status === "unmet" ? failsByDefault(child) : isOpenByDefault(child)));
      const decisive = (claimed.length > 0 ? claimed : alike).flatMap((child) => deciders(child, status));
      // unmet branches made unknown by `else`
      if (decisive.length === 0) return trace.children.flatMap((child) => deciders(child, "unmet"));
      return decisive;
    }
  }
}

/** The traces that leave a condition open: those that make it unknown, or would once everything that fails in it is mended. */
export function openDeciders(trace: Trace): Decider[] {
  if (trace.status === "unknown") return deciders(trace, "unknown");
  const isConjunction = trace.kind === "all" || trace.kind === "every";
  return isConjunction && trace.status === "unmet" ? trace.children.flatMap(openDeciders) : [];
}

/** Whether a condition is unmet because a fact is not stated. */
function failsByDefault(trace: Trace): boolean {
  if (trace.status !== "unmet") return false;
  if (trace.kind === "leaf") return trace.reason === "unstated";
  return trace.kind === "all" && trace.children.some(failsByDefault);
}

/** Whether a condition is unknown only because more items may exist than a list states. */
function isOpenByDefault(trace: Trace): boolean {
  return trace.kind === "some" && trace.reason === "stated" && trace.children.every(({ status }) => status === "unmet");
}

/** The unreadable values without which a trace would be known; empty where it is known, or would still be unknown. */
export function awaited(trace: Trace): Decider[] {
  if (trace.status !== "unknown" || trace.kind === "row") return [];
  if ("reason" in trace && trace.reason !== "stated") return trace.reason === "invalid" ? [trace] : [];
  if (!("children" in trace)) return [];
  const parts = trace.children.filter(({ status }) => status === "unknown").map(awaited);
  // of alternatives, one that is readable is enough
  const isEnough = trace.kind === "any" || trace.kind === "some" || parts.every((part) => part.length > 0);
  return isEnough ? parts.flat() : [];
}

/** Every list and leaf of a trace, in its order. */
export function places(trace: Trace): Decider[] {
  const found: Decider[] = [];
  const visit = (trace: Trace): void => {
    if (trace.kind === "leaf" || trace.kind === "every" || trace.kind === "some") found.push(trace);
    if ("children" in trace) for (const child of trace.children) visit(child);
  };
  visit(trace);
  return found;
}
