import { realpath, stat } from "node:fs/promises";
import { basename, isAbsolute, join, posix, relative, resolve, sep } from "node:path";
import { CONFIG_NAME } from "../config/config.ts";
import { isTooComplex } from "../config/glob.ts";
import { candidatesOf, isUsual, selectionOf, USUAL } from "../config/profile-files.ts";
import { readNamed, readText } from "../host/node/read.ts";
import { globbed, type FoundFiles as Search, search, type Unread } from "../host/node/search.ts";
import { reasonOf } from "../host/reading.ts";
import type { FolderConfig } from "./config.ts";
import type { CliMessages } from "./messages/index.ts";

/** An input under the path that reports show, with its text or the reason why it has none. */
export type Input = { readonly path: string; readonly text: string } | { readonly path: string; readonly error: string };

/** The inputs that operands name. */
export interface FoundInputs {
  /** Each file once, in the order of the operands. */
  readonly inputs: readonly string[];
  /** The folders and globs that match none. */
  readonly empty: readonly string[];
  /** The folders below them that could not be read, and .gitignore files that are not followed. */
  readonly unread: readonly Unread[];
}

/**
 * Finds the inputs that operands name: files with any name, the profiles of folders, and the matches of globs. The configuration
 * decides which files of a folder are profiles.
 */
export async function findInputs(paths: readonly string[], config: FolderConfig): Promise<FoundInputs> {
  const inputs = new Set<string>();
  const empty: string[] = [];
  const unread = new Map<string, Unread>();
  for (const path of paths.length > 0 ? paths : ["."]) {
    const found = await inputsOf(path, config);
    if (found.paths.length + found.unread.length === 0) empty.push(path);
    for (const input of found.paths) inputs.add(input === "-" ? input : slashes(input));
    for (const one of found.unread) unread.set(one.path, one);
  }
  return { inputs: [...inputs], empty, unread: [...unread.values()] };
}

async function inputsOf(path: string, config: FolderConfig): Promise<Search> {
  const kind = path === "-" ? "file" : await kindOf(path);
  if (kind === "folder") return searched(path, config);
  const base = baseOf(slashes(path));
  return kind === undefined && base !== undefined ? matched(base, slashes(path)) : { paths: [path], unread: [] };
}

async function kindOf(path: string): Promise<"file" | "folder" | undefined> {
  return stat(path).then(
    (stats) => (stats.isDirectory() ? "folder" : "file"),
    () => undefined,
  );
}

/** The profiles below a folder: by the configuration if it applies there, else by the default names. */
async function searched(folder: string, { config, folder: root }: FolderConfig): Promise<Search> {
  const prefix = slashes(folder).replace(/(?<!\/)\/+$/, "");
  const { holds } = selectionOf(config);
  // compared both as given and resolved: either path may contain a link
  const bases = [[root, resolve(folder)] as const, [await realPath(root), await realPath(folder)] as const];
  const isProfile = (below: string) => {
    const path = bases.map(([from, to]) => relative(from, join(to, below))).find((path) => !isOutside(path));
    return path === undefined ? isUsual(below) : holds(slashes(path));
  };
  const candidates = candidatesOf(config);
  const found = await search(folder, { ...candidates, globs: [...new Set([...candidates.globs, ...USUAL.globs])] });
  // A .gitignore may be above the folder.
  const within = (path: string) => (path.startsWith("../") ? posix.join(prefix, path) : `${prefix}/${path}`);
  const named = (path: string) => (prefix === "." ? path : within(path));
  return {
    paths: found.paths.filter(isProfile).map(named),
    unread: found.unread.map((one) => ({ ...one, path: one.path === "" ? folder : named(shown(one)) })),
  };
}

function shown({ kind, path }: Unread): string {
  return kind === "folder" ? `${path}/` : path;
}

/** A path with its links resolved. */
function realPath(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}

/** Whether a path relative to a folder leads out of it. */
function isOutside(path: string): boolean {
  return path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path);
}

/** The part of a glob before its first wildcard, up to a slash; undefined without a wildcard. */
function baseOf(path: string): string | undefined {
  return /^((?:[^*?[{/]*\/)*)[^*?[{/]*[*?[{]/.exec(path)?.[1];
}

async function matched(base: string, path: string): Promise<Search> {
  const glob = path.slice(base.length);
  const folder = base.replace(/^(?:\.\/+)+/, "");
  // With a slash at its end, it would name folders.
  if (glob.endsWith("/") || isTooComplex(glob)) return { paths: [], unread: [] };
  const { paths, unread } = await globbed(glob, folder === "" ? "." : folder);
  return {
    // a glob for profiles also matches the configuration beside them
    paths: paths.filter((path) => basename(path) !== CONFIG_NAME).map((path) => folder + path),
    unread: unread.map((one) => ({ ...one, path: one.path === "" ? folder || "./" : folder + shown(one) })),
  };
}

function slashes(path: string): string {
  return sep === "\\" ? path.replaceAll("\\", "/") : path;
}

/** Reads an input as UTF-8. Never throws: the reason for a failure is in the result. */
export async function readInput(path: string, stdin: AsyncIterable<Uint8Array>, messages: CliMessages): Promise<Input> {
  const reading = await (path === "-" ? readText(stdin) : readNamed(path));
  return { path, ...("text" in reading ? reading : { error: reasonOf(reading, messages.unread) }) };
}
