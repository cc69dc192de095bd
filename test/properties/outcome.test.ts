/** Tests properties of all profiles: a stricter class includes the looser ones, and notation does not matter. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { Document, isMap, isScalar, type Scalar, visit } from "yaml";
import type { Profile } from "../../server/src/core/evaluation/profile.ts";
import { analyzeText } from "../support/analyze.ts";
import { type Facts, outcome, profiles } from "./profiles.ts";

const CLASSES = ["S", "I", "II"];

const write = (facts: unknown) => new Document(facts, { aliasDuplicateObjects: false }).toString({ lineWidth: 0 });
const judge = (facts: unknown) => analyzeText(write(facts));

/** Holds for arbitrary profiles; on failure fast-check prints the seed and the smallest profile. */
function property(title: string, numRuns: number, check: (facts: Facts, choices: readonly number[]) => void): void {
  it(title, () => {
    const choices = fc.array(fc.nat(5), { minLength: 12, maxLength: 12 });
    fc.assert(fc.property(profiles({ valid: false }), choices, check), { numRuns });
  });
}

/** Every mapping with its keys in another order. */
function reorder(value: unknown, choices: readonly number[]): unknown {
  if (Array.isArray(value)) return value.map((item) => reorder(item, choices));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, child]) => [key, reorder(child, choices)] as const);
  const rank = (key: string) => (choices[key.length % choices.length] ?? 0) * 100 - key.length;
  return new Map(entries.toSorted(([a], [b]) => rank(a) - rank(b)));
}

/** Equal subtrees made one, so that they are written as an anchor and its aliases. */
function share(value: unknown, known = new Map<string, unknown>()): unknown {
  if (typeof value !== "object" || value === null) return value;
  const key = JSON.stringify(value);
  const copy = Array.isArray(value)
    ? value.map((item) => share(item, known))
    : Object.fromEntries(Object.entries(value).map(([name, child]) => [name, share(child, known)]));
  if (!known.has(key)) known.set(key, copy);
  return known.get(key);
}

/** Other styles of the same document: flow, quotes, comments. */
function restyle(facts: Facts, choices: readonly number[]): string {
  const document = new Document(facts, { aliasDuplicateObjects: false });
  const styles: Scalar.Type[] = ["PLAIN", "QUOTE_DOUBLE", "QUOTE_SINGLE"];
  let count = 0;
  const next = () => choices[count++ % choices.length] ?? 0;
  visit(document, {
    Collection(_, node) {
      node.flow = next() < 2;
    },
    Scalar(_, node) {
      if (typeof node.value === "string") node.type = styles[next() % 3] as Scalar.Type;
    },
  });
  return document.toString({ lineWidth: 0, indent: 2 + (next() % 4) });
}

function comment(facts: Facts, choices: readonly number[]): string {
  const document = new Document(facts, { aliasDuplicateObjects: false });
  document.commentBefore = " 書きかけ: [";
  visit(document, {
    Pair(index, { key, value }) {
      const choice = choices[(index as number) % choices.length] ?? 0;
      if (isScalar(key) && choice === 0) key.commentBefore = ' "準拠法": {';
      if (isScalar(value) && choice === 1) value.comment = " 要確認";
      if (isMap(value) && choice === 2) value.spaceBefore = true;
    },
  });
  return document.toString({ lineWidth: 0 });
}

describe("every profile", () => {
  property("that may be used for a class may be used for the looser ones", 60, (facts) => {
    const { eligible, open, excluded, verdict, judgedAs } = analyzeText(JSON.stringify(facts)).profiles[0] as Profile;
    assert.deepEqual([...excluded, ...open, ...eligible], CLASSES);
    if (judgedAs === null || verdict === "invalid" || verdict === "not-applicable") return;
    const lists = { conforming: eligible, undetermined: open, nonconforming: excluded };
    assert.ok(lists[verdict].includes(judgedAs));
  });

  property("has the same outcome in any order of its keys", 25, (facts, choices) =>
    assert.deepEqual(outcome(judge(reorder(facts, choices))), outcome(judge(facts))),
  );
  property("has the same outcome in any style", 25, (facts, choices) =>
    assert.deepEqual(outcome(analyzeText(restyle(facts, choices))), outcome(judge(facts))),
  );
  property("has the same outcome with anchors and aliases", 25, (facts) =>
    assert.deepEqual(outcome(analyzeText(new Document(share(facts)).toString({ lineWidth: 0 }))), outcome(judge(facts))),
  );
  property("has the same outcome with comments", 25, (facts, choices) =>
    assert.deepEqual(outcome(analyzeText(comment(facts, choices))), outcome(judge(facts))),
  );
  property("has the same outcome as JSON", 25, (facts) => {
    assert.deepEqual(outcome(analyzeText(JSON.stringify(facts))), outcome(judge(facts)));
    assert.deepEqual(outcome(analyzeText(JSON.stringify(facts, null, 2))), outcome(judge(facts)));
  });
  property("has the same outcome beside another one", 15, (facts) => {
    const text = write(facts);
    const alone = outcome(analyzeText(text));
    const { profiles, findings } = outcome(analyzeText(`${text}---\n${text}`));
    assert.deepEqual(profiles, [...alone.profiles, ...alone.profiles]);
    assert.deepEqual(findings, [...alone.findings, ...alone.findings].toSorted());
  });
});
