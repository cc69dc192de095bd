import { basename } from "node:path";
import { isProfile } from "../config/profile-files.ts";
import { shownPath } from "../core/text/shown-path.ts";
import { codeOf } from "../host/node/error-code.ts";
import { isAmong, isStream, linkedFrom, type Place, placeAt, placeBehind } from "../host/node/place.ts";
import { ChangedMeanwhile, type Content, writeWhole } from "../host/node/write-whole.ts";
import { type CommandContext, Refusal, UsageError } from "./command.ts";
import type { CliMessages } from "./messages/index.ts";
import { uninterrupted } from "./uninterrupted.ts";

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
  await writeOutput(output, content, force ? "force" : "new", messages, inputs);
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

/** What an output may take the place of: nothing; a plain file, which may be its own of an earlier run; whatever a person named. */
export type Replacing = "new" | "plain" | "force";

/**
 * Writes a file, whole or not at all. Throws a Refusal if that fails, or if something is there that must stay: an input, or what is
 * reached by a link, which the folder may have supplied.
 */
export async function writeOutput(
  output: string,
  content: Content,
  replacing: Replacing,
  messages: CliMessages,
  inputs: readonly string[],
): Promise<void> {
  try {
    const place = await (replacing === "force" ? placeBehind : placeAt)(output);
    if (await isAmong(output, inputs)) throw new Refusal(messages.outputIsInput(output));
    const obstacle = await obstacleTo(output, place, replacing, messages);
    if (obstacle !== undefined) throw new Refusal(`${output}: ${obstacle}`);
    await uninterrupted(() => writeWhole(place, content));
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(`${output}: ${unwritten(error, messages.unwritten, messages)}`);
  }
}

async function obstacleTo(output: string, place: Place, replacing: Replacing, messages: CliMessages) {
  const { file } = place;
  if (file?.isDirectory()) return messages.isFolder;
  if (replacing === "force") return undefined;
  // looked for after the place: a link that comes later leads to another one
  const target = await linkedFrom(output);
  if (target !== undefined) return messages.isLinked(shownPath(target));
  if (file === undefined || isStream(place)) return undefined;
  if (replacing === "new") return messages.alreadyThere;
  return file.nlink > 1n ? messages.hasOtherNames : undefined;
}

/** The reason why an input could not be written. */
export function unwritable(error: unknown, messages: CliMessages): string {
  return unwritten(error, messages.unwritable, messages);
}

function unwritten(error: unknown, reason: (code: string) => string, { changedMeanwhile }: CliMessages): string {
  if (error instanceof Refusal) return error.message;
  return error instanceof ChangedMeanwhile ? changedMeanwhile : reason(codeOf(error));
}
