/** The command line within this process: what it prints, taken out of the form that it is printed in. */
import { createColors } from "picocolors";
import { run } from "../../server/src/cli/run.ts";

/** A terminal so wide that nothing is broken into lines. */
const WIDE = { columns: 100_000, colors: createColors(false) };

/** All that a command line prints, with a text on its standard input. */
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

/** What a person reads of a text in a format: of data the phrases, of markup what is not. */
export function readable(text: string, format: string): string {
  if (format === "json" || format === "sarif" || format === "gitlab") return phrasesIn(JSON.parse(text)).join("\n");
  if (format === "html" || format === "junit") {
    const content = text.replace(/<style>[\s\S]*?<\/style>|<testcase [^>]*>|<[a-z][^>]* (?=message=)|<[^>]*>/g, " ");
    return content.replace(/&(?:lt|gt|amp|quot|#39|#10|nbsp);/g, " ");
  }
  // what an escaping backslash stands before, and the properties of a command to GitHub
  return format === "github" ? text.replace(/^::.*?::|%0A/gm, " ") : text.replace(/\\(?=[^\w\s])|&nbsp;|<br>/g, "");
}

/** The texts of data that are no code: those with a blank, and those in Japanese. */
export function phrasesIn(data: unknown): string[] {
  if (typeof data === "string") return / |[^\x20-\x7e]/.test(data) ? [data] : [];
  return typeof data === "object" && data !== null ? Object.values(data).flatMap(phrasesIn) : [];
}
