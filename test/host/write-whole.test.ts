/** The one writer of files, on disks that fail or lack something. What hostile folders try is in test/security/writing.test.ts. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import fs, { type FileHandle } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { placeAt } from "../../server/src/host/node/place.ts";
import { writeWhole } from "../../server/src/host/node/write-whole.ts";
import { folderOf, removeFolders } from "../cli/run.ts";

describe("writeWhole", () => {
  const own = { ...fs };

  afterEach(() => {
    Object.assign(fs, own);
    syncBuiltinESMExports();
    removeFolders();
  });

  /** Has every file that is opened write by `write` from now on. */
  function writeBy(write: (file: FileHandle, path: string, bytes: Uint8Array, at: number, length: number) => Promise<number>) {
    fs.open = async (path, flags, mode) => {
      const file = await own.open(path, flags, mode);
      const real = Object.create(file, { write: { value: file.write.bind(file) } }) as FileHandle;
      const count = async (bytes: Uint8Array, at: number, length: number) => ({
        bytesWritten: await write(real, String(path), bytes, at, length),
      });
      return Object.defineProperty(file, "write", { value: count });
    };
    syncBuiltinESMExports();
  }

  for (const before of [undefined, "old, and longer than what comes next\n", ""]) {
    it(`writes all in as many steps as the disk takes, ${before === undefined ? "new" : `over ${JSON.stringify(before)}`}`, async () => {
      const path = join(folderOf(before === undefined ? {} : { "a.md": before }), "a.md");
      writeBy(async (file, _, bytes, at) => (await file.write(bytes, at, 1, at)).bytesWritten);
      await writeWhole(await placeAt(path), ["新しい", " text\n"]);
      assert.equal(readFileSync(path, "utf8"), "新しい text\n");
    });
  }

  it("replaces a file that it could write only in part, and keeps its mode", async () => {
    const folder = folderOf({ "a.md": "old" });
    const path = join(folder, "a.md");
    await fs.chmod(path, 0o640);
    writeBy(async (file, name, bytes, at, length) => {
      if (name === path && at > 0) throw Object.assign(new Error(), { code: "ENOSPC" });
      return (await file.write(bytes, at, name === path ? 2 : length, at)).bytesWritten;
    });
    await writeWhole(await placeAt(path), "new text");
    assert.equal(readFileSync(path, "utf8"), "new text");
    if (process.platform !== "win32") assert.equal(statSync(path).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(folder), ["a.md"]);
  });

  it("makes a new file on a disk without hard links", async () => {
    const folder = folderOf({});
    fs.link = async () => {
      throw Object.assign(new Error(), { code: "EPERM" });
    };
    syncBuiltinESMExports();
    await writeWhole(await placeAt(join(folder, "a.md")), "new");
    assert.equal(readFileSync(join(folder, "a.md"), "utf8"), "new");
    assert.deepEqual(readdirSync(folder), ["a.md"]);
  });

  it("never replaces a file that came in the meantime", async () => {
    const folder = folderOf({});
    const place = await placeAt(join(folder, "a.md"));
    await fs.writeFile(join(folder, "a.md"), "another's");
    await assert.rejects(writeWhole(place, "new"), { code: "ESTALE" });
    assert.equal(readFileSync(join(folder, "a.md"), "utf8"), "another's");
    assert.deepEqual(readdirSync(folder), ["a.md"]);
  });
});
