import { readFile } from "node:fs/promises";

/** An extension's errors in an editor's log files: all errors in its own logs, and in others those that name it. */
export async function errorsIn(logs: readonly string[], extension: string): Promise<string[]> {
  const errors = logs.map(async (log) => {
    const isOwn = log.includes(`/${extension}/`);
    // An entry may have several lines, such as a stack trace.
    const entries = (await readFile(log, "utf8")).split(/\n(?=\d{4}-\d\d-\d\d)/);
    return entries.filter((entry) => entry.includes("[error]") && (isOwn || entry.includes(extension)));
  });
  return (await Promise.all(errors)).flat();
}
