import type { FileSystem, Uri } from "vscode";

/**
 * Writes a file where nothing is known of the disk that it is on: a rename might take away who may read it, or the link that it
 * is. Where it cannot be written, what was there is put back, and what was not there is removed.
 */
export async function writeInPlace(
  fs: Pick<FileSystem, "readFile" | "writeFile" | "delete">,
  uri: Uri,
  content: Uint8Array,
): Promise<void> {
  // what cannot be read could not be put back
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
