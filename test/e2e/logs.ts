import { readFile } from "node:fs/promises";

/** The errors in logs of an editor that are an extension's: all of its own logs, and elsewhere those that name it. */
export async function errorsIn(logs: readonly string[], extension: string): Promise<string[]> {
  const errors = logs.map(async (log) => {
    const isOwn = log.includes(`/${extension}/`);
    // an entry may have several lines: its stack follows
    const entries = (await readFile(log, "utf8")).split(/\n(?=\d{4}-\d\d-\d\d)/);
    return entries.filter((entry) => entry.includes("[error]") && (isOwn || entry.includes(extension)));
  });
  return (await Promise.all(errors)).flat();
}
