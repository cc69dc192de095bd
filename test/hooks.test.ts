/** Tests that the hooks of one test file do not affect those of others: all run in one process. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { globbySync } from "globby";

it("hooks stand in a describe", () => {
  const files = globbySync("**/*.test.ts", { cwd: new URL(".", import.meta.url), absolute: true });
  const outside = files.filter((file) => /^(?:before|after)(?:Each)?\(/m.test(readFileSync(file, "utf8")));
  assert.ok(files.length > 100);
  assert.deepEqual(outside, []);
});
