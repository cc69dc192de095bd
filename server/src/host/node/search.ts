import fs from "node:fs";
import { isAbsolute, relative } from "node:path";
import { globby } from "globby";
import { type Candidates, USUAL } from "../../config/profile-files.ts";
import { pathOfText, textOfName } from "./file-name.ts";

/** What a search found. All paths are relative to the folder that it began in. */
export interface FoundFiles {
  readonly paths: readonly string[];
  /** The folders that could not be read, with the system's error code. */
  readonly unread: readonly { readonly path: string; readonly code: string }[];
}

/** The files below a folder that may be profiles. Files that .gitignore excludes are left out; links are not followed. */
export function search(folder: string, { globs, hidden }: Candidates = USUAL): Promise<FoundFiles> {
  return globbed(globs, folder, { gitignore: true, dot: hidden, ignore: ["**/node_modules/**", "**/.git/**"] });
}

/** The files that globs match, from a folder on. Links are not followed. With an absolute glob, the paths are absolute. */
export async function globbed(
  globs: readonly string[],
  folder: string,
  options: { readonly gitignore?: boolean; readonly dot?: boolean; readonly ignore?: string[] } = {},
): Promise<FoundFiles> {
  const unread = new Map<string, string>();
  const displayed = (path: string) => (globs.some(isAbsolute) ? path : relative(folder, path));
  const readdir: ReadFolder = (path, _, done) =>
    fs.readdir(pathOf(path), { withFileTypes: true, encoding: "buffer" }, (error, entries) => {
      // The folder was deleted in the meantime: nothing to report.
      if (error && !["ENOENT", "ENOTDIR"].includes(String(error.code))) unread.set(displayed(unmasked(path)), String(error.code));
      done(error, error ? [] : entries.map((entry) => Object.assign(entry, { name: masked(textOfName(entry.name)) })));
    });
  const readFile = (path: string, encoding: BufferEncoding) => fs.promises.readFile(pathOf(path), encoding);
  const found = await globby([...globs], {
    ...options,
    cwd: folder,
    followSymbolicLinks: false,
    // Unreadable folders are collected above, and must not end the search.
    suppressErrors: true,
    fs: { readdir, promises: { readFile } } as unknown as Partial<typeof fs>,
  });
  return { paths: found.map(unmasked).sort(), unread: [...unread].map(([path, code]) => ({ path, code })) };
}

type ReadFolder = (path: string, options: object, done: (error: Error | null, entries: readonly object[]) => void) => void;

/** The patterns that globs become match no line break, so names have something else in its place. */
const LINE_BREAK = "\udc0a";

function masked(name: string): string {
  return name.replaceAll("\n", LINE_BREAK);
}

function unmasked(path: string): string {
  return path.replaceAll(LINE_BREAK, "\n");
}

function pathOf(path: string): string | Buffer {
  return pathOfText(unmasked(path));
}
