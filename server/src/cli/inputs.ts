import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { sep } from "node:path";
import { globby, isDynamicPattern } from "globby";
import type { Prose } from "./prose.ts";

/** The names that profiles go by, below a folder. */
const PROFILES = ["*.vendor.yaml", "*.vendor.yml", "vendor-profile.yaml", "vendor-profile.yml"].map((name) => `**/${name}`);

/** No profile comes near; a file beyond it is something else. */
const MOST_MEBIBYTES = 10;

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
  if (kind === "folder") return search(path);
  return kind === undefined && path !== "" && isDynamicPattern(slashes(path)) ? globbed(slashes(path)) : [path];
}

async function kindOf(path: string): Promise<"file" | "folder" | undefined> {
  return stat(path).then(
    (stats) => (stats.isDirectory() ? "folder" : "file"),
    () => undefined,
  );
}

/** The profiles below a folder; what .gitignore leaves out, and links, are not followed. */
async function search(folder: string): Promise<string[]> {
  const found = await globby(PROFILES, {
    cwd: folder,
    gitignore: true,
    dot: false,
    followSymbolicLinks: false,
    suppressErrors: true,
    ignore: ["**/node_modules/**", "**/.git/**"],
  });
  const prefix = slashes(folder).replace(/\/+$/, "");
  return found.sort().map((path) => (prefix === "." ? path : `${prefix}/${path}`));
}

async function globbed(pattern: string): Promise<string[]> {
  return (await globby(pattern, { followSymbolicLinks: false, suppressErrors: true })).sort();
}

function slashes(path: string): string {
  return sep === "\\" ? path.replaceAll("\\", "/") : path;
}

/** Reads an input as UTF-8. Never throws: what stands in the way is the input's error. */
export async function readInput(path: string, stdin: AsyncIterable<Uint8Array>, prose: Prose): Promise<Input> {
  try {
    const bytes = await readAll(path === "-" ? stdin : createReadStream(path));
    return bytes === undefined ? { path, error: prose.tooLarge(MOST_MEBIBYTES) } : decode(path, bytes, prose);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return { path, error: code === "ENOENT" ? prose.notFound : prose.unreadable(code) };
  }
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MOST_MEBIBYTES * 1024 * 1024) return undefined;
  }
  return Buffer.concat(chunks);
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function decode(path: string, bytes: Uint8Array, prose: Prose): Input {
  if (bytes.includes(0)) return { path, error: isUtf16(bytes) ? prose.notUtf8("UTF-16") : prose.binary };
  try {
    return { path, text: utf8.decode(bytes) };
  } catch {
    return { path, error: prose.notUtf8(legacyEncoding(bytes)) };
  }
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** The encoding that Japanese text has most likely been saved in, if it is one. */
function legacyEncoding(bytes: Uint8Array): string | null {
  for (const encoding of ["euc-jp", "shift_jis"]) {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return encoding === "euc-jp" ? "EUC-JP" : "Shift_JIS";
    } catch {
      // not this one
    }
  }
  return null;
}
