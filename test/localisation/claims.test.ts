/** Guards that what is claimed with a test for each says the same in both languages, and names tests that are there. */
import assert from "node:assert/strict";
import { claimsOf, missing } from "../support/claims.ts";

for (const [path, japanese] of [
  ["SECURITY.md", "SECURITY.ja.md"],
  ["docs/robustness.md", "docs/robustness.ja.md"],
] as const) {
  describe(path, () => {
    const rows = claimsOf(path);

    it("names a test for each claim, and each is there", () => {
      assert.ok(rows.length > 15);
      for (const tests of rows) assert.ok(tests.length > 0);
      assert.deepEqual(missing(rows.flat()), []);
    });

    it("says the same in both languages", () => assert.deepEqual(claimsOf(japanese), rows));
  });
}
