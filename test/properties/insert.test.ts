/** Tests that inserting missing keys states nothing, breaks nothing, and changes nothing else. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { Document, visit } from "yaml";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import type { Profile } from "../../server/src/core/evaluation/profile.ts";
import { factsOfRow } from "../../server/src/core/standard/facts.ts";
import { rowOf } from "../../server/src/core/standard/standard.ts";
import { pointer, type ValueNode } from "../../server/src/core/yaml/node.ts";
import { applyEdits, firstStop, isOverlapping } from "../../server/src/language-service/edits/edit.ts";
import { insertSkeleton } from "../../server/src/language-service/edits/insert.ts";
import { nextUnstated } from "../../server/src/language-service/edits/next-unstated.ts";
import { skeletonOf } from "../../server/src/language-service/edits/skeleton.ts";
import { analyzeText } from "../support/analyze.ts";
import { ROWS } from "../support/profile.ts";
import { runs } from "../support/runs.ts";
import { type Facts, profiles } from "./profiles.ts";

const { format, standard } = bundled;

/** A profile as YAML, some of its sections and lists in brackets, with some facts left out and others null. */
function write(facts: Facts, choices: readonly number[], eol: string): string {
  const document = new Document(facts, { aliasDuplicateObjects: false });
  let count = 0;
  const next = () => choices[count++ % choices.length] as number;
  visit(document, {
    Collection(_, node) {
      node.flow = next() === 0;
      node.items = node.items.filter(() => next() !== 1) as never;
    },
    Pair(_, pair) {
      if (next() === 1) pair.value = document.createNode(null);
    },
  });
  const text = document.toString({ lineWidth: 0, indent: 2 + (next() % 3), nullStr: next() % 2 === 0 ? "" : "null" });
  return text.replaceAll("\n", eol);
}

const written = fc
  .tuple(profiles({ valid: true }), fc.array(fc.nat(9), { minLength: 61, maxLength: 61 }), fc.constantFrom("\n", "\r\n"))
  .map(([facts, choices, eol]) => write(facts, choices, eol));

/** What a document states: each value with its place, and each list or section that is empty. */
function stated(node: ValueNode | undefined, path: (string | number)[] = []): string[] {
  if (!node) return [];
  if (node.kind === "map") return node.entries.flatMap(({ name, value }) => stated(value, [...path, name]));
  if (node.kind === "list") {
    return node.items.length === 0
      ? [`${pointer(path)} []`]
      : node.items.flatMap((item, index) => stated(item, [...path, index]));
  }
  return node.value === null ? [] : [`${pointer(path)} ${node.value}`];
}

/** What breaks YAML or the format, but for what is required. */
function broken({ findings }: ReturnType<typeof analyzeText>): string[] {
  return findings.flatMap(({ code }) => (/^(yaml|schema)\./.test(code) && code !== "schema.required" ? [code] : [])).toSorted();
}

const statuses = ({ rows }: Profile) => [...rows.values()].map(({ status }) => status).join(" ");

type Edits = NonNullable<ReturnType<typeof insertSkeleton>>;

/** The text after edits that must state nothing and break nothing. */
function assertHarmless(text: string, edits: Edits): string {
  assert.ok(!isOverlapping(edits));
  for (const { span } of edits) assert.match(text.slice(span.start, span.end), /^(null)?$/);
  const after = applyEdits(text, edits);
  const [before, now] = [analyzeText(text), analyzeText(after)];
  const own = stated(before.source.documents[0]?.root);
  // the format's version is the one thing that can stand where it stands
  const gained = stated(now.source.documents[0]?.root).filter((fact) => !own.includes(fact));
  assert.deepEqual(
    gained.filter((fact) => fact !== "/profile 1"),
    [],
  );
  const still = new Set(stated(now.source.documents[0]?.root));
  assert.deepEqual(
    own.filter((fact) => !still.has(fact)),
    [],
    after,
  );
  assert.deepEqual(broken(now), broken(before));
  assert.equal(statuses(now.profiles[0] as Profile), statuses(before.profiles[0] as Profile));
  if (!/(?<!\r)\n/.test(text) && text.includes("\r")) assert.doesNotMatch(after, /(?<!\r)\n/);
  if (edits.some(({ stops = [] }) => stops.length > 0)) {
    const stop = firstStop(edits);
    assert.ok(stop !== undefined && /^[ \t]*([\r\n,}\]#]|$)/.test(after.slice(stop)), after.slice(stop, (stop ?? 0) + 20));
  }
  return after;
}

describe("inserting", () => {
  it("the facts of a row states none of them, and is done once", () =>
    fc.assert(
      fc.property(written, fc.constantFrom(...ROWS), (text, no) => {
        const facts = factsOfRow(rowOf(standard, no)).map(({ pattern }) => pattern);
        const insert = (text: string) => {
          const { source } = analyzeText(text);
          const root = source.documents[0]?.root;
          return root && insertSkeleton(source, root, skeletonOf(format, facts), format);
        };
        const edits = insert(text);
        if (!edits) return;
        const after = assertHarmless(text, edits);
        assert.deepEqual(insert(after), []);
      }),
      runs(30),
    ));

  it("the next fact states nothing either, and is then there to be written", () =>
    fc.assert(
      fc.property(written, fc.nat(5000), (text, at) => {
        const analysis = analyzeText(text);
        const next = nextUnstated(analysis, analysis.profiles[0] as Profile, at % (text.length + 1));
        if (!next) return;
        assert.ok(next.edits ? firstStop(next.edits) !== undefined || next.path.join() === "profile" : next.span !== undefined);
        if (next.edits) assertHarmless(text, [...next.edits]);
      }),
      runs(15),
    ));
});
