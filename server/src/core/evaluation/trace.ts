import type { Leaf, Some } from "../standard/condition.ts";
import type { Status } from "../standard/status.ts";
import type { Path } from "../yaml/node.ts";

/** Why a condition has its status: every fact that was looked at, in the order of the condition. */
export type Trace = LeafTrace | BranchTrace | ListTrace | RowTrace;

export interface LeafTrace {
  readonly kind: "leaf";
  readonly status: Status;
  readonly path: Path;
  readonly leaf: Leaf;
  /**
   * `unstated`, `invalid`: nothing there, or nothing that can be read. Else which test decided; `open` is a list that lacks
   * what was looked for, with an item that cannot be read.
   */
  readonly reason: "is" | "not" | "fails" | "unclear" | "open" | "unstated" | "invalid";
}

/** ∧ or ∨ of conditions. */
export interface BranchTrace {
  readonly kind: "all" | "any";
  readonly status: Status;
  readonly children: readonly Trace[];
}

/** ∧ (`every`) or ∨ (`some`) of a list's items. */
export interface ListTrace {
  readonly kind: "every" | "some";
  readonly status: Status;
  readonly path: Path;
  readonly children: readonly Trace[];
  /** How the list itself stands: `unstated` and `invalid` lists have no children. */
  readonly reason: "stated" | "unstated" | "invalid";
  readonly some?: Some;
}

export interface RowTrace {
  readonly kind: "row";
  readonly status: Status;
  readonly row: string;
}

/** A place that decides: a leaf, or a list whose items do not decide by themselves. */
export type Decider = LeafTrace | ListTrace;

/** The places that make a trace unmet, or unknown, in the order of the condition. */
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
      const below = trace.children.flatMap((child) => deciders(child, status));
      // a list decides as a whole where each of several items lacks what is looked for
      return below.length > 0 && (status === "unknown" || trace.children.length === 1) ? below : [trace];
    }
    case "all":
      return trace.children.flatMap((child) => deciders(child, status));
    case "any": {
      // of what fails by default nobody claimed that it holds: it is no reason while something else is
      const claimed = trace.children.filter((child) => !failsByDefault(child));
      const decisive = (claimed.length > 0 ? claimed : trace.children).flatMap((child) => deciders(child, status));
      // unmet branches made unknown by `else`
      if (decisive.length === 0) return trace.children.flatMap((child) => deciders(child, "unmet"));
      return decisive;
    }
  }
}

/** Whether a condition is unmet for want of a statement, whatever else it lacks. */
function failsByDefault(trace: Trace): boolean {
  if (trace.status !== "unmet") return false;
  if (trace.kind === "leaf") return trace.reason === "unstated";
  return trace.kind === "all" && trace.children.some(failsByDefault);
}

/** Every list and leaf that was looked at. */
export function places(trace: Trace): Decider[] {
  const found: Decider[] = [];
  const look = (trace: Trace): void => {
    if (trace.kind === "leaf" || trace.kind === "every" || trace.kind === "some") found.push(trace);
    if ("children" in trace) for (const child of trace.children) look(child);
  };
  look(trace);
  return found;
}
