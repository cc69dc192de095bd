import { globby } from "globby";
import { PROFILE_NAMES } from "../profiles.ts";

/** The paths of the profiles below a folder, relative to it; what .gitignore leaves out, and links, are not followed. */
export async function search(folder: string): Promise<string[]> {
  const found = await globby(
    PROFILE_NAMES.map((name) => `**/${name}`),
    {
      cwd: folder,
      gitignore: true,
      dot: false,
      followSymbolicLinks: false,
      suppressErrors: true,
      ignore: ["**/node_modules/**", "**/.git/**"],
    },
  );
  return found.sort();
}
