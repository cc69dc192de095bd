/** Guards that SECURITY.md says the same in both languages, and names a test for each threat that is there. */
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { globbySync } from "globby";
import { claimsOf, missing } from "../support/claims.ts";

describe("SECURITY.md", () => {
  const rows = claimsOf("SECURITY.md");

  it("names a test for each threat, and each is there", () => {
    assert.ok(rows.length > 15);
    for (const tests of rows) assert.ok(tests.length > 0);
    assert.deepEqual(missing(rows.flat()), []);
  });

  it("says the same in both languages", () => assert.deepEqual(claimsOf("SECURITY.ja.md"), rows));

  it("leaves no test of a threat out", () => {
    const own = globbySync("test/security/*.test.ts", { cwd: fileURLToPath(new URL("../../", import.meta.url)) }).filter(
      (path) => path !== "test/security/threat-model.test.ts",
    );
    assert.deepEqual(
      own.filter((path) => !rows.flat().includes(path)),
      [],
    );
  });
});
