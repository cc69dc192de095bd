import type { FileSystem, Uri } from "vscode";

/**
 * Writes a file on a disk of unknown kind: a rename might lose the file's permissions, or replace a link. If
 * writing fails, the former content is restored, or the new file removed.
 */
export async function writeInPlace(
  fs: Pick<FileSystem, "readFile" | "writeFile" | "delete">,
  uri: Uri,
  content: Uint8Array,
): Promise<void> {
  // a file that cannot be read could not be restored
  const before = await Promise.resolve(fs.readFile(uri)).catch((error: unknown) => {
    if (!isMissing(error)) throw error;
  });
  try {
    await fs.writeFile(uri, content);
  } catch (error) {
    const undo = before === undefined ? fs.delete(uri) : fs.writeFile(uri, before);
    await Promise.resolve(undo).catch(() => {});
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "FileNotFound";
}
