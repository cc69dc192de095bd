import { resolvePath } from "../../evaluation/facts.ts";
import { resultOf } from "../../evaluation/verdict.ts";
import { rowOf } from "../../standard/standard.ts";
import { isUnstated, type ValueNode } from "../../yaml/node.ts";
import type { Rule } from "../rule.ts";
import { warning } from "./warning.ts";

/** Facts that only the alternatives of a group use, while its first row is met. */
export const overseasUnused: Rule = ({ profile, standard }) =>
  standard.alternatives.flatMap(({ rows: [first], facts }) => {
    if (facts === undefined || resultOf(profile.rows, first).status !== "met") return [];
    const path = resolvePath(facts, []);
    const fact = profile.facts.at(path);
    if (fact.state !== "stated" || !statesSomething(fact.node)) return [];
    return [warning(profile, "consistency.overseas-unused", path, { row: rowOf(standard, first) }, first)];
  });

/** Whether a section has any value besides empty keys. */
function statesSomething(node: ValueNode): boolean {
  return node.kind === "map" ? node.entries.some(({ value }) => statesSomething(value)) : !isUnstated(node);
}
