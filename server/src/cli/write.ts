import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { isProfile } from "../config/profile-files.ts";
import { codeOf, targetOf, writeWhole } from "../host/node/write-file-atomic.ts";
import { type CommandContext, Refusal, UsageError } from "./command.ts";
import type { CliMessages } from "./messages/index.ts";

/** Where a document goes. */
export interface Destination {
  /** A file; standard output where it is left out or "-". */
  readonly output: string | undefined;
  /** Whether a file that is already there may be replaced. */
  readonly force: boolean;
}

/**
 * Puts a document where it was asked for: whole, or not at all. Throws a Refusal where it cannot, and a UsageError where a terminal
 * cannot show it.
 *
 * @param inputs the files that it was made from; none of them is replaced
 */
export async function deliver(
  content: string | Uint8Array,
  { output, force }: Destination,
  { io, messages }: CommandContext,
  inputs: readonly string[] = [],
): Promise<void> {
  if (output === undefined || output === "-") {
    if (typeof content !== "string" && io.isTerminal) throw new UsageError(messages.needsOutput);
    return io.write(content);
  }
  const there = await stat(output).catch(() => undefined);
  if (there?.isDirectory()) throw new Refusal(`${output}: ${messages.isFolder}`);
  if (there && (await isAmong(output, inputs))) throw new Refusal(messages.outputIsInput(output));
  if (there?.isFile() && !force) throw new Refusal(`${output}: ${messages.alreadyThere}`);
  await writeWhole(output, content).catch((error: unknown) => {
    throw new Refusal(`${output}: ${messages.unwritten(codeOf(error))}`);
  });
  io.error(`${messages.written(output)}\n`);
}

/** Puts a profile where it was asked for, and tells where a search would pass its name by. */
export async function deliverProfile(
  text: string,
  destination: Destination,
  context: CommandContext,
  inputs: readonly string[] = [],
): Promise<void> {
  await deliver(text, destination, context, inputs);
  const { output = "-" } = destination;
  const { config, io, messages } = context;
  const isFound = output === "-" || config.config.files !== undefined || isProfile(`/${basename(output)}`);
  if (!isFound) io.error(`${messages.notSearched(output)}\n`);
}

async function isAmong(path: string, others: readonly string[]): Promise<boolean> {
  const target = await targetOf(path);
  return (await Promise.all(others.map(targetOf))).includes(target);
}

/** Why a file could not be written. */
export function unwritable(error: unknown, messages: CliMessages): string {
  return error instanceof Refusal ? error.message : messages.unwritable(codeOf(error));
}
