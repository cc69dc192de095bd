import type { BigIntStats } from "node:fs";
import { lstat, readlink, realpath, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { codeOf, unlessMissing } from "./error-code.ts";

/** A place to write to, as it was looked at. */
export interface Place {
  readonly path: string;
  /** What is there, which may be a link; undefined if nothing is. */
  readonly file: BigIntStats | undefined;
  /** The folder around it. Devices need none. */
  readonly folder: BigIntStats | undefined;
}

/** The place that a path names. Throws the system's error if it cannot be known. */
export async function placeAt(path: string): Promise<Place> {
  if (isDevice(path)) return { path, file: await stat(path, { bigint: true }).catch(unlessMissing), folder: undefined };
  const folder = await stat(dirname(path), { bigint: true });
  return { path, file: await lstat(path, { bigint: true }).catch(unlessMissing), folder };
}

/** The place that a path leads to by symbolic links. */
export async function placeBehind(path: string): Promise<Place> {
  return placeAt(isDevice(path) ? path : await targetOf(path));
}

/** Whether a place takes what is written, and keeps nothing to replace: a pipe, a device, an open file of the process. */
export function isStream({ path, file }: Place): boolean {
  if (file === undefined || file.isDirectory() || file.isSymbolicLink()) return false;
  return !file.isFile() || isDevice(path);
}

/** Whether two looks saw the same file or folder. */
export function isSame(one: BigIntStats, other: BigIntStats): boolean {
  return one.ino === other.ino && one.dev === other.dev;
}

/** Whether a path leads to one of other files, by links of any kind. */
export async function isAmong(path: string, others: readonly string[]): Promise<boolean> {
  const seen = (each: string) => stat(each, { bigint: true }).catch(() => undefined);
  const file = await seen(path);
  if (file === undefined) return false;
  const found = await Promise.all(others.map(seen));
  return found.some((other) => other !== undefined && isSame(file, other));
}

/** Where a path leads if it is a symbolic link, or passes one below the current folder; else undefined. */
export async function linkedFrom(path: string): Promise<string | undefined> {
  if (isDevice(path)) return undefined;
  const names = relative("", path).split(sep);
  const isBelow = names[0] !== ".." && !isAbsolute(names.join(sep));
  const steps = isBelow ? names.map((_, index) => join(...names.slice(0, index + 1))) : [path];
  const isLinked = (await Promise.all(steps.map(isLink))).includes(true);
  return isLinked ? targetOf(path) : undefined;
}

/** Whether a path is a symbolic link, even to nothing. */
export function isLink(path: string): Promise<boolean> {
  return lstat(path).then(
    (stats) => stats.isSymbolicLink(),
    () => false,
  );
}

/** Devices, and the open files of the process (`/dev/stdout`): their links are the system's own, and no folder supplies them. */
export function isDevice(path: string): boolean {
  return process.platform === "win32" ? /^(?:\\\\\.\\|(?:con|nul)$)/i.test(path) : /^\/(?:dev|proc)\//.test(resolve(path));
}

/** The path of the file that a path's symbolic links lead to, even if that file does not exist. */
async function targetOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    const folder = await realpath(dirname(path)).catch(() => resolve(dirname(path)));
    // Links in a circle (ELOOP) are not followed.
    const link = codeOf(error) === "ENOENT" ? await readlink(path).catch(() => undefined) : undefined;
    return link === undefined ? join(folder, basename(path)) : targetOf(resolve(folder, link));
  }
}
