/** Documents that name a test for each claim name existing tests, and the same ones in both languages. */
import assert from "node:assert/strict";
import { claimsOf, missing } from "../support/claims.ts";

for (const [path, japanese] of [
  ["SECURITY.md", "SECURITY.ja.md"],
  ["docs/robustness.md", "docs/robustness.ja.md"],
] as const) {
  describe(path, () => {
    const rows = claimsOf(path);

    it("names an existing test for each claim", () => {
      assert.ok(rows.length > 15);
      for (const tests of rows) assert.ok(tests.length > 0);
      assert.deepEqual(missing(rows.flat()), []);
    });

    it("names the same tests in both languages", () => assert.deepEqual(claimsOf(japanese), rows));
  });
}
