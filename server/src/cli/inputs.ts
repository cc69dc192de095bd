import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { sep } from "node:path";
import { globby, isDynamicPattern } from "globby";
import { readText } from "../node/read.ts";
import { search } from "../node/search.ts";
import { MOST_MEBIBYTES, type Reading } from "../runtime.ts";
import type { Prose } from "./prose.ts";

/** An input by the name it is reported under, and its text or why it has none. */
export type Input = { readonly path: string; readonly text: string } | { readonly path: string; readonly error: string };

/** What arguments stand for. */
export interface Found {
  /** Each file once, in the order of the arguments. */
  readonly inputs: readonly string[];
  /** The folders and globs that stand for none. */
  readonly empty: readonly string[];
}

/** Finds what arguments stand for: files whatever their name, folders searched, globs. */
export async function findInputs(paths: readonly string[]): Promise<Found> {
  const inputs = new Set<string>();
  const empty: string[] = [];
  for (const path of paths.length > 0 ? paths : ["."]) {
    const found = await inputsOf(path);
    if (found.length === 0) empty.push(path);
    for (const input of found) inputs.add(input === "-" ? input : slashes(input));
  }
  return { inputs: [...inputs], empty };
}

async function inputsOf(path: string): Promise<string[]> {
  const kind = path === "-" ? "file" : await kindOf(path);
  if (kind === "folder") return searched(path);
  return kind === undefined && path !== "" && isDynamicPattern(slashes(path)) ? globbed(slashes(path)) : [path];
}

async function kindOf(path: string): Promise<"file" | "folder" | undefined> {
  return stat(path).then(
    (stats) => (stats.isDirectory() ? "folder" : "file"),
    () => undefined,
  );
}

/** The profiles below a folder. */
async function searched(folder: string): Promise<string[]> {
  const prefix = slashes(folder).replace(/\/+$/, "");
  return (await search(folder)).map((path) => (prefix === "." ? path : `${prefix}/${path}`));
}

async function globbed(pattern: string): Promise<string[]> {
  return (await globby(pattern, { followSymbolicLinks: false, suppressErrors: true })).sort();
}

function slashes(path: string): string {
  return sep === "\\" ? path.replaceAll("\\", "/") : path;
}

/** Reads an input as UTF-8. Never throws: what stands in the way is the input's error. */
export async function readInput(path: string, stdin: AsyncIterable<Uint8Array>, prose: Prose): Promise<Input> {
  const reading = await readText(path === "-" ? stdin : createReadStream(path));
  return { path, ...("text" in reading ? reading : { error: errorOf(reading, prose) }) };
}

function errorOf(reading: Exclude<Reading, { text: string }>, prose: Prose): string {
  switch (reading.unread) {
    case "missing":
      return prose.notFound;
    case "tooLarge":
      return prose.tooLarge(MOST_MEBIBYTES);
    case "binary":
      return prose.binary;
    case "encoding":
      return prose.notUtf8(reading.encoding);
    case "unreadable":
      return prose.unreadable(reading.code);
  }
}
