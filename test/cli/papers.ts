import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
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

const folder = new URL("../golden/", import.meta.url);

/** Compares with a file under test/golden/; UPDATE=1 writes it. */
export function assertGolden(name: string, content: string): void {
  const file = new URL(name, folder);
  // what is no matter of the document: git's line ends, and looks, which are looked at
  const kept = content.replaceAll("\r\n", "\n").replace(/<style>.*?<\/style>/s, "<style></style>");
  if (process.env.UPDATE) {
    mkdirSync(dirname(file.pathname), { recursive: true });
    writeFileSync(file, kept);
  }
  assert.equal(kept, readFileSync(file, "utf8"), `${name} is not as recorded; UPDATE=1 records it, to be read before it is kept`);
}
