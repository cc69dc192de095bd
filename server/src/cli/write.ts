import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { isProfile } from "../config/profile-files.ts";
import { codeOf, targetOf, writeWhole } from "../host/node/write-file-atomic.ts";
import { type CommandContext, Refusal, UsageError } from "./command.ts";
import type { CliMessages } from "./messages/index.ts";

/** Where a document goes. */
export interface Destination {
  /** A file; standard output if left out or "-". */
  readonly output: string | undefined;
  /** Whether an existing file may be replaced. */
  readonly force: boolean;
}

/**
 * Writes a document to its destination, whole or not at all. Throws a Refusal if that fails, and a UsageError for a binary document
 * on a terminal.
 *
 * @param inputs the files that it was made from; they are never replaced
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
  const existing = await stat(output).catch(() => undefined);
  if (existing?.isDirectory()) throw new Refusal(`${output}: ${messages.isFolder}`);
  if (existing && (await isAmong(output, inputs))) throw new Refusal(messages.outputIsInput(output));
  if (existing?.isFile() && !force) throw new Refusal(`${output}: ${messages.alreadyThere}`);
  await writeWhole(output, content).catch((error: unknown) => {
    throw new Refusal(`${output}: ${messages.unwritten(codeOf(error))}`);
  });
  io.error(`${messages.written(output)}\n`);
}

/** Writes a profile to its destination, and warns if a folder search would not find its name. */
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

/** The reason why a file could not be written. */
export function unwritable(error: unknown, messages: CliMessages): string {
  return error instanceof Refusal ? error.message : messages.unwritable(codeOf(error));
}
