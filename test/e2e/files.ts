import { on } from "node:events";
import { watch } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname } from "node:path";

/** What a file holds, once it is there and does what is asked. */
export async function fileWhen(path: string, patience: number, holds = (bytes: Buffer) => bytes.length > 0): Promise<Buffer> {
  const watcher = watch(dirname(path));
  const changes = on(watcher, "change", { signal: AbortSignal.timeout(patience) });
  try {
    for (;;) {
      const bytes = await readFile(path).catch(() => undefined);
      if (bytes && holds(bytes)) return bytes;
      await changes.next();
    }
  } catch (error) {
    throw new Error(`${path} did not come to hold what was waited for.`, { cause: error });
  } finally {
    watcher.close();
  }
}
