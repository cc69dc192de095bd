import type { Condition, Leaf } from "../standard/condition.ts";
import { allOf, anyOf, type Status } from "../standard/status.ts";
import type { Path, ValueNode } from "../yaml/node.ts";
import type { Facts } from "./facts.ts";
import { resolvePath } from "./facts.ts";
import { passes } from "./predicate.ts";
import type { LeafTrace, ListTrace, Trace } from "./trace.ts";

/** What conditions are evaluated against. */
export interface EvaluationContext {
  readonly facts: Facts;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Returns the status of a row that a condition refers to. */
  readonly rowStatus: (no: string) => Status;
}

/** Evaluates a condition. Facts that begin with a dot are looked up below `scope`. */
export function evaluate(condition: Condition, context: EvaluationContext, scope: Path = []): Trace {
  if ("fact" in condition) return evaluateLeaf(condition, context, scope);
  if ("all" in condition) return conjunction(condition.all.map((part) => evaluate(part, context, scope)));
  if ("any" in condition) {
    const children = condition.any.map((part) => evaluate(part, context, scope));
    return { kind: "any", status: orElse(anyOf(children.map(({ status }) => status)), condition.else), children };
  }
  if ("each" in condition) {
    return conjunction(condition.each.map((fact) => evaluate(condition.satisfies, context, resolvePath(fact, scope))));
  }
  if ("within" in condition) return evaluate(condition.satisfies, context, resolvePath(condition.within, scope));
  if ("if" in condition)
    return implication(evaluate(condition.if, context, scope), () => evaluate(condition.then, context, scope));
  if ("row" in condition) return { kind: "row", status: context.rowStatus(condition.row), row: condition.row };
  return evaluateList(condition, context, scope);
}

function conjunction(children: Trace[]): Trace {
  return { kind: "all", status: allOf(children.map(({ status }) => status)), children };
}

/** While the premise is unknown, it has to be settled first, so the conclusion is not part of the trace. */
function implication(premise: Trace, then: () => Trace): Trace {
  if (premise.status === "unmet") return { kind: "all", status: "met", children: [] };
  const conclusion = then();
  if (premise.status === "met" || conclusion.status === "met") return conclusion;
  return { kind: "any", status: "unknown", children: [premise] };
}

function evaluateList(
  condition: Extract<Condition, { every: string } | { some: string }>,
  context: EvaluationContext,
  scope: Path,
): ListTrace {
  const some = "some" in condition ? condition : undefined;
  const path = resolvePath(some ? some.some : (condition as { every: string }).every, scope);
  const kind = some ? "some" : "every";
  const base = { kind, path, ...(some ? { some } : {}) } as const;
  const fact = context.facts.at(path);
  if (fact.state !== "stated" || fact.node.kind !== "list") {
    return { ...base, status: "unknown", reason: fact.state === "unstated" ? "unstated" : "invalid", children: [] };
  }
  const children = fact.node.items.map((_, index) => evaluate(condition.satisfies, context, [...path, index]));
  const statuses = children.map(({ status }) => status);
  if (!some) return { ...base, status: allOf(statuses), reason: "stated", children };
  // the item that would meet the condition may be in the part that could not be read
  const whenUnmet = context.facts.isWhole ? some.else : "unknown";
  return { ...base, status: orElse(anyOf(statuses), whenUnmet), reason: "stated", children };
}

function evaluateLeaf(leaf: Leaf, { facts, today }: EvaluationContext, scope: Path): LeafTrace {
  const path = resolvePath(leaf.fact, scope);
  const trace = (status: Status, reason: LeafTrace["reason"]): LeafTrace => ({ kind: "leaf", status, path, leaf, reason });
  const fact = facts.at(path);
  // an unreadable value counts as not stated, but not against the profile
  if (fact.state === "invalid") return trace(leaf.unstated === "met" ? "met" : "unknown", "invalid");
  if (fact.state === "unstated") return trace(byDefault(leaf.unstated, facts), "unstated");
  const test = (test: Leaf["not"]) => (test ? passes(test, fact.node, path, facts, today) : false);
  if (test(leaf.not) === true) return trace("unmet", "not");
  const is = test(leaf.is);
  if (is === true) return trace("met", "is");
  if (test(leaf.unclear) === true) return trace("unknown", "unclear");
  if (is === undefined) return trace("unknown", hasUnreadable(fact.node, path, facts) ? "open" : "unstated");
  return trace("unmet", "fails");
}

/** The status of a fact that is not stated. In a profile that is not whole it may be unread, so it does not count as unmet. */
function byDefault(status: Leaf["unstated"], { isWhole }: Facts): Status {
  return status === undefined || (status === "unmet" && !isWhole) ? "unknown" : status;
}

function orElse(status: Status, whenUnmet: "unknown" | undefined): Status {
  return status === "unmet" && whenUnmet ? whenUnmet : status;
}

/** Whether a list has an item that breaks the schema; an empty item is only unstated. */
function hasUnreadable(node: ValueNode, path: Path, facts: Facts): boolean {
  return node.kind === "list" && node.items.some((_, index) => facts.isInvalid([...path, index]));
}
