import { globby } from "globby";
import { type Candidates, USUAL } from "../profiles.ts";

/** The paths of what may be profiles below a folder, relative to it; what .gitignore leaves out, and links, are not followed. */
export async function search(folder: string, { globs, hidden }: Candidates = USUAL): Promise<string[]> {
  const found = await globby([...globs], {
    cwd: folder,
    gitignore: true,
    dot: hidden,
    followSymbolicLinks: false,
    suppressErrors: true,
    ignore: ["**/node_modules/**", "**/.git/**"],
  });
  return found.sort();
}
