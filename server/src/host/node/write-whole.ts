import { randomUUID } from "node:crypto";
import { type BigIntStats, constants } from "node:fs";
import { type FileHandle, link, open, rename, stat, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { codeOf } from "./error-code.ts";
import { isDevice, isSame, isStream, type Place } from "./place.ts";

/** A text, bytes, or a text in pieces. */
export type Content = string | Uint8Array | readonly string[];

/** What is at a place is no longer what was looked at. */
export class ChangedMeanwhile extends Error {
  readonly code = "ESTALE";
}

/**
 * Writes a file, whole or not at all. The content first goes into a spare: a new file beside it, with a name that nobody can guess.
 * A file that is not there is the spare, under its name. A file that is there is then written in place, so that it keeps its owner,
 * mode, attributes and all its names. No link is followed, and nothing is written but what was looked at. A pipe or a device gets
 * the content directly.
 *
 * @param before what the file must hold until it is written; else nothing is
 */
export async function writeWhole(place: Place, content: Content, before?: Uint8Array): Promise<void> {
  const bytes = bytesOf(content);
  if (isStream(place)) return append(place, bytes);
  const target = place.file && (await openSeen(place.path, constants.O_RDWR | constants.O_NONBLOCK, place.file));
  try {
    await withSpare(place, bytes, async (spare, path) => {
      if (!target) return publish(path, place.path);
      if (before && !(await target.readFile()).equals(before)) throw new ChangedMeanwhile();
      await fill(target, bytes).catch(() => replace(place, target, spare, path));
    });
  } finally {
    await target?.close();
  }
}

function bytesOf(content: Content): Uint8Array {
  if (content instanceof Uint8Array) return content;
  return typeof content === "string" ? Buffer.from(content) : Buffer.concat(content.map((piece) => Buffer.from(piece)));
}

async function append({ path, file }: Place, bytes: Uint8Array): Promise<void> {
  const flags = constants.O_WRONLY | constants.O_APPEND;
  const stream = file && !isDevice(path) ? await openSeen(path, flags, file) : await open(path, flags);
  try {
    await stream.writeFile(bytes);
  } finally {
    await stream.close();
  }
}

/** Opens what was looked at. Windows cannot refuse links, so what is open is compared, here as everywhere. */
async function openSeen(path: string, flags: number, seen: BigIntStats): Promise<FileHandle> {
  const file = await open(path, flags | (constants.O_NOFOLLOW ?? 0));
  if (isSame(await file.stat({ bigint: true }), seen)) return file;
  await file.close();
  throw new ChangedMeanwhile();
}

/** Makes a spare in the folder that was looked at, and removes it after its use. */
async function withSpare(
  { path: target, file, folder }: Place,
  bytes: Uint8Array,
  use: (spare: FileHandle, path: string) => Promise<void>,
): Promise<void> {
  const path = join(dirname(target), `.vendor-profile-${randomUUID()}`);
  // It may hold what only the owner of the file may read.
  const spare = await open(path, "wx", file ? 0o600 : 0o666);
  try {
    const around = await stat(dirname(target), { bigint: true });
    if (!folder || !isSame(around, folder)) throw new ChangedMeanwhile();
    await fill(spare, bytes);
    await use(spare, path);
  } finally {
    await spare.close();
    await unlink(path).catch(() => {});
  }
}

/** Gives a file exactly this content, on the disk. */
async function fill(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at, bytes.length - at, at)).bytesWritten;
  await file.truncate(bytes.length);
  await file.sync();
}

/** Gives a spare a name that nothing has. */
async function publish(spare: string, path: string): Promise<void> {
  await link(spare, path).catch((error: unknown) => {
    if (codeOf(error) === "EEXIST") throw new ChangedMeanwhile();
    // Some disks have no hard links.
    return rename(spare, path);
  });
}

/** Puts a spare in the place of a file that could only be written in part. */
async function replace({ path, file }: Place, target: FileHandle, spare: FileHandle, sparePath: string): Promise<void> {
  if (file) {
    await spare.chown(Number(file.uid), Number(file.gid)).catch(() => {});
    await spare.chmod(Number(file.mode) & 0o777);
  }
  // Windows replaces no open file.
  await target.close();
  await rename(sparePath, path);
}
