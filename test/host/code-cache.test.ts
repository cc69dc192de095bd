/** Tests that extension and server start from cached code if it is their own, and without it otherwise. */
import assert from "node:assert/strict";
import { chmod, mkdtemp, readdir, readFile, rename, rm, stat, symlink, truncate, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadCompiled } from "../../server/src/host/node/code-cache.ts";

const require = createRequire(import.meta.url);

describe("A module that is compiled once", () => {
  let folder: string;
  const file = () => join(folder, "module.cjs");
  const kept = () => join(folder, "kept");
  const cache = () => join(kept(), "module.cjs.cache");
  const load = () => loadCompiled<{ answer(): unknown }>(file(), kept(), require);
  const write = (answer: string) => writeFile(file(), `exports.answer = () => ${answer};`);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "vendor-profile-"));
    await write('require("node:path").basename(__filename)');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("behaves the same with and without the cache", async () => {
    for (const wasCompiled of [false, true]) {
      const loaded = load();
      assert.deepEqual([loaded.exports.answer(), loaded.wasCompiled], ["module.cjs", wasCompiled]);
      await loaded.keep();
    }
    assert.deepEqual(await readdir(kept()), ["module.cjs.cache"]);
  });

  it("is compiled again once its source changes, even to one of the same length", async () => {
    await write("1");
    load().exports.answer();
    await load().keep();
    await write("2");
    const loaded = load();
    assert.deepEqual([loaded.exports.answer(), loaded.wasCompiled], [2, false]);
  });

  it("is compiled again if the cache is damaged or not ours", async () => {
    await load().keep();
    const whole = await readFile(cache());
    const spoilt = Buffer.from(whole);
    spoilt[spoilt.length - 9] = (spoilt[spoilt.length - 9] ?? 0) ^ 1;
    for (const bytes of [spoilt, whole.subarray(0, -8), whole.subarray(0, 32), Buffer.alloc(0), Buffer.from("none of ours")]) {
      await writeFile(cache(), bytes);
      const loaded = load();
      assert.deepEqual([loaded.exports.answer(), loaded.wasCompiled], ["module.cjs", false]);
    }
    await truncate(cache(), 10);
    await load().keep();
    assert.ok(load().wasCompiled);
  });

  it("is compiled again if other users could have written the cache or its folder", async () => {
    await load().keep();
    // Windows reports no file modes.
    const isTold = process.platform !== "win32";
    for (const path of [cache(), kept()]) {
      const { mode } = await stat(path);
      if (isTold) assert.equal(mode & 0o077, 0, path);
      await chmod(path, mode | 0o020);
      assert.equal(load().wasCompiled, !isTold, path);
      await chmod(path, mode);
      assert.ok(load().wasCompiled, path);
    }
    const elsewhere = join(folder, "elsewhere.cache");
    await rename(cache(), elsewhere);
    await symlink(elsewhere, cache(), "file");
    assert.equal(load().wasCompiled, !isTold);
  });

  it("is loaded even if the cache cannot be written, which rejects", async () => {
    await writeFile(kept(), "a file in the folder's place");
    await chmod(kept(), 0o400);
    const loaded = load();
    assert.equal(loaded.exports.answer(), "module.cjs");
    await assert.rejects(loaded.keep());
  });
});
