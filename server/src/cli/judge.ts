import { analyze, type Options } from "../core/analyze.ts";
import { configWords } from "../core/messages/config.ts";
import type { FileResult } from "../core/result.ts";
import { missingBeside } from "../node/runtime.ts";
import { today } from "../runtime.ts";
import type { Context } from "./command.ts";
import { findInputs, type Input, readInput } from "./inputs.ts";
import { type Part, partOf } from "./shard.ts";

/** What a command was asked to judge by: the values of JUDGING. */
export interface Terms {
  readonly class?: string | undefined;
  readonly "as-of": string | undefined;
}

/** The options of an analysis. */
export function analysisOptions(
  { class: classification, "as-of": asOf }: Terms,
  { bundle, config: { config } }: Context,
): Options {
  return {
    today: asOf ?? today(bundle.standard.timeZone.utcOffset),
    severities: config.severities,
    ...(classification === undefined ? {} : { classification }),
  };
}

/** What has come of judging files. */
export interface Judged {
  readonly files: readonly FileResult[];
  /** How many inputs there are, those of other parts included. */
  readonly inputs: number;
  /** Whether some argument stood for nothing; it has been told. */
  readonly isEmpty: boolean;
  /** Whether there was a fault of ours; it is told in the place of the file. */
  readonly isFaulty: boolean;
}

/**
 * Judges all that arguments stand for, one file after another.
 *
 * @param before what is to be done with an input first; what it returns is judged
 * @param part which part of all is judged; all, where it is left out
 */
export async function judgeAll(
  paths: readonly string[],
  options: Options,
  context: Context,
  before: (input: Extract<Input, { text: string }>) => Promise<Input> = async (input) => input,
  part: Part = { number: 1, of: 1 },
): Promise<Judged> {
  const { io, say, language } = context;
  const { config } = context.config;
  const { inputs, empty, unread } = await findInputs(paths, context.config);
  if (empty.length > 0) {
    const text = config.files ? configWords(language).nothingFound(empty, config.files) : say.nothingFound(empty);
    io.error(`${text}\n`);
  }
  const all = [...unread.map(({ path, code }) => ({ path, error: say.unreadable(code) })), ...inputs];
  const asked = partOf(all, part);
  const files: FileResult[] = [];
  let isFaulty = false;
  for (const one of asked) {
    if (typeof one !== "string") {
      files.push(one);
      continue;
    }
    try {
      const input = await readInput(one, io.stdin, say);
      files.push(await judge("text" in input ? await before(input) : input, options, context));
    } catch (error) {
      // a fault of ours costs one file, and is told
      isFaulty = true;
      files.push({ path: one, error: say.fault(error instanceof Error ? error.message : String(error)) });
    }
    io.progress(say.progress(files.length, asked.length), files.length, asked.length);
  }
  return { files, inputs: all.length, isEmpty: empty.length > 0, isFaulty };
}

async function judge(input: Input, options: Options, { bundle }: Context): Promise<FileResult> {
  if ("error" in input) return input;
  const analysis = analyze(input.text, bundle, options);
  // what is read from standard input lies in the current folder
  const missingFiles = await missingBeside(input.path, analysis.evidenceFiles);
  return {
    path: input.path,
    analysis: missingFiles.size === 0 ? analysis : analyze(input.text, bundle, { ...options, missingFiles }, analysis),
  };
}
