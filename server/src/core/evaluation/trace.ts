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
   * `unstated`: no value. `invalid`: an unreadable value. `is`, `not`, `unclear`: that test decided; `fails`: no test passed.
   * `open`: a list whose readable items do not pass, but that has an unreadable one.
   */
  readonly reason: "is" | "not" | "fails" | "unclear" | "open" | "unstated" | "invalid";
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
      // nobody claimed a branch that fails by default, so it is a reason only where all branches do
      const claimed = trace.children.filter((child) => !failsByDefault(child));
      const decisive = (claimed.length > 0 ? claimed : trace.children).flatMap((child) => deciders(child, status));
      // unmet branches made unknown by `else`
      if (decisive.length === 0) return trace.children.flatMap((child) => deciders(child, "unmet"));
      return decisive;
    }
  }
}

/** Whether a condition is unmet because a fact is not stated. */
function failsByDefault(trace: Trace): boolean {
  if (trace.status !== "unmet") return false;
  if (trace.kind === "leaf") return trace.reason === "unstated";
  return trace.kind === "all" && trace.children.some(failsByDefault);
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
