import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { root } from "../vscode/setup.ts";

const vsce = join(dirname(createRequire(import.meta.url).resolve("@vscode/vsce/package.json")), "vsce");

/** Packages what `npm run build` made into a folder, as `npm run package` does, and says where it is. */
export async function packageExtension(folder: string): Promise<string> {
  const vsix = join(folder, "vendor-profile.vsix");
  await promisify(execFile)(process.execPath, [vsce, "package", "--out", vsix], { cwd: root });
  return vsix;
}
