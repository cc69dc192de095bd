/** Tests that inserting missing keys states nothing, breaks nothing, and changes nothing else. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { Document, isScalar, visit } from "yaml";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import type { Profile } from "../../server/src/core/evaluation/profile.ts";
import { factsOfRow } from "../../server/src/core/standard/facts.ts";
import { rowOf } from "../../server/src/core/standard/standard.ts";
import { pointer, type ValueNode } from "../../server/src/core/yaml/node.ts";
import { parseSource } from "../../server/src/core/yaml/parse.ts";
import { applyEdits, firstStop, isOverlapping } from "../../server/src/language-service/edits/edit.ts";
import { insertSkeleton } from "../../server/src/language-service/edits/insert.ts";
import { nextUnstated } from "../../server/src/language-service/edits/next-unstated.ts";
import { skeletonOf } from "../../server/src/language-service/edits/skeleton.ts";
import { formatEdits } from "../../server/src/language-service/formatting/format.ts";
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

/**
 * The same with remarks behind values, above keys and below the last lines of sections, and with texts of several lines that keep
 * the blank lines behind them.
 */
function writeRemarked(facts: Facts, choices: readonly number[], indent: number, indentSeq: boolean): string {
  const document = new Document(facts, { aliasDuplicateObjects: false });
  let count = 0;
  const next = () => choices[count++ % choices.length] as number;
  const remark = () => ` ※${count}`;
  visit(document, {
    Collection(_, node, path) {
      node.flow = next() === 0;
      if (path.length > 1 && next() < 2) node.comment = remark();
    },
    Pair(_, pair) {
      if (next() === 0 && isScalar(pair.key)) pair.key.commentBefore = remark();
      if (next() === 0) pair.value = document.createNode(null);
    },
    Scalar(key, node) {
      if (key === "key") return;
      if (next() < 2) node.comment = remark();
      if (typeof node.value === "string" && /^[^!-~]+$/.test(node.value) && next() < 4) {
        node.value += ["\n", "\n\n", "\n\n\n", ""][next() % 4];
        node.type = "BLOCK_LITERAL";
      }
    },
  });
  return document.toString({ lineWidth: 0, indent, indentSeq, nullStr: "" });
}

const remarked = fc
  .tuple(profiles({ valid: true }), fc.array(fc.nat(9), { minLength: 71, maxLength: 71 }), fc.constantFrom(2, 3, 4), fc.boolean())
  .map(([facts, choices, indent, indentSeq]) => writeRemarked(facts, choices, indent, indentSeq));

/** The facts without some of them, and without what is null or empty. */
function thinned(facts: unknown, next: () => number): unknown {
  if (typeof facts !== "object" || facts === null) return facts === null || next() < 2 ? undefined : facts;
  const left = Object.entries(facts).flatMap(([key, value]) => {
    const fact = thinned(value, next);
    return fact === undefined ? [] : [[key, fact] as const];
  });
  if (left.length === 0) return undefined;
  return Array.isArray(facts) ? left.map(([, item]) => item) : Object.fromEntries(left);
}

/**
 * Some facts in lines with empty lines and remarks between them, as deep as a neighbour or deeper, and with or without a line end
 * behind the last.
 */
function writeScattered(facts: Facts, choices: readonly number[], indent: number, indentSeq: boolean): string {
  let count = 0;
  const next = () => choices[count++ % choices.length] as number;
  const document = new Document(thinned(facts, next) ?? {}, { aliasDuplicateObjects: false });
  const lines = document.toString({ lineWidth: 0, indent, indentSeq }).trimEnd().split("\n");
  const columnOf = (line = "") => Math.max(line.search(/\S/), 0);
  const scattered = lines.flatMap((line, index) => {
    const columns = [columnOf(line), columnOf(lines[index + 1]), columnOf(line) + indent];
    const remark = `${" ".repeat(columns[next() % 3] ?? 0)}# ※${count}`;
    return [next() < 1 ? `${line} # ※${count}` : line, ...([[""], [remark], ["", remark], [remark, ""]][next()] ?? [])];
  });
  return scattered.join("\n") + ["", "\n", "\n...\n", "\n---\nprofile: 1\n"][next() % 4];
}

const scattered = fc
  .tuple(profiles({ valid: true }), fc.array(fc.nat(9), { minLength: 71, maxLength: 71 }), fc.constantFrom(2, 4), fc.boolean())
  .map(([facts, choices, indent, indentSeq]) => writeScattered(facts, choices, indent, indentSeq));

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

interface Place {
  readonly at: number;
  /** The column of the key, or of the item's dash. */
  readonly column: number;
  readonly name: string;
}

/** The keys, items, values and closing brackets of a text, in order. */
function placesIn({ text, documents, lines }: ReturnType<typeof parseSource>): Place[] {
  const places: Place[] = [];
  const columnOf = (at: number) => lines.position(at).character;
  const look = (node: ValueNode, path: (string | number)[], column: number): void => {
    const add = (at: number, below: (string | number)[], name: string, column: number) =>
      places.push({ at, column, name: `${name} ${pointer(below)}` });
    if (node.kind === "map") {
      for (const { name, key, value } of node.entries) {
        add(key.start, [...path, name], "key", columnOf(key.start));
        look(value, [...path, name], columnOf(key.start));
      }
    } else if (node.kind === "list") {
      for (const [index, item] of node.items.entries()) {
        add(item.span.start, [...path, index], "item", columnOf(node.span.start));
        look(item, [...path, index], columnOf(node.span.start));
      }
    } else if (node.value !== null) add(node.span.start, path, "value", column);
    if (/[[{]/.test(text[node.span.start] ?? "")) add(node.span.end - 1, path, "end", column);
  };
  const root = documents[0]?.root;
  if (root) look(root, [], 0);
  return places.sort((a, b) => a.at - b.at);
}

interface Remark {
  /** Whether a value that is put in behind its owner may come before it: it stands on the line of the owner, or not deeper. */
  readonly isLoose: boolean;
  /** Whether it stands above a key or an item, which it belongs to; otherwise it belongs to what stands before it. */
  readonly isAbove: boolean;
  readonly owner: string | undefined;
}

/** What each remark belongs to; those that are known are still above or behind it. */
function remarksOf(text: string, known?: ReadonlyMap<string, Remark>): Map<string, Remark> {
  const source = parseSource(text);
  const { lines } = source;
  const places = placesIn(source);
  const remarks = new Map<string, Remark>();
  for (const { 0: remark, index } of text.matchAll(/# ※\d+/g)) {
    const { line, character } = lines.position(index);
    const isAlone = lines.text(line).trim() === remark;
    let below = line + 1;
    while (/^\s*#/.test(lines.text(below))) below++;
    const isBefore = lines.text(below).search(/\S/) >= character && !/^\s*[\]}]/.test(lines.text(below));
    // behind a dash, a remark belongs to the item below it
    const isBehindDash = /^[ -]*- +$/.test(lines.text(line).slice(0, character));
    const isAbove = known?.get(remark)?.isAbove ?? (isBehindDash || (isAlone && isBefore));
    // a remark below a block belongs to the key or the item that it is not less deep than
    const isOwner = ({ name, column }: Place) => !isAlone || (column <= character && /^(key|item)/.test(name));
    const owner = isAbove ? places.find(({ at }) => at > index) : places.findLast((place) => place.at < index && isOwner(place));
    const isLoose = !isAbove && (!isAlone || character <= (owner?.column ?? 0));
    remarks.set(remark, { isLoose, isAbove, owner: owner?.name });
  }
  return remarks;
}

/** By how many columns blocks are deeper than what they stand in: sections, dashes, and the keys of items behind their dashes. */
function stepsIn(text: string): string[] {
  const { documents, lines } = parseSource(text);
  const column = (at: number) => lines.position(at).character;
  const steps = new Set<string>();
  const isBlock = (node: ValueNode) => node.kind !== "scalar" && !/[[{]/.test(text[node.span.start] ?? "");
  const look = (node: ValueNode, from: number, what: string): void => {
    if (!isBlock(node)) return;
    if (from >= 0) steps.add(`${what} ${column(node.span.start) - from}`);
    if (node.kind === "map") {
      for (const { key, value } of node.entries) look(value, column(key.start), value.kind === "list" ? "dash" : "section");
    } else if (node.kind === "list") for (const item of node.items) look(item, column(node.span.start), "item");
  };
  const root = documents[0]?.root;
  if (root) look(root, -1, "");
  return [...steps];
}

/** That every remark stays with what it belongs to, and that new lines are indented as those that are there. */
function assertInStyle(text: string, after: string): void {
  const remarks = remarksOf(text);
  const now = remarksOf(after, remarks);
  for (const [remark, { isLoose, owner = "" }] of remarks) {
    const { owner: other = "" } = now.get(remark) as Remark;
    const isOfKey = other.replace(/^\w+ /, "").startsWith(owner.replace("key ", ""));
    assert.ok(other === owner || (isLoose && isOfKey), `${remark} of ${owner}, now of ${other}\n${text}\n→\n${after}`);
  }
  const steps = stepsIn(text);
  for (const step of stepsIn(after)) {
    const isNew = !steps.some((known) => known.split(" ")[0] === step.split(" ")[0]);
    assert.ok(isNew || steps.includes(step), `${step}\n${text}\n→\n${after}`);
  }
}

/** That the formatter, too, sees every line of a text where it was. */
function assertInPlace(text: string, after: string): void {
  const lines = formatted(text);
  let found = 0;
  for (const line of formatted(after)) if (line === lines[found]) found++;
  assert.equal(lines[found], undefined, `${text}\n→\n${after}`);
}

function formatted(text: string): string[] {
  const lines = applyEdits(text, formatEdits(parseSource(text)))
    .trimEnd()
    .split("\n");
  // (a new first key takes the dash of its item, and remarks of lines that are parted are no longer aligned)
  return lines.map((line) => line.replace(/- (?=\w+:)/, "  ").replace(/ +#/, " #"));
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

  it("leaves every remark with what it belongs to, and indents as the file does", () =>
    fc.assert(
      fc.property(remarked, fc.constantFrom("\n", "\r\n"), fc.constantFrom(...ROWS), (written, eol, no) => {
        const text = written.replaceAll("\n", eol);
        const { source, profiles } = analyzeText(text);
        const root = source.documents[0]?.root;
        const facts = factsOfRow(rowOf(standard, no)).map(({ pattern }) => pattern);
        const edits = root && insertSkeleton(source, root, skeletonOf(format, facts), format);
        if (edits) assertInStyle(text, assertHarmless(text, edits));
        const next = nextUnstated(analyzeText(text), profiles[0] as Profile, 0);
        if (next?.edits) assertInStyle(text, assertHarmless(text, [...next.edits]));
      }),
      runs(30),
    ));

  it("leaves every remark where the formatter puts it", () =>
    fc.assert(
      fc.property(scattered, fc.constantFrom(...ROWS), (text, no) => {
        const { source } = analyzeText(text);
        const root = source.documents[0]?.root;
        const facts = factsOfRow(rowOf(standard, no)).map(({ pattern }) => pattern);
        const edits = root && insertSkeleton(source, root, skeletonOf(format, facts), format);
        if (edits) assertInPlace(text, assertHarmless(text, edits));
      }),
      runs(30),
    ));
});
