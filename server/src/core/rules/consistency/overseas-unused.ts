import { resolvePath } from "../../evaluate/facts.ts";
import type { RowResult } from "../../evaluate/judge.ts";
import { rowOf } from "../../standard/standard.ts";
import type { Rule } from "../rule.ts";
import { warning } from "./warning.ts";

/** Facts that only the alternatives use, while the rule itself is met. */
export const overseasUnused: Rule = ({ profile, standard }) =>
  standard.alternatives.flatMap(({ rows: [first], facts }) => {
    if (facts === undefined || (profile.rows.get(first) as RowResult).status !== "met") return [];
    const path = resolvePath(facts, []);
    return profile.facts.at(path).state === "unstated"
      ? []
      : [warning(profile, "consistency.overseas-unused", path, { row: rowOf(standard, first) }, first)];
  });
