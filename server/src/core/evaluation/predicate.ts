import { matches } from "../schema/pattern.ts";
import type { Test } from "../standard/condition.ts";
import type { Path, ValueNode } from "../yaml/node.ts";
import type { Facts } from "./facts.ts";

/** Undefined where an unreadable item of a list could decide either way. */
type Answer = boolean | undefined;

interface Subject {
  readonly node: ValueNode;
  readonly path: Path;
  readonly facts: Facts;
  readonly today: string;
}

/** Answers one keyword of a test; true where the test does not have it. */
type Keyword = (test: Test, subject: Subject) => Answer;

const KEYWORDS: readonly Keyword[] = [
  ({ allOf }, subject) => !allOf || every(allOf.map((part) => answer(part, subject))),
  ({ anyOf }, subject) => !anyOf || some(anyOf.map((part) => answer(part, subject))),
  ({ minItems }, subject) => minItems === undefined || hasDistinctItems(subject, minItems),
  // an unreadable item is still an item
  ({ maxItems }, { node }) => maxItems === undefined || (node.kind === "list" && node.items.length <= maxItems),
  ({ contains }, subject) => !contains || hasItem(subject, contains),
  ({ const: constant }, { node }) => constant === undefined || (node.kind === "scalar" && node.value === constant),
  ({ enum: values }, { node }) => !values || isText(node, (text) => values.includes(text)),
  ({ pattern }, { node }) => !pattern || isText(node, (text) => matches(pattern, text)),
  // ISO 8601 dates sort as text
  ({ formatMinimum: day }, { node, today }) => !day || isText(node, (text) => text >= (day === "today" ? today : day)),
];

/**
 * Whether a stated fact passes a test; undefined where that depends on an item that breaks the schema.
 *
 * @param today YYYY-MM-DD
 */
export function passes(test: Test, node: ValueNode, path: Path, facts: Facts, today: string): boolean | undefined {
  return answer(test, { node, path, facts, today });
}

function answer(test: Test, subject: Subject): Answer {
  return every(KEYWORDS.map((keyword) => keyword(test, subject)));
}

/** Whether a list has so many stated items, equal ones counted once. */
function hasDistinctItems(subject: Subject, minItems: number): Answer {
  if (subject.node.kind !== "list") return false;
  const { stated, isOpen } = itemsOf(subject);
  const distinct = new Set(stated.map((node) => (node.kind === "scalar" ? node.value : node)));
  return distinct.size >= minItems || (isOpen ? undefined : false);
}

function hasItem(subject: Subject, test: Test): Answer {
  const { stated, isOpen } = itemsOf(subject);
  return stated.some((node) => answer(test, { ...subject, node }) === true) || (isOpen ? undefined : false);
}

/** The stated items of a list, and whether it has others; any other value has none. */
function itemsOf({ node, path, facts }: Subject): { readonly stated: readonly ValueNode[]; readonly isOpen: boolean } {
  if (node.kind !== "list") return { stated: [], isOpen: false };
  const stated = node.items.flatMap((_, index) => {
    const fact = facts.at([...path, index]);
    return fact.state === "stated" ? [fact.node] : [];
  });
  return { stated, isOpen: stated.length < node.items.length };
}

function isText(node: ValueNode, test: (text: string) => boolean): boolean {
  return node.kind === "scalar" && typeof node.value === "string" && test(node.value);
}

function every(answers: readonly Answer[]): Answer {
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
}

function some(answers: readonly Answer[]): Answer {
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
}
