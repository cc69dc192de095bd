import { constants } from "node:fs";
import { access, readlink, realpath, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import writeFileAtomic from "write-file-atomic";

/**
 * Replaces a file's content by a rename: readers see the old or the new content, and a failed write leaves the file as it was.
 * Pipes and devices are written to directly, because a rename would replace them. A symbolic link stays a link.
 *
 * @param beforeRename called when the new content is complete; the file stays as it was if it throws
 */
export async function writeWhole(
  path: string,
  content: string | Uint8Array | Iterable<string>,
  beforeRename: () => Promise<unknown> = async () => {},
): Promise<void> {
  const there = await stat(path).catch(unlessMissing);
  if (there && !there.isFile()) return writeFile(path, content);
  // The rename would replace even a read-only file.
  if (there) await access(path, constants.W_OK);
  await writeFileAtomic(await targetOf(path), "", {
    // Written here, because the package does not notice a short write on a full disk.
    tmpfileCreated: async (temporary) => {
      await writeFile(temporary, content);
      await beforeRename();
    },
  });
}

/** The path of the file that a path's symbolic links lead to, even if that file does not exist. */
export async function targetOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    const folder = await realpath(dirname(path)).catch(() => resolve(dirname(path)));
    // Links in a circle (ELOOP) are not followed.
    const link = codeOf(error) === "ENOENT" ? await readlink(path).catch(() => undefined) : undefined;
    return link === undefined ? join(folder, basename(path)) : targetOf(resolve(folder, link));
  }
}

/** The system's code of an error, such as ENOENT; the error as text if it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

function unlessMissing(error: unknown): undefined {
  if (codeOf(error) !== "ENOENT") throw error;
}
