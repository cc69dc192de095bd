/** Tests that a file of many profiles is read in chunks, and that an edit costs one chunk. */
import assert from "node:assert/strict";
import { analyze } from "../../server/src/core/analysis/analyze.ts";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import { splitDocuments } from "../../server/src/core/yaml/split-documents.ts";
import { AS_OF, analyzeText } from "../support/analyze.ts";

const PROFILE = "profile: 1\nvendor: {name: 甲}\nservice: {name: 乙}\ninformation: {classification: I}\n";

const edit = (before: string, after: string) => {
  const first = analyzeText(before);
  return { first, next: analyze(after, bundled, { today: AS_OF }, first), fresh: analyzeText(after) };
};
const codes = ({ findings }: ReturnType<typeof analyzeText>) =>
  findings.map(({ code, profile, span }) => `${profile} ${code} ${span.start}`);

describe("a stream is cut where a document ends, whatever that document is", () => {
  const streams: [what: string, parts: string[]][] = [
    ["nothing", [""]],
    ["a marker", ["a: 1\n", "---\nb: 1\n"]],
    ["a marker at the start", ["---\na: 1\n"]],
    ["markers alone", ["---\n", "---\n", "---"]],
    ["a marker before a value, a tab, a comment", ["a: 1\n", "--- b\n", "---\tc\n", "--- # d\n"]],
    ["CRLF and CR", ["a: 1\r\n", "---\r\nb: 1\r", "---\rc: 1\r"]],
    ["a quotation mark that is not closed", ['a: "\n', "---\nb: 1\n"]],
    ["a bracket that is not closed", ["a: [\n", "---\nb: 1\n"]],
    ["a block of text", ["--- |\n a\n", "---\nb: 1\n"]],
    ["the end of a document", ["a: 1\n...\nb: 1\n...\n", "---\nc: 1\n"]],
    ["four dashes, a word, an indented marker, another line end", ["a: 1\n----\n---b\n ---\nc\u2028---\n"]],
    ["directives, which may go on holding", ["%YAML 1.1\n---\na: 1\n---\nb: 1\n"]],
    ["a conflict, which may go across", ["a: 1\n<<<<<<< a\n---\nb: 1\n"]],
  ];
  for (const [what, parts] of streams) {
    it(what, () =>
      assert.deepEqual(
        splitDocuments(parts.join("")).map(({ text }) => text),
        parts,
      ),
    );
  }

  it("a conflict across documents is read as one chunk", () => {
    const conflict = analyzeText(`${PROFILE}<<<<<<< a\nx-a: 1\n---\n=======\nx-b: 1\n>>>>>>> b\nx-c: 1\n`);
    assert.equal(conflict.profiles.length, 1);
    assert.deepEqual(
      conflict.findings.flatMap(({ code }) => (code.startsWith("yaml.") ? [code] : [])),
      ["yaml.conflict"],
    );
  });
  it("what is broken in one document is not in the next", () => {
    const { profiles, findings } = analyzeText(`${PROFILE}contract: {governingLaw: "JP\n---\n${PROFILE}`);
    const alone = analyzeText(PROFILE);
    assert.equal(profiles[0]?.verdict, "invalid");
    assert.equal(profiles[1]?.verdict, alone.profiles[0]?.verdict);
    assert.deepEqual(
      findings.flatMap(({ profile, code }) => (profile === 1 ? [code] : [])),
      alone.findings.map(({ code }) => code),
    );
  });
});

describe("after an edit in a register", () => {
  const register = (edited: string, count = 5) =>
    Array.from({ length: count }, (_, index) => (index === 2 ? edited : PROFILE)).join("---\n");

  it("only the profile that was touched is analysed again", () => {
    for (const after of [
      register(`${PROFILE}x-a: 1\n`),
      register(`${PROFILE}---\n${PROFILE}`),
      register(`${PROFILE}"`),
      register(""),
    ]) {
      const { first, next } = edit(register(PROFILE), after);
      const known = new Set(first.chunks.map(({ alone }) => alone));
      const made = next.chunks.filter(({ alone }) => !known.has(alone));
      assert.ok(made.length <= 1, `${made.length}`);
    }
  });
  it("chunks before the edit keep their objects", () => {
    const { first, next } = edit(register(PROFILE), register(`${PROFILE}x-a: 1\n`));
    assert.deepEqual(
      next.chunks.map((part, index) => part === first.chunks[index]),
      [true, true, false, false, false],
    );
  });
  it("profiles are renumbered if an earlier one disappears", () => {
    const { next, fresh } = edit(`x: 1\n---\n${PROFILE}`, `#: 1\n---\n${PROFILE}`);
    assert.deepEqual(
      next.profiles.map(({ index, service }) => [index, service]),
      [[0, "乙"]],
    );
    assert.deepEqual(codes(next), codes(fresh));
  });
  it("repairs beyond the budget are made once the budget allows, and dropped again when it does not", () => {
    const large = `${PROFILE}${`# ${"注".repeat(1_000)}\n`.repeat(100)}`;
    const broken = `${large}a: b: c\nd: e: f\ng: h: i\n---\n${PROFILE}a: b: c\n`;
    const whole = `${large}---\n${PROFILE}a: b: c\n`;
    const kinds = (text: string) =>
      analyzeText(text).findings.flatMap(({ kind, profile }) => (profile === 1 && kind.startsWith("yaml.") ? [kind] : []));
    assert.deepEqual([kinds(broken), kinds(whole)], [["yaml.syntax"], ["yaml.colon-in-value"]]);
    for (const [before, after] of [[broken, whole] as const, [whole, broken] as const]) {
      const { next, fresh } = edit(before, after);
      assert.deepEqual(codes(next), codes(fresh));
    }
  });
});
