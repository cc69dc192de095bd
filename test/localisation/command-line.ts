/** Runs the command line in this process, and extracts the readable text from its output. */
import { createColors } from "picocolors";
import { run } from "../../server/src/cli/run.ts";

/** A terminal that is wide enough for every line. */
const WIDE = { columns: 100_000, colors: createColors(false) };

/** The output of a command, stdout and stderr, with a text on its stdin. */
export async function printed(args: readonly string[], input = ""): Promise<string> {
  let output = "";
  await run(args, {
    stdin: (async function* () {
      yield Buffer.from(input);
    })(),
    write: async (content) => {
      output += typeof content === "string" ? content : "";
    },
    error: (text) => {
      output += text;
    },
    progress: () => {},
    style: WIDE,
    isTerminal: false,
    isInteractive: false,
    env: {},
  });
  return output;
}

/** The readable part of an output format: the phrases of data, and the text between markup. */
export function readable(text: string, format: string): string {
  if (format === "json" || format === "sarif" || format === "gitlab") return phrasesIn(JSON.parse(text)).join("\n");
  if (format === "html" || format === "junit") {
    const content = text.replace(/<style>[\s\S]*?<\/style>|<testcase [^>]*>|<[a-z][^>]* (?=message=)|<[^>]*>/g, " ");
    return content.replace(/&(?:lt|gt|amp|quot|#39|#10|nbsp);/g, " ");
  }
  // Removes the properties of GitHub's workflow commands, and Markdown's escapes.
  return format === "github" ? text.replace(/^::.*?::|%0A/gm, " ") : text.replace(/\\(?=[^\w\s])|&nbsp;|<br>/g, "");
}

/** The texts in data that are not codes: those with a space or a character outside ASCII. */
export function phrasesIn(data: unknown): string[] {
  if (typeof data === "string") return / |[^\x20-\x7e]/.test(data) ? [data] : [];
  return typeof data === "object" && data !== null ? Object.values(data).flatMap(phrasesIn) : [];
}
