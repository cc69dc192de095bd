/** Tests that a file keeps its content if it cannot be written, on a disk of unknown kind. */
import { strict as assert } from "node:assert";
import type { Uri } from "vscode";
import { writeInPlace } from "../../client/src/views/write-in-place.ts";

const NAME = "vscode-vfs://github/a.md";
const uri = { toString: () => NAME } as Uri;
const bytes = (text: string) => new TextEncoder().encode(text);

/** A disk with so much room, that keeps what fits of a file. */
class Disk {
  readonly files = new Map<string, Uint8Array>();
  readonly #room: number;
  readonly #isReadable: boolean;

  constructor(room: number, there?: string, isReadable = true) {
    this.#room = room;
    this.#isReadable = isReadable;
    if (there !== undefined) this.files.set(NAME, bytes(there));
  }

  readonly readFile = async (file: Uri) => {
    const found = this.files.get(String(file));
    if (!found || !this.#isReadable) throw Object.assign(new Error(), { code: found ? "NoPermissions" : "FileNotFound" });
    return found;
  };

  readonly writeFile = async (file: Uri, content: Uint8Array) => {
    this.files.set(String(file), content.slice(0, this.#room));
    if (content.length > this.#room) throw new Error("ENOSPC");
  };

  readonly delete = async (file: Uri) => {
    this.files.delete(String(file));
  };

  get text(): string | undefined {
    const found = this.files.get(NAME);
    return found && new TextDecoder().decode(found);
  }
}

describe("a file on a disk of which nothing is known", () => {
  const LONG = "ten letters and more";

  it("is written, and replaced", async () => {
    for (const disk of [new Disk(100), new Disk(100, "mine")]) {
      await writeInPlace(disk, uri, bytes(LONG));
      assert.equal(disk.text, LONG);
    }
  });

  it("is as it was where there is no room", async () => {
    const disk = new Disk(10, "mine");
    await assert.rejects(writeInPlace(disk, uri, bytes(LONG)), /ENOSPC/);
    assert.equal(disk.text, "mine");
  });

  it("is not there where it was not", async () => {
    const disk = new Disk(10);
    await assert.rejects(writeInPlace(disk, uri, bytes(LONG)), /ENOSPC/);
    assert.equal(disk.text, undefined);
  });

  it("is not touched where it could not be put back", async () => {
    const disk = new Disk(100, "mine", false);
    await assert.rejects(writeInPlace(disk, uri, bytes(LONG)), { code: "NoPermissions" });
    assert.equal(disk.text, "mine");
  });
});
