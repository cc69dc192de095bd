import fs from "node:fs";
import { isAbsolute, relative } from "node:path";
import { globby } from "globby";
import { type Candidates, USUAL } from "../../config/profile-files.ts";

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
  const readdir = (path: string, options: { withFileTypes: true }, done: (error: Error | null, entries: fs.Dirent[]) => void) =>
    fs.readdir(path, options, (error, entries) => {
      // The folder was deleted in the meantime: nothing to report.
      if (error && !["ENOENT", "ENOTDIR"].includes(String(error.code))) unread.set(displayed(path), String(error.code));
      done(error, entries);
    });
  const found = await globby([...globs], {
    ...options,
    cwd: folder,
    followSymbolicLinks: false,
    // Unreadable folders are collected above, and must not end the search.
    suppressErrors: true,
    fs: { readdir } as Partial<typeof fs>,
  });
  return { paths: found.sort(), unread: [...unread].map(([path, code]) => ({ path, code })) };
}
