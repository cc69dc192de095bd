import { on } from "node:events";
import { watch } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * The bytes of a file, once it exists and matches; by default, once it is not empty. Rejects after `timeout` milliseconds.
 */
export async function fileWhen(path: string, timeout: number, matches = (bytes: Buffer) => bytes.length > 0): Promise<Buffer> {
  const watcher = watch(dirname(path));
  const changes = on(watcher, "change", { signal: AbortSignal.timeout(timeout) });
  try {
    for (;;) {
      const bytes = await readFile(path).catch(() => undefined);
      if (bytes && matches(bytes)) return bytes;
      await changes.next();
    }
  } catch (error) {
    throw new Error(`${path} does not have the expected content.`, { cause: error });
  } finally {
    watcher.close();
  }
}
