/** SECURITY.md links to every security test. Its claims are tested in test/localisation/claims.test.ts. */
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { globbySync } from "globby";
import { claimsOf } from "../support/claims.ts";

describe("SECURITY.md", () => {
  const rows = claimsOf("SECURITY.md");

  it("links to every security test", () => {
    const own = globbySync("test/security/*.test.ts", { cwd: fileURLToPath(new URL("../../", import.meta.url)) }).filter(
      (path) => path !== "test/security/threat-model.test.ts",
    );
    assert.deepEqual(
      own.filter((path) => !rows.flat().includes(path)),
      [],
    );
  });
});
