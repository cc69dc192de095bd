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

/** An input by the name it is reported under, and its text or why it has none. */
export type Input = { readonly path: string; readonly text: string } | { readonly path: string; readonly error: string };

/** What arguments stand for. */
export interface FoundInputs {
  /** Each file once, in the order of the arguments. */
  readonly inputs: readonly string[];
  /** The folders and globs that stand for none. */
  readonly empty: readonly string[];
  /** The folders below them that could not be looked into, with what the system says. */
  readonly unread: readonly UnreadFolder[];
}

interface UnreadFolder {
  readonly path: string;
  readonly code: string;
}

/**
 * Finds what arguments stand for: files whatever their name, folders searched, globs. What a configuration says is a profile holds
 * for the folders; what is named itself is taken as it is.
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

/** The profiles below a folder: by the configuration where it lies in its folder, else by the usual names. */
async function searched(folder: string, { config, folder: root }: FolderConfig): Promise<Search> {
  const prefix = slashes(folder).replace(/(?<!\/)\/+$/, "");
  const { holds } = selectionOf(config);
  // a link may lead to the one or to the other
  const ways = [[root, resolve(folder)] as const, [await realPath(root), await realPath(folder)] as const];
  const isHeld = (below: string) => {
    const path = ways.map(([from, to]) => relative(from, join(to, below))).find((path) => !isOutside(path));
    return path === undefined ? isUsual(below) : holds(slashes(path));
  };
  const candidates = candidatesOf(config);
  const found = await search(folder, { ...candidates, globs: [...new Set([...candidates.globs, ...USUAL.globs])] });
  const named = (path: string) => (prefix === "." ? path : `${prefix}/${path}`);
  return {
    paths: found.paths.filter(isHeld).map(named),
    unread: found.unread.map(({ path, code }) => ({ path: path === "" ? folder : named(`${slashes(path)}/`), code })),
  };
}

/** Where a path really leads. */
function realPath(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}

/** Of a path relative to a folder: whether it leads out of it. */
function isOutside(path: string): boolean {
  return path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path);
}

async function matched(pattern: string): Promise<Search> {
  const { paths, unread } = await globbed([pattern], process.cwd());
  return {
    // beside profiles there lies what they are judged by
    paths: paths.filter((path) => basename(path) !== CONFIG_NAME),
    unread: unread.map(({ path, code }) => ({ path: `${slashes(path) || "."}/`, code })),
  };
}

function slashes(path: string): string {
  return sep === "\\" ? path.replaceAll("\\", "/") : path;
}

/** Reads an input as UTF-8. Never throws: what stands in the way is the input's error. */
export async function readInput(path: string, stdin: AsyncIterable<Uint8Array>, prose: CliMessages): Promise<Input> {
  const reading = await (path === "-" ? readText(stdin) : readNamed(path));
  return { path, ...("text" in reading ? reading : { error: reasonOf(reading, prose.unread) }) };
}
