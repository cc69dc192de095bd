import { realpath, stat } from "node:fs/promises";
import { basename, isAbsolute, join, relative, resolve, sep } from "node:path";
import { isDynamicPattern } from "globby";
import { CONFIG_NAME } from "../config/config.ts";
import { candidatesOf, isUsual, selectionOf, USUAL } from "../config/profile-files.ts";
import { readNamed, readText } from "../host/node/read.ts";
import { globbed, type FoundFiles as Search, search } from "../host/node/search.ts";
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
  /** The folders below them that could not be read, with the error code of the system. */
  readonly unread: readonly UnreadFolder[];
}

interface UnreadFolder {
  readonly path: string;
  readonly code: string;
}

/**
 * Finds the inputs that operands name: files with any name, the profiles of folders, and the matches of globs. The configuration
 * decides which files of a folder are profiles.
 */
export async function findInputs(paths: readonly string[], config: FolderConfig): Promise<FoundInputs> {
  const inputs = new Set<string>();
  const empty: string[] = [];
  const unread: UnreadFolder[] = [];
  for (const path of paths.length > 0 ? paths : ["."]) {
    const found = await inputsOf(path, config);
    if (found.paths.length + found.unread.length === 0) empty.push(path);
    for (const input of found.paths) inputs.add(input === "-" ? input : slashes(input));
    unread.push(...found.unread);
  }
  return { inputs: [...inputs], empty, unread };
}

async function inputsOf(path: string, config: FolderConfig): Promise<Search> {
  const kind = path === "-" ? "file" : await kindOf(path);
  if (kind === "folder") return searched(path, config);
  const isGlob = kind === undefined && path !== "" && isDynamicPattern(slashes(path));
  return isGlob ? matched(slashes(path)) : { paths: [path], unread: [] };
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
  const named = (path: string) => (prefix === "." ? path : `${prefix}/${path}`);
  return {
    paths: found.paths.filter(isProfile).map(named),
    unread: found.unread.map(({ path, code }) => ({ path: path === "" ? folder : named(`${slashes(path)}/`), code })),
  };
}

/** A path with its links resolved. */
function realPath(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}

/** Whether a path relative to a folder leads out of it. */
function isOutside(path: string): boolean {
  return path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path);
}

async function matched(pattern: string): Promise<Search> {
  const { paths, unread } = await globbed([pattern], process.cwd());
  return {
    // a glob for profiles also matches the configuration beside them
    paths: paths.filter((path) => basename(path) !== CONFIG_NAME),
    unread: unread.map(({ path, code }) => ({ path: `${slashes(path) || "."}/`, code })),
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
