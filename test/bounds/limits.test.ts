import "./steps.ts";
import assert from "node:assert/strict";
import type { AnyFinding } from "../../server/src/core/findings/finding.ts";
import { analyzeText } from "../support/analyze.ts";
import { stepsOf } from "./steps.ts";

/** For each character of a text; a walk of the whole for each of its parts takes thousands. */
const MAX_STEPS = 1000;

/** Texts that once took the square of their length, or more of the stack than there is: each is many times what a profile holds. */
describe("a large or tangled text has an analysis all the same", () => {
  const head = "profile: 1\nvendor: { name: 甲 }\nservice: { name: 乙 }\ninformation: { classification: I }\n";
  const many = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => line(index)).join("");

  const cases: [what: string, text: string, code: string][] = [
    [
      "aliases that nest without end",
      `${head}x-0: &a0 [1]\n${many(40, (i) => `x-${i + 1}: &a${i + 1} ${"[".repeat(60)}*a${i}${"]".repeat(60)}\n`)}`,
      "yaml.limit",
    ],
    [
      "more values than a document may hold",
      `${head.replace("classification: I", `classification: I, items: [${"甲,".repeat(100_001)}]`)}`,
      "yaml.limit",
    ],
    [
      "thousands of findings",
      head.replace("classification: I", `classification: I, items: [${"1,".repeat(10_000)}]`),
      "schema.type",
    ],
    [
      "thousands of wrong ciphers",
      `${head}encryption:\n  atRest:\n${many(2_000, () => "    - cipher: AES-999\n")}`,
      "schema.cipher",
    ],
    ["thousands of countries", `${head}dataLocation:\n  primary: [${"XX,".repeat(3_000)}]\n`, "schema.country"],
    ["thousands of unknown keys", `${head}${many(5_000, (i) => `k${i}: 1\n`)}`, "schema.unknown-key"],
    ["tabs in every line", `${head}x-a:\n${many(5_000, (i) => `\tk${i}: 1\n`)}`, "yaml.tab"],
    ["thousands of anchors of one name", `${head}x-a: [${"&a 1, ".repeat(30_000)}]\nk: 1\n`, "schema.unknown-key"],
    [
      "thousands of times a key whose first value is large",
      `${head}k: [${"1,".repeat(20_000)}]\n${"k: 1\n".repeat(20_000)}`,
      "yaml.duplicate-key",
    ],
    ["more documents than a text may hold", "---\na\n".repeat(2_001), "yaml.limit"],
    ["conflicts that do not end", `${head}${many(5_000, () => "<<<<<<< a\n")}`, "yaml.colon"],
  ];
  for (const [what, text, code] of cases) {
    it(what, async () => {
      let findings: readonly AnyFinding[] = [];
      const steps = await stepsOf(() => {
        findings = analyzeText(text).findings;
      });
      assert.ok(steps < MAX_STEPS * text.length, `${steps} steps for ${text.length} characters`);
      assert.ok(
        findings.some((finding) => finding.code === code),
        findings[0]?.code,
      );
    });
  }

  it("as many documents as a text may hold are judged each", () => {
    assert.equal(analyzeText("---\na\n".repeat(2_000)).profiles.length, 2_000);
  });

  it("many documents with one mistake each have one finding each", () => {
    const { profiles, findings } = analyzeText(`---\n${head}]\n]\n`.repeat(40));
    const told = new Set(findings.filter(({ kind }) => kind.startsWith("yaml.")).map(({ profile }) => profile));
    assert.equal(told.size, profiles.length);
  });

  /** By what nests: in all of them the parser calls itself for every level. */
  const nested: Record<string, (depth: number) => string> = {
    "brackets with closing ones in comments": (depth) => `x-a: ${"[ # ]\n ".repeat(depth)}1${"] # [\n".repeat(depth)}`,
    "the same behind a quotation mark that is not closed": (depth) => `x-a: "${"[ # ]\n ".repeat(depth)}`,
    "brackets with closing ones in quotes": (depth) => `x-a: ${"[']', ".repeat(depth)}1${"]".repeat(depth)}\n`,
    "brackets in a conflict": (depth) => `<<<<<<< a\nx-a: ${"[".repeat(depth)}${"]".repeat(depth)}\n>>>>>>> b\n`,
    "brackets as keys": (depth) => `? ${"[".repeat(depth)}${"]".repeat(depth)}\n: 1\n`,
    "pairs in brackets": (depth) => `x-a: ${"[a: ".repeat(depth)}1${"]".repeat(depth)}\n`,
    braces: (depth) => `x-a: ${"{a: ".repeat(depth)}1${"}".repeat(depth)}\n`,
    dashes: (depth) => `x-a:\n  ${"- ".repeat(depth)}1\n`,
    "question marks": (depth) => `${"? ".repeat(depth)}1\n`,
    "keys in one line": (depth) => `${"a: ".repeat(depth)}1\n`,
  };
  for (const [what, text] of Object.entries(nested)) {
    it(`nesting that would take more of the stack than there is: ${what}`, () => {
      for (const depth of [510, 900, 9_000]) {
        const codes = analyzeText(text(depth)).findings.map(({ code }) => code);
        assert.ok(codes.includes("yaml.limit"), `${depth}: ${codes[0]}`);
      }
    });
  }
  it("nesting that would take more of the stack than there is: lines", () => {
    const lines = (line: (indent: string) => string) => many(600, (i) => line(" ".repeat(i)));
    for (const text of [lines((indent) => `${indent}a:\n`), lines((indent) => `${indent}-\n${indent} a:\n`)]) {
      assert.ok(analyzeText(text).findings.some(({ code }) => code === "yaml.limit"));
    }
  });
  it("what only looks like nesting is read", () => {
    for (const line of ["-".repeat(1_000), `${" ".repeat(1_000)}[`, "[".repeat(1_000), `"${"{".repeat(1_000)}"`]) {
      const { profiles, findings } = analyzeText(`${head}# ${line}\n${" ".repeat(1_000)}# 注\nx-note: |\n  ${line}\n`);
      assert.equal(profiles[0]?.vendor, "甲");
      assert.ok(!findings.some(({ code }) => code.startsWith("yaml.")), line.trim().slice(0, 1));
    }
  });

  it("each document reports what the repair budget left out", () => {
    const large = `${head}service-note:\n${many(20_000, (i) => `x-k${i}: 値\n`)}`;
    const { profiles, findings } = analyzeText(`${large}a: b: c\n---\n${head}a: "\n---\n${head}a: [\n`);
    assert.deepEqual(
      profiles.map(({ index }) => findings.some(({ profile, kind }) => profile === index && kind.startsWith("yaml."))),
      profiles.map(() => true),
    );
  });
});
