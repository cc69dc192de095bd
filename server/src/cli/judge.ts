import { configMessages } from "../config/messages/index.ts";
import { analyze, type Bundle, type Options } from "../core/analysis/analyze.ts";
import type { FileResult } from "../core/analysis/file-result.ts";
import { missingBesideNow } from "../host/node/missing-files.ts";
import type { Unread } from "../host/node/search.ts";
import { today } from "../host/today.ts";
import type { CommandContext } from "./command.ts";
import { findInputs, type Input, readInput } from "./inputs.ts";
import type { CliMessages } from "./messages/index.ts";
import { type ShardNumber, shardOf } from "./sharding/shard.ts";

/** The values of JUDGING. */
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

/** An input: the path of a file, or a path that is already known to be unreadable. */
export type InputPath = string | { readonly path: string; readonly error: string };

/** The inputs that operands name. */
export interface AskedInputs {
  readonly asked: readonly InputPath[];
  /** How many inputs there are in all shards. */
  readonly inputs: number;
  /** Whether some operand matched no file; it has been reported. */
  readonly isEmpty: boolean;
}

/**
 * Finds the inputs, and reports operands that match none.
 *
 * @param shard the shard to return; all inputs if left out
 */
export async function findAsked(
  paths: readonly string[],
  { io, messages, language, config }: CommandContext,
  shard: ShardNumber = { number: 1, of: 1 },
): Promise<AskedInputs> {
  const { inputs, empty, unread } = await findInputs(paths, config);
  if (empty.length > 0) {
    const text = config.config.files
      ? configMessages(language).nothingFound(empty, config.config.files)
      : messages.nothingFound(empty);
    io.error(`${text}\n`);
  }
  const all = [...unread.map((one) => ({ path: one.path, error: unreadReason(one, messages) })), ...inputs];
  return { asked: shardOf(all, shard), inputs: all.length, isEmpty: empty.length > 0 };
}

function unreadReason({ kind, code }: Unread, messages: CliMessages): string {
  return kind === "folder" ? messages.unread.unreadable(code) : messages.unfollowed(code);
}

/** What judging an input needs. */
export interface Judging {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly messages: CliMessages;
  readonly bundle: Bundle;
  /** Runs before an input is judged, and returns what to judge. */
  readonly before?: (input: Extract<Input, { text: string }>) => Promise<Input>;
}

/** Judges one input. Throws only on a bug of ours. */
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
  // evidence of standard input is in the current folder
  const missingFiles = missingBesideNow(input.path, analysis.evidenceFiles);
  return {
    path: input.path,
    analysis: missingFiles.size === 0 ? analysis : analyze(input.text, bundle, { ...options, missingFiles }, analysis),
  };
}

/** The result of an input whose judging threw. */
export function faultIn(asked: InputPath, error: unknown, { fault }: CliMessages): FileResult {
  const path = typeof asked === "string" ? asked : asked.path;
  return { path, error: fault(error instanceof Error ? error.message : String(error)) };
}

/** The results of several inputs. */
export interface JudgedFiles {
  readonly files: readonly FileResult[];
  readonly isEmpty: boolean;
  /** Whether judging threw; the error is in the result of the file. */
  readonly isFaulty: boolean;
}

/** Judges all inputs that operands name, one after another. */
export async function judgeAll(paths: readonly string[], options: Options, context: CommandContext): Promise<JudgedFiles> {
  const { io, messages, bundle } = context;
  const { asked, isEmpty } = await findAsked(paths, context);
  const files: FileResult[] = [];
  let isFaulty = false;
  for (const input of asked) {
    try {
      files.push(await judgeInput(input, options, { stdin: io.stdin, messages, bundle }));
    } catch (error) {
      // a bug of ours costs one file, not the run
      isFaulty = true;
      files.push(faultIn(input, error, messages));
    }
    io.progress(messages.progress(files.length, asked.length), files.length, asked.length);
  }
  return { files, isEmpty, isFaulty };
}
