import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { unzipSync, Zip, ZipPassThrough } from "fflate";

const root = fileURLToPath(new URL("..", import.meta.url));
const { resolve } = createRequire(import.meta.url);
const vsce = join(dirname(resolve("@vscode/vsce/package.json")), "vsce");

/** The built extension as a .vsix. The same files give the same bytes on every machine and at any time. */
export async function vsix(): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "vendor-profile-vsix-"));
  try {
    const path = join(folder, "extension.vsix");
    const args = [vsce, "package", "--out", path];
    await promisify(execFile)(process.execPath, args, { cwd: root });
    return await packed(unzipSync(await readFile(path)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * A zip of files in the order of their names. Nothing in it depends on the machine: neither times and time zones, nor file modes,
 * nor the compression of the machine's zlib.
 */
export async function packed(files: Readonly<Record<string, Uint8Array>>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const [name, content] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const entry = new Packed(name, await deflated(content));
    zip.add(entry);
    entry.push(content, true);
  }
  zip.end();
  return Buffer.concat(chunks);
}

/** Compressed by Zopfli, which is slow and small: the package is downloaded far more often than it is built. */
async function deflated(content: Uint8Array): Promise<Uint8Array> {
  // Loaded on use, because loading takes a while.
  const { deflateAsync } = await import("@gfx/zopfli");
  return deflateAsync(content, { numiterations: 1 });
}

/** A zip entry that is already compressed. */
class Packed extends ZipPassThrough {
  // The earliest date of the zip format, which stores local time.
  override mtime = new Date(1980, 0, 1);
  readonly #deflated: Uint8Array;

  constructor(name: string, deflated: Uint8Array) {
    super(name);
    this.#deflated = deflated;
    this.compression = 8;
  }

  protected override process(content: Uint8Array<ArrayBuffer>, final: boolean): void {
    this.ondata(null, this.#deflated as typeof content, final);
  }
}
