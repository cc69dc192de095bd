import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { schemas } from "../../server/src/cli/schemas.ts";
import { folderOf, removeFolders, run } from "./run.ts";

const source = (kind: string) => {
  const name = kind === "profile" ? "vendor-profile" : `vendor-profile.${kind}`;
  return readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), "utf8");
};

describe("vendor-profile schema", () => {
  afterEach(removeFolders);

  for (const kind of Object.keys(schemas)) {
    it(`prints the ${kind} schema of the repository`, () => {
      const { status, stdout, stderr } = run(["schema", kind]);
      assert.deepEqual([status, stderr], [0, ""]);
      assert.equal(stdout, source(kind));
    });
  }

  it("prints the profile schema by default", () => {
    assert.equal(run(["schema"]).stdout, source("profile"));
  });

  it("writes a file, and replaces one only with --force", () => {
    const cwd = folderOf({ "a.json": "{}" });
    assert.equal(run(["schema", "-o", "b.json"], { cwd }).status, 0);
    assert.equal(readFileSync(join(cwd, "b.json"), "utf8"), source("profile"));
    assert.equal(run(["schema", "-o", "a.json"], { cwd }).status, 2);
    assert.equal(readFileSync(join(cwd, "a.json"), "utf8"), "{}");
    assert.equal(run(["schema", "-o", "a.json", "--force"], { cwd }).status, 0);
  });

  it("exits with 2 for an unknown kind", () => {
    const { status, stdout, stderr } = run(["schema", "standard"]);
    assert.deepEqual([status, stdout], [2, ""]);
    assert.match(stderr, /standard.*profile/);
  });
});
