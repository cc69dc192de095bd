import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { vsix } from "../../scripts/vsix.ts";

/** Packages what `npm run build` made into a folder, as `npm run package` does, and says where it is. */
export async function packageExtension(folder: string): Promise<string> {
  const path = join(folder, "vendor-profile.vsix");
  await writeFile(path, await vsix());
  return path;
}
