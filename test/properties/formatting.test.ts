/** Tests that formatting and sorting never change values, keep every comment and line end, and are idempotent. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import { plain } from "../../server/src/core/yaml/node.ts";
import { parseSource } from "../../server/src/core/yaml/parse.ts";
import type { Source } from "../../server/src/core/yaml/source.ts";
import { applyEdits, isOverlapping } from "../../server/src/language-service/edits/edit.ts";
import { formatEdits, rangeEdits } from "../../server/src/language-service/formatting/format.ts";
import { onTypeEdits } from "../../server/src/language-service/formatting/on-type.ts";
import { sortEdits } from "../../server/src/language-service/formatting/sort.ts";
import { examples } from "../support/analyze.ts";
import { type Facts, profiles } from "./profiles.ts";

const { format } = bundled;

/** Makes choices, one after the other, from numbers that fast-check gives. */
type Choose = <T>(...options: T[]) => T;

function chooser(choices: readonly number[]): Choose {
  let count = 0;
  return (...options) => options[(choices[count++ % choices.length] as number) % options.length] as never;
}

/** A profile as no tool would write it: keys in any order, any indentation, comments, empty lines, quotes and brackets. */
function write(facts: Facts, choose: Choose): string {
  const lines = ["# 記入中", ...block(facts, "", choose)];
  return lines.join("\n") + choose("", "\n", "\n\n  \n");
}

function block(value: object, indent: string, choose: Choose): string[] {
  const lines: string[] = [];
  const entries: [string, unknown][] = Array.isArray(value) ? value.map((item) => ["-", item]) : Object.entries(value);
  for (const [key, child] of Array.isArray(value) ? entries : rotate(entries, choose(0, 0, 1, 2))) {
    if (choose(0, 1, 2, 3, 4) === 0) lines.push(`${indent}${choose("", "  ")}# ${key}について`);
    if (choose(0, 1, 2, 3, 4) === 0) lines.push(choose("", "   ", "\n"));
    const name = key === "-" ? "-" : `${choose(key, JSON.stringify(key))}${choose(":", ":", " :")}`;
    const lead = `${indent}${name}`;
    const comment = choose("", "", "", " # 要確認", "      # 要確認: [", "   ");
    if (typeof child === "object" && child !== null && Object.keys(child).length > 0 && choose(0, 1, 2) > 0) {
      const deeper = `${indent}${Array.isArray(child) && key !== "-" ? choose("", "  ", "   ") : choose("  ", "    ")}`;
      lines.push(lead + comment, ...block(child, deeper, choose));
    } else lines.push(`${lead}${choose(" ", " ", "   ")}${inline(child, choose)}${comment}`);
  }
  return lines;
}

function inline(value: unknown, choose: Choose): string {
  if (value === null) return choose("", "null", "~");
  const space = choose("", "", " ");
  if (Array.isArray(value))
    return `[${space}${value.map((item) => inline(item, choose)).join(choose(", ", ",", " , "))}${space}]`;
  if (typeof value === "object") {
    const entries = Object.entries(value as Facts).map(([key, child]) => `${key}: ${inline(child, choose)}`);
    return `{${space}${entries.join(", ")}${space}}`;
  }
  return typeof value === "string" ? choose(JSON.stringify(value), `'${value}'`, value) : String(value);
}

function rotate<T>(items: readonly T[], by: number): T[] {
  return [...items.slice(by), ...items.slice(0, by)];
}

const written = fc
  .tuple(profiles({ valid: true }), fc.array(fc.nat(59), { minLength: 97, maxLength: 97 }), fc.constantFrom("\n", "\r\n"))
  .map(([facts, choices, end]) => write(facts, chooser(choices)).replaceAll("\n", end));

const scraps = [
  ..."[]{}:,-?&*!|>%@`\"'# \t\n\r　：",
  ...[
    "\r\n",
    "---\n",
    "...\n",
    "- ",
    ": ",
    "  ",
    "\n\n\n",
    "\n  ",
    "<<: *a",
    "&a ",
    "*a",
    "? ",
    "|\n",
    ">-\n",
    "|+\n\n",
    " # c\n",
    "\n# c\n",
  ],
  ...["contract: &a\n  governingLaw: NO\n", "x-b: *a\n", "{b: 1,\n  a: 2}", "[ JP ,\n  NO ]", "'a\n  b'", "\ufeff"],
];

/** An example with a few scraps put in, or some of its characters or lines taken out. */
const mutated = fc
  .tuple(
    fc.constantFrom(...examples().map(({ text }) => text)),
    fc.array(
      fc.record({
        at: fc.nat(100_000),
        scrap: fc.constantFrom("", ...scraps),
        length: fc.constantFrom(0, 0, 1, 2, 20),
        isLine: fc.boolean(),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  )
  .map(([example, changes]) => {
    // some sections only, so that there is time for many
    const lines = example.split("\n");
    const from = (changes[0]?.at ?? 0) % Math.max(1, lines.length - 20);
    return changes.reduce(
      (text, { at, scrap, length, isLine }) => {
        const place = at % (text.length + 1);
        const start = isLine ? text.lastIndexOf("\n", place) + 1 : place;
        return text.slice(0, start) + scrap + text.slice(start + length);
      },
      lines.slice(from, from + 30).join("\n"),
    );
  });

const contentOf = ({ documents }: Source) => documents.map(({ root }) => (root ? plain(root) : null));
const problemsOf = ({ documents }: Source) => documents.flatMap(({ problems }) => problems.map(({ kind }) => kind));
const characters = (text: string) => text.replace(/[ \t\r\n]/g, "");

/** The text after edits that must not change what it says. */
function change(source: Source, edits: ReturnType<typeof formatEdits>): Source {
  assert.ok(!isOverlapping(edits));
  const result = parseSource(applyEdits(source.text, edits));
  assert.deepEqual(contentOf(result), contentOf(source));
  assert.deepEqual(problemsOf(result), problemsOf(source));
  // a text of one kind of line ends keeps it
  if (!/(?<!\r)\n/.test(source.text) && source.text.includes("\r")) assert.doesNotMatch(result.text, /(?<!\r)\n/);
  if (!source.text.includes("\r")) assert.ok(!result.text.includes("\r"));
  return result;
}

function assertFormats(text: string): string {
  const source = parseSource(text);
  const result = change(source, formatEdits(source));
  assert.equal(characters(result.text), characters(text));
  assert.deepEqual(formatEdits(result), []);
  return result.text;
}

function assertSorts(text: string): string {
  const source = parseSource(text);
  const result = change(source, sortEdits(source, format));
  const pieces = (text: string) =>
    text
      .replaceAll('"NO"', "NO")
      .split(/[ \t\r\n,{}]+/)
      .filter(Boolean)
      .toSorted();
  assert.deepEqual(pieces(result.text), pieces(text));
  assert.deepEqual(sortEdits(result, format), []);
  return result.text;
}

function check<T>(arbitrary: fc.Arbitrary<T>, numRuns: number, assertHolds: (value: T) => unknown): void {
  fc.assert(
    fc.property(arbitrary, (value) => void assertHolds(value)),
    { numRuns },
  );
}

describe("formatting", () => {
  it("gives every profile its form, and changes nothing else", () =>
    check(written, 20, (text) => {
      const lines = assertFormats(text).split(/\r?\n/);
      assert.equal(lines.at(-1), "");
      for (const [index, line] of lines.entries()) {
        assert.match(line, /^( {2})*(\S.*)?$/);
        assert.doesNotMatch(line, /\s$/);
        assert.ok(line !== "" || lines[index + 1] !== "", `two empty lines: ${index}`);
      }
    }));
  it("leaves every example as it is", () => {
    for (const { text } of examples()) assert.deepEqual(formatEdits(parseSource(text)), []);
  });
  it("changes nothing that a damaged example says", () => check(mutated, 40, assertFormats));
  it("of a range keeps all values", () =>
    check(fc.tuple(fc.oneof(written, mutated), fc.nat(5000), fc.nat(200)), 15, ([text, at, length]) => {
      const source = parseSource(text);
      const start = at % (text.length + 1);
      change(source, rangeEdits(source, { start, end: Math.min(text.length, start + length) }));
    }));
  it("on typing changes the white space of the line only", () =>
    check(fc.tuple(fc.oneof(written, mutated), fc.nat(5000)), 20, ([text, at]) => {
      const place = at % (text.length + 1);
      const source = parseSource(`${text.slice(0, place)}\n${text.slice(place)}`);
      for (const { span, text: indent } of onTypeEdits(source, place + 1)) {
        assert.match(indent, /^ *$/);
        assert.match(source.text.slice(span.start, span.end), /^[ \t]*$/);
        assert.equal(source.lines.position(span.start).line, source.lines.position(place + 1).line);
      }
    }));
});

describe("sorting", () => {
  const order = Object.keys(format.root.properties ?? {});
  it("puts every profile in order, and changes nothing else", () =>
    check(written, 20, (text) => {
      const keys = Object.keys(contentOf(parseSource(assertSorts(text)))[0] as object);
      assert.deepEqual(
        keys,
        order.filter((key) => keys.includes(key)),
      );
    }));
  it("changes nothing that a damaged example says", () => check(mutated, 30, assertSorts));
  it("and formatting do not undo each other", () =>
    check(written, 10, (text) => {
      const both = assertFormats(assertSorts(text));
      assert.deepEqual(sortEdits(parseSource(both), format), []);
    }));
});
