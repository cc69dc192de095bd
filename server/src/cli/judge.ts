import { configMessages } from "../config/messages/index.ts";
import { analyze, type Bundle, type Options } from "../core/analysis/analyze.ts";
import type { FileResult } from "../core/analysis/file-result.ts";
import { missingBesideNow } from "../host/node/missing-files.ts";
import { today } from "../host/today.ts";
import type { CommandContext } from "./command.ts";
import { findInputs, type Input, readInput } from "./inputs.ts";
import type { CliMessages } from "./messages/index.ts";
import { type ShardNumber, shardOf } from "./sharding/shard.ts";

/** What a command was asked to judge by: the values of JUDGING. */
export interface JudgingOptions {
  readonly class?: string | undefined;
  readonly "as-of": string | undefined;
}

/** The options of an analysis. */
export function analysisOptions(
  { class: classification, "as-of": asOf }: JudgingOptions,
  { bundle, config: { config } }: CommandContext,
): Options {
  return {
    today: asOf ?? today(bundle.standard.timeZone.utcOffset),
    severities: config.severities,
    ...(classification === undefined ? {} : { classification }),
  };
}

/** What is to be judged: a file by its path, or what is known not to be readable. */
export type InputPath = string | { readonly path: string; readonly error: string };

/** What arguments stand for. */
export interface AskedAll {
  readonly asked: readonly InputPath[];
  /** How many inputs there are, those of other parts included. */
  readonly inputs: number;
  /** Whether some argument stood for nothing; it has been told. */
  readonly isEmpty: boolean;
}

/**
 * Finds what is to be judged.
 *
 * @param part which part of all; all, where it is left out
 */
export async function askedBy(
  paths: readonly string[],
  { io, messages, language, config }: CommandContext,
  part: ShardNumber = { number: 1, of: 1 },
): Promise<AskedAll> {
  const { inputs, empty, unread } = await findInputs(paths, config);
  if (empty.length > 0) {
    const text = config.config.files
      ? configMessages(language).nothingFound(empty, config.config.files)
      : messages.nothingFound(empty);
    io.error(`${text}\n`);
  }
  const all = [...unread.map(({ path, code }) => ({ path, error: messages.unread.unreadable(code) })), ...inputs];
  return { asked: shardOf(all, part), inputs: all.length, isEmpty: empty.length > 0 };
}

/** What it takes to judge an input. */
export interface Judging {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly messages: CliMessages;
  readonly bundle: Bundle;
  /** What is to be done with an input first; what it returns is judged. */
  readonly before?: (input: Extract<Input, { text: string }>) => Promise<Input>;
}

/** Judges one input. Throws where a fault of ours stands in the way. */
export async function judgeInput(
  asked: InputPath,
  options: Options,
  { stdin, messages, bundle, before }: Judging,
): Promise<FileResult> {
  if (typeof asked !== "string") return asked;
  const read = await readInput(asked, stdin, messages);
  const input = before && "text" in read ? await before(read) : read;
  if ("error" in input) return input;
  const analysis = analyze(input.text, bundle, options);
  // what is read from standard input lies in the current folder
  const missingFiles = missingBesideNow(input.path, analysis.evidenceFiles);
  return {
    path: input.path,
    analysis: missingFiles.size === 0 ? analysis : analyze(input.text, bundle, { ...options, missingFiles }, analysis),
  };
}

/** What is told of an input that a fault of ours stands in the way of. */
export function faultIn(asked: InputPath, error: unknown, { fault }: CliMessages): FileResult {
  const path = typeof asked === "string" ? asked : asked.path;
  return { path, error: fault(error instanceof Error ? error.message : String(error)) };
}

/** What has come of judging files. */
export interface JudgedFiles {
  readonly files: readonly FileResult[];
  readonly isEmpty: boolean;
  /** Whether there was a fault of ours; it is told in the place of the file. */
  readonly isFaulty: boolean;
}

/** Judges all that arguments stand for, one file after another. */
export async function judgeAll(paths: readonly string[], options: Options, context: CommandContext): Promise<JudgedFiles> {
  const { io, messages, bundle } = context;
  const { asked, isEmpty } = await askedBy(paths, context);
  const files: FileResult[] = [];
  let isFaulty = false;
  for (const one of asked) {
    try {
      files.push(await judgeInput(one, options, { stdin: io.stdin, messages, bundle }));
    } catch (error) {
      // a fault of ours costs one file, and is told
      isFaulty = true;
      files.push(faultIn(one, error, messages));
    }
    io.progress(messages.progress(files.length, asked.length), files.length, asked.length);
  }
  return { files, isEmpty, isFaulty };
}
