/** Guards that docs/robustness.md says the same in both languages, and names tests that are there. */
import assert from "node:assert/strict";
import { claimsOf, missing } from "../support/claims.ts";

describe("docs/robustness.md", () => {
  const rows = claimsOf("docs/robustness.md");

  it("names a test for whatever may come, and each is there", () => {
    assert.ok(rows.length > 15);
    for (const tests of rows) assert.ok(tests.length > 0);
    assert.deepEqual(missing(rows.flat()), []);
  });

  it("says the same in both languages", () => assert.deepEqual(claimsOf("docs/robustness.ja.md"), rows));
});
