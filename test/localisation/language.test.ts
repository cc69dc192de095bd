/** Guards the eye of the other tests: what it takes for the other language, and what for someone's own words. */
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

  it("is not where someone wrote so", () => {
    assert.deepEqual(foreignTo("en", "Store “控え”", "store: 控え"), []);
    assert.deepEqual(foreignTo("ja", "保存先「main database」", "store: main database"), []);
    assert.deepEqual(foreignTo("ja", "保存先「main database」は unmet", "store: main database"), ["unmet"]);
  });

  it("has places, links, code and icons alike", () => {
    assert.deepEqual(fixedParts("$(law) [Read](command:a) {0} of `x`"), fixedParts("`x`の{0} [読む](command:a) $(law)"));
  });
});
