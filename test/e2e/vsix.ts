import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { vsix } from "../../scripts/vsix.ts";

/** Packages the built extension into a folder, as `npm run package` does. Resolves with the path of the .vsix. */
export async function packageExtension(folder: string): Promise<string> {
  const path = join(folder, "vendor-profile.vsix");
  await writeFile(path, await vsix());
  return path;
}
