/** Guards that SECURITY.md says the same in both languages, and names a test for each threat that is there. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { globbySync } from "globby";

const root = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const testsIn = (text: string) => [...text.matchAll(/\]\((test\/[^)]+)\)/g)].flatMap(([, path]) => path ?? []);

/** The rows of its tables: the tests that each names. */
const rowsOf = (path: string) => {
  const lines = read(path).split("\n");
  return lines.filter((line) => line.startsWith("| ") && !/^\| (?:threat|脅威|---)/.test(line)).map(testsIn);
};

describe("SECURITY.md", () => {
  const rows = rowsOf("SECURITY.md");

  it("names a test for each threat, and each is there", () => {
    assert.ok(rows.length > 15);
    for (const tests of rows) assert.ok(tests.length > 0);
    assert.deepEqual(
      rows.flat().filter((path) => !existsSync(new URL(path, root))),
      [],
    );
  });

  it("says the same in both languages", () => assert.deepEqual(rowsOf("SECURITY.ja.md"), rows));

  it("leaves no test of a threat out", () => {
    const own = globbySync("test/security/*.test.ts", { cwd: root }).filter(
      (path) => path !== "test/security/threat-model.test.ts",
    );
    assert.deepEqual(
      own.filter((path) => !rows.flat().includes(path)),
      [],
    );
  });
});
