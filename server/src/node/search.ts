import fs from "node:fs";
import { relative } from "node:path";
import { globby } from "globby";
import { type Candidates, USUAL } from "../profiles.ts";

/** What a search has found. All paths are relative to the folder. */
export interface Found {
  readonly paths: readonly string[];
  /** The folders that could not be looked into, with what the system says. */
  readonly unread: readonly { readonly path: string; readonly code: string }[];
}

/** The paths of what may be profiles below a folder; what .gitignore leaves out, and links, are not followed. */
export async function search(folder: string, { globs, hidden }: Candidates = USUAL): Promise<Found> {
  const unread = new Map<string, string>();
  const readdir = (path: string, options: { withFileTypes: true }, done: (error: Error | null, entries: fs.Dirent[]) => void) =>
    fs.readdir(path, options, (error, entries) => {
      // what is not there any more holds nothing
      if (error && error.code !== "ENOENT") unread.set(relative(folder, path), String(error.code));
      done(error, entries);
    });
  const found = await globby([...globs], {
    cwd: folder,
    gitignore: true,
    dot: hidden,
    followSymbolicLinks: false,
    // they are told, and take nothing away from the rest
    suppressErrors: true,
    ignore: ["**/node_modules/**", "**/.git/**"],
    fs: { readdir } as Partial<typeof fs>,
  });
  return { paths: found.sort(), unread: [...unread].map(([path, code]) => ({ path, code })) };
}
