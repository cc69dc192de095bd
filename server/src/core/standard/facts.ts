import type { Path } from "../yaml/node.ts";
import type { Condition, Leaf, Test } from "./condition.ts";
import { alternativesOf, isAsked, type Row, type Standard } from "./standard.ts";

/** Stands in a pattern for any item of a list. */
export const ANY = "[]";

/** The path of a fact as a standard's data knows it, whichever the item: `encryption`, `atRest`, `[]`, `cipher`. */
export type Pattern = readonly string[];

/** A fact that a condition looks at. */
export interface FactUsed {
  readonly pattern: Pattern;
  /** Whether the row can be decided without it: not stating it says something too, or it matters only given another fact. */
  readonly isOptional: boolean;
  /** What is asked of it. */
  readonly leaves: readonly Leaf[];
}

/** The facts that a condition looks at, in its order, each once; those of rows that it refers to are not among them. */
export function factsOf(condition: Condition): readonly FactUsed[] {
  const known = cache.get(condition);
  if (known) return known;
  const facts = new Map<string, FactUsed>();
  collect(condition, [], facts, false);
  const all = [...facts.values()];
  cache.set(condition, all);
  return all;
}

const cache = new WeakMap<Condition, readonly FactUsed[]>();

/** The facts that decide a row: those of its condition. */
export function factsOfRow({ condition }: Row): readonly FactUsed[] {
  return factsOf(condition);
}

/** The rows that look at the fact at a path, or at something below it. */
export function rowsOn({ rows }: Standard, path: Path): Row[] {
  return rows.filter((row) => factsOfRow(row).some(({ pattern }) => leadsTo(path, pattern)));
}

/** The rows that look at the very fact at a path: a value they test, not a section it lies in. */
export function rowsDecidedAt({ rows }: Standard, path: Path): Row[] {
  return rows.filter((row) => factsOfRow(row).some(({ pattern }) => isAt(path, pattern)));
}

/** The enumerations that rows ask a fact at a path to be in, or not to be in. */
export function enumsAt({ rows }: Standard, path: Path): (readonly string[])[] {
  const leaves = rows.flatMap(factsOfRow).flatMap(({ pattern, leaves }) => (isAt(path, pattern) ? leaves : []));
  return leaves.flatMap(({ is, not, unclear }) => [is, not, unclear].flatMap(enumsOf));
}

function enumsOf(test: Test | undefined): (readonly string[])[] {
  if (!test) return [];
  const parts = [test.contains, ...(test.anyOf ?? []), ...(test.allOf ?? [])];
  return [...(test.enum ? [test.enum] : []), ...parts.flatMap(enumsOf)];
}

/**
 * The facts that a class needs stated, in the order of the rows: those of its required and recommended rows and of the groups of
 * alternatives, without what only alternatives use, and without what is optional.
 */
export function factsNeeded(standard: Standard, classification: string): Pattern[] {
  const rows = standard.rows.filter(
    (row) => isAsked(row, classification) || alternativesOf(standard, row.no, classification) !== undefined,
  );
  const only = standard.alternatives.flatMap(({ facts }) => (facts === undefined ? [] : [facts.split(".")]));
  const patterns = new Map<string, Pattern>();
  for (const { pattern, isOptional } of rows.flatMap(factsOfRow)) {
    const isOnlyForAlternatives = only.some((section) => section.every((step, index) => pattern[index] === step));
    if (!isOptional && !isOnlyForAlternatives) patterns.set(pattern.join("."), pattern);
  }
  return [...patterns.values()];
}

/** Whether a path is the pattern's, or that of something above it. */
export function leadsTo(path: Path, pattern: Pattern): boolean {
  return path.length <= pattern.length && path.every((step, index) => fits(step, pattern[index] as string));
}

/** Whether a path is the pattern's; an item of a list of plain values is the list's fact as well. */
function isAt(path: Path, pattern: Pattern): boolean {
  const above = path.length === pattern.length + 1 && typeof path[path.length - 1] === "number" ? path.slice(0, -1) : path;
  const below = pattern.at(-1) === ANY && pattern.length === path.length + 1 ? pattern.slice(0, -1) : pattern;
  return above.length === below.length && leadsTo(above, below);
}

function fits(step: string | number, expected: string): boolean {
  return expected === ANY ? typeof step === "number" : step === expected;
}

function collect(condition: Condition, scope: Pattern, facts: Map<string, FactUsed>, isConditional: boolean): void {
  const at = (fact: string): Pattern =>
    fact === "." ? scope : fact.startsWith(".") ? [...scope, ...fact.slice(1).split(".")] : fact.split(".");
  const go = (part: Condition, below = scope, conditional = isConditional) => collect(part, below, facts, conditional);
  if ("fact" in condition) {
    const pattern = at(condition.fact);
    const key = pattern.join(".");
    const isOptional = (condition.unstated !== undefined || isConditional) && facts.get(key)?.isOptional !== false;
    facts.set(key, { pattern, isOptional, leaves: [...(facts.get(key)?.leaves ?? []), condition] });
  } else if ("all" in condition) for (const part of condition.all) go(part);
  else if ("any" in condition) for (const part of condition.any) go(part);
  else if ("each" in condition) for (const fact of condition.each) go(condition.satisfies, at(fact));
  else if ("within" in condition) go(condition.satisfies, at(condition.within));
  else if ("every" in condition) go(condition.satisfies, [...at(condition.every), ANY]);
  else if ("some" in condition) go(condition.satisfies, [...at(condition.some), ANY]);
  else if ("if" in condition) {
    go(condition.if);
    go(condition.then, scope, true);
  }
}
