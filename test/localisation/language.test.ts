/** Tests the helpers of the other localisation tests: what counts as the other language, and what as quoted. */
import assert from "node:assert/strict";
import { fixedParts, foreignTo } from "./language.ts";

describe("the other language", () => {
  for (const [text, foreign] of [
    ["The store 「控え」 is unmet", ["「控え」"]],
    ["not met、not stated", ["、"]],
    ["Ｓ is required", ["Ｓ"]],
    ["○ met · “AES-256” – 6-2 → ✓", []],
  ] as const) {
    it(`in English: ${text}`, () => assert.deepEqual(foreignTo("en", text), foreign));
  }

  for (const [text, foreign] of [
    ["保存先は not stated である", ["not", "stated"]],
    ["暗号“AES”は使えない", ["“", "”"]],
    ["TLS 1.2、SaaS、--lang、a.vendor.yaml、https://example.com/a/terms、encryption.atRest[0].cipher", []],
  ] as const) {
    it(`in Japanese: ${text}`, () => assert.deepEqual(foreignTo("ja", text), foreign));
  }

  it("excludes quotations from the file", () => {
    assert.deepEqual(foreignTo("en", "Store “控え”", "store: 控え"), []);
    assert.deepEqual(foreignTo("ja", "保存先「main database」", "store: main database"), []);
    assert.deepEqual(foreignTo("ja", "保存先「main database」は unmet", "store: main database"), ["unmet"]);
  });

  it("has the same placeholders, links, code and icons", () => {
    assert.deepEqual(fixedParts("$(law) [Read](command:a) {0} of `x`"), fixedParts("`x`の{0} [読む](command:a) $(law)"));
  });
});
