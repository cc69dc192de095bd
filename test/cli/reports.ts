import assert from "node:assert/strict";
import { createColors } from "picocolors";
import { run } from "../../server/src/cli/run.ts";

/** Runs a command of the command line in this process, in the repository's folder, and gives what it wrote. */
export async function written(args: readonly string[]): Promise<string> {
  let [output, errors] = ["", ""];
  const status = await run(args, {
    stdin: (async function* () {})(),
    write: async (content) => {
      output += content;
    },
    error: (text) => {
      errors += text;
    },
    progress: () => {},
    style: { columns: 100, colors: createColors(false) },
    isTerminal: false,
    isInteractive: false,
    env: {},
  });
  assert.deepEqual([status, errors], [0, ""]);
  return output;
}

/** A document without its looks, which are looked at. */
export function withoutLooks(text: string): string {
  return text.replace(/<style>.*?<\/style>/s, "<style></style>");
}
