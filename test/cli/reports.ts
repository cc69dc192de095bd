import assert from "node:assert/strict";
import { createColors } from "picocolors";
import { run } from "../../server/src/cli/run.ts";

/** Runs a command in this process, in the folder of the repository, and returns its output. */
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

/** A document without its styles, which the eye has to test. */
export function withoutLooks(text: string): string {
  return text.replace(/<style>.*?<\/style>/s, "<style></style>");
}
