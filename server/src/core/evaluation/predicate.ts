import { matches } from "../schema/pattern.ts";
import type { Test } from "../standard/condition.ts";
import type { Path, ValueNode } from "../yaml/node.ts";
import type { Fact, Facts } from "./facts.ts";

/**
 * Whether a stated fact is what a test says. An item of a list that breaks the schema does not count; where it could have
 * been the one that was looked for, the answer is undefined.
 */
export function passes(test: Test, node: ValueNode, path: Path, facts: Facts, today: string): boolean | undefined {
  const results: (boolean | undefined)[] = [];
  if (test.allOf) results.push(every(test.allOf.map((part) => passes(part, node, path, facts, today))));
  if (test.anyOf) results.push(some(test.anyOf.map((part) => passes(part, node, path, facts, today))));
  if (node.kind === "list") {
    const items = node.items.map((_, index): Fact => facts.at([...path, index]));
    const stated = items.filter((item) => item.state === "stated");
    const open = stated.length < items.length;
    if (test.minItems !== undefined) {
      // the same twice is one
      const distinct = new Set(stated.map(({ node }) => (node.kind === "scalar" ? node.value : node)));
      results.push(distinct.size >= test.minItems || (open ? undefined : false));
    }
    // what stands in a list is there, whether or not it can be read
    if (test.maxItems !== undefined) results.push(items.length <= test.maxItems);
    const { contains } = test;
    if (contains) {
      results.push(stated.some((item) => passes(contains, item.node, path, facts, today) === true) || (open ? undefined : false));
    }
  } else if (test.minItems !== undefined || test.maxItems !== undefined || test.contains) {
    results.push(false);
  }
  const value = node.kind === "scalar" ? node.value : undefined;
  if (test.const !== undefined) results.push(value === test.const);
  if (test.enum) results.push(typeof value === "string" && test.enum.includes(value));
  if (test.pattern) results.push(typeof value === "string" && matches(test.pattern, value));
  if (test.formatMinimum) {
    // dates of ISO 8601 sort as text
    results.push(typeof value === "string" && value >= (test.formatMinimum === "today" ? today : test.formatMinimum));
  }
  return every(results);
}

function every(results: readonly (boolean | undefined)[]): boolean | undefined {
  return results.includes(false) ? false : results.includes(undefined) ? undefined : true;
}

function some(results: readonly (boolean | undefined)[]): boolean | undefined {
  return results.includes(true) ? true : results.includes(undefined) ? undefined : false;
}
