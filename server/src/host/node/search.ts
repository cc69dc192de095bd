import fs from "node:fs";
import { isAbsolute, relative } from "node:path";
import { globby } from "globby";
import { type Candidates, USUAL } from "../../config/profile-files.ts";

/** What a search has found. All paths are relative to the folder that it began in. */
export interface FoundFiles {
  readonly paths: readonly string[];
  /** The folders that could not be looked into, with what the system says. */
  readonly unread: readonly { readonly path: string; readonly code: string }[];
}

/** The paths of what may be profiles below a folder; what .gitignore leaves out, and links, are not followed. */
export function search(folder: string, { globs, hidden }: Candidates = USUAL): Promise<FoundFiles> {
  return globbed(globs, folder, { gitignore: true, dot: hidden, ignore: ["**/node_modules/**", "**/.git/**"] });
}

/** What globs match from a folder on; links are not followed. Of an absolute glob, the paths are absolute too. */
export async function globbed(
  globs: readonly string[],
  folder: string,
  options: { readonly gitignore?: boolean; readonly dot?: boolean; readonly ignore?: string[] } = {},
): Promise<FoundFiles> {
  const unread = new Map<string, string>();
  const named = (path: string) => (globs.some(isAbsolute) ? path : relative(folder, path));
  const readdir = (path: string, options: { withFileTypes: true }, done: (error: Error | null, entries: fs.Dirent[]) => void) =>
    fs.readdir(path, options, (error, entries) => {
      // what is not there any more holds nothing
      if (error && !["ENOENT", "ENOTDIR"].includes(String(error.code))) unread.set(named(path), String(error.code));
      done(error, entries);
    });
  const found = await globby([...globs], {
    ...options,
    cwd: folder,
    followSymbolicLinks: false,
    // they are told, and take nothing away from the rest
    suppressErrors: true,
    fs: { readdir } as Partial<typeof fs>,
  });
  return { paths: found.sort(), unread: [...unread].map(([path, code]) => ({ path, code })) };
}
