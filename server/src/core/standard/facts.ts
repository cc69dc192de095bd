import type { Path } from "../yaml/node.ts";
import type { Condition, Leaf, Test } from "./condition.ts";
import { alternativesOf, isAsked, type Row, type Standard } from "./standard.ts";

/** The step of a pattern that matches any item of a list. */
export const ANY = "[]";

/** The path of a fact in the standard's data, for any item of a list: `encryption`, `atRest`, `[]`, `cipher`. */
export type Pattern = readonly string[];

/** A fact that a condition reads. */
export interface FactUsed {
  readonly pattern: Pattern;
  /** Whether the row can be decided without it: its absence has a defined status, or it matters only under another fact. */
  readonly isOptional: boolean;
  /** The leaves that test it. */
  readonly leaves: readonly Leaf[];
}

/** The facts that a condition reads, in its order and without duplicates; not those of rows that it refers to. */
export function factsOf(condition: Condition): readonly FactUsed[] {
  const cached = cache.get(condition);
  if (cached) return cached;
  const facts = new Map<string, FactUsed>();
  collect(condition, [], facts, false);
  const all = [...facts.values()];
  cache.set(condition, all);
  return all;
}

const cache = new WeakMap<Condition, readonly FactUsed[]>();

/** The facts that decide a row. */
export function factsOfRow({ condition }: Row): readonly FactUsed[] {
  return factsOf(condition);
}

/** The rows that read the fact at a path, or one below it. */
export function rowsOn({ rows }: Standard, path: Path): Row[] {
  return rows.filter((row) => factsOfRow(row).some(({ pattern }) => leadsTo(path, pattern)));
}

/** The rows that test the value at a path itself, rather than one below it. */
export function rowsDecidedAt({ rows }: Standard, path: Path): Row[] {
  return rows.filter((row) => factsOfRow(row).some(({ pattern }) => isAt(path, pattern)));
}

/** The enumerations that rows test the fact at a path against. */
export function enumsAt({ rows }: Standard, path: Path): (readonly string[])[] {
  return leavesAt(rows, path)
    .flatMap(({ is, not, unclear }) => [is, not, unclear].flatMap(testsIn))
    .flatMap(({ enum: values }) => (values ? [values] : []));
}

/** Whether a row names a value of the fact at a path as what meets it. */
export function isNamedAt({ rows }: Standard, path: Path, value: string): boolean {
  return leavesAt(rows, path)
    .flatMap(({ is }) => testsIn(is))
    .some(({ const: constant }) => constant === value);
}

function leavesAt(rows: readonly Row[], path: Path): readonly Leaf[] {
  return rows.flatMap(factsOfRow).flatMap(({ pattern, leaves }) => (isAt(path, pattern) ? leaves : []));
}

/** A test and those inside it. */
function testsIn(test: Test | undefined): Test[] {
  if (!test) return [];
  return [test, ...[test.contains, ...(test.anyOf ?? []), ...(test.allOf ?? [])].flatMap(testsIn)];
}

/**
 * The facts that a profile of a class should state, in the order of the rows: those of its required and recommended rows and of
 * its groups of alternatives, without optional facts and those that only alternatives use.
 */
export function factsNeeded(standard: Standard, classification: string): readonly Pattern[] {
  const byClass = neededCache.get(standard) ?? new Map<string, readonly Pattern[]>();
  neededCache.set(standard, byClass);
  const needed = byClass.get(classification) ?? neededOf(standard, classification);
  byClass.set(classification, needed);
  return needed;
}

const neededCache = new WeakMap<Standard, Map<string, readonly Pattern[]>>();

function neededOf(standard: Standard, classification: string): Pattern[] {
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

/** Whether a path matches the pattern or a part of it from its start. */
export function leadsTo(path: Path, pattern: Pattern): boolean {
  return path.length <= pattern.length && path.every((step, index) => fits(step, pattern[index] as string));
}

/** Whether a path matches the pattern. A list of plain values and its items count as one fact. */
function isAt(path: Path, pattern: Pattern): boolean {
  const listPath = path.length === pattern.length + 1 && typeof path[path.length - 1] === "number" ? path.slice(0, -1) : path;
  const listPattern = pattern.at(-1) === ANY && pattern.length === path.length + 1 ? pattern.slice(0, -1) : pattern;
  return listPath.length === listPattern.length && leadsTo(listPath, listPattern);
}

function fits(step: string | number, expected: string): boolean {
  return expected === ANY ? typeof step === "number" : step === expected;
}

function collect(condition: Condition, scope: Pattern, facts: Map<string, FactUsed>, isConditional: boolean): void {
  const patternOf = (fact: string): Pattern =>
    fact === "." ? scope : fact.startsWith(".") ? [...scope, ...fact.slice(1).split(".")] : fact.split(".");
  const descend = (part: Condition, below = scope, conditional = isConditional) => collect(part, below, facts, conditional);
  if ("fact" in condition) {
    const pattern = patternOf(condition.fact);
    const key = pattern.join(".");
    const isOptional = (condition.unstated !== undefined || isConditional) && facts.get(key)?.isOptional !== false;
    facts.set(key, { pattern, isOptional, leaves: [...(facts.get(key)?.leaves ?? []), condition] });
  } else if ("all" in condition) for (const part of condition.all) descend(part);
  else if ("any" in condition) for (const part of condition.any) descend(part);
  else if ("each" in condition) for (const fact of condition.each) descend(condition.satisfies, patternOf(fact));
  else if ("within" in condition) descend(condition.satisfies, patternOf(condition.within));
  else if ("every" in condition) descend(condition.satisfies, [...patternOf(condition.every), ANY]);
  else if ("some" in condition) descend(condition.satisfies, [...patternOf(condition.some), ANY]);
  else if ("if" in condition) {
    descend(condition.if);
    descend(condition.then, scope, true);
  }
}
