import assert from "node:assert/strict";
import { analyzeText } from "../support/analyze.ts";

/** Texts that once took quadratic time, or more of the stack than there is: each is many times what a profile holds. */
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
    ["conflicts that do not end", `${head}${many(5_000, () => "<<<<<<< a\n")}`, "yaml.colon"],
  ];
  for (const [what, text, code] of cases) {
    it(what, function () {
      // not a measure: a quadratic walk would take minutes
      this.timeout(15_000);
      const { findings } = analyzeText(text);
      assert.ok(
        findings.some((finding) => finding.code === code),
        findings[0]?.code,
      );
    });
  }

  it("what there is no time to mend is said of each document", () => {
    const large = `${head}service-note:\n${many(20_000, (i) => `x-k${i}: 値\n`)}`;
    const { profiles, findings } = analyzeText(`${large}a: b: c\n---\n${head}a: "\n---\n${head}a: [\n`);
    assert.deepEqual(
      profiles.map(({ index }) => findings.some(({ profile, kind }) => profile === index && kind.startsWith("yaml."))),
      profiles.map(() => true),
    );
  });
});
