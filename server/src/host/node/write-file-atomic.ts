import { constants } from "node:fs";
import { access, readlink, realpath, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import writeFileAtomic from "write-file-atomic";

/**
 * Puts a content in the place of a file's, by a rename: whoever reads sees the one or the other, and a write that fails leaves
 * the file as it was. What is no file, as a pipe or a device, is written to, for nothing may take its place. A link stays one.
 *
 * @param beforeRename the last chance to throw
 */
export async function writeWhole(
  path: string,
  content: string | Uint8Array | Iterable<string>,
  beforeRename: () => Promise<unknown> = async () => {},
): Promise<void> {
  const there = await stat(path).catch(unlessMissing);
  if (there && !there.isFile()) return writeFile(path, content);
  // the rename would replace a read-only file too
  if (there) await access(path, constants.W_OK);
  await writeFileAtomic(await targetOf(path), "", {
    // Written here, for the package does not see when a full disk cuts a text short.
    tmpfileCreated: async (temporary) => {
      await writeFile(temporary, content);
      await beforeRename();
    },
  });
}

/** The file that a path leads to by its links, or would, were it there. */
export async function targetOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    const folder = await realpath(dirname(path)).catch(() => resolve(dirname(path)));
    // links that lead round in a circle lead nowhere
    const link = codeOf(error) === "ENOENT" ? await readlink(path).catch(() => undefined) : undefined;
    return link === undefined ? join(folder, basename(path)) : targetOf(resolve(folder, link));
  }
}

/** What the system calls an error. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

function unlessMissing(error: unknown): undefined {
  if (codeOf(error) !== "ENOENT") throw error;
}
