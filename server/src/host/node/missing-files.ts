import { existsSync } from "node:fs";
import { access } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isRelative, spellingsOf } from "../../../../protocol/file-system.ts";
import { pathOfText } from "./file-name.ts";

/** Which of these files, named relative to the folder of `path`, are missing. A name that is not relative counts as missing. */
export async function missingBeside(path: string, files: readonly string[]): Promise<ReadonlySet<string>> {
  const exists = (file: string) =>
    Promise.any(pathsBeside(path, file).map((candidate) => access(candidate))).then(
      () => true,
      () => false,
    );
  const found = await Promise.all(files.map(exists));
  return new Set(files.filter((_, index) => !found[index]));
}

/** Like missingBeside, but synchronous: faster for a caller that has nothing else to do. */
export function missingBesideNow(path: string, files: readonly string[]): ReadonlySet<string> {
  const exists = (file: string) => pathsBeside(path, file).some((candidate) => existsSync(candidate));
  return new Set(files.filter((file) => !exists(file)));
}

/** The paths that a relative name may have in the folder of `path`, one for each Unicode form; none if it is not relative. */
function pathsBeside(path: string, file: string): readonly (string | Buffer)[] {
  return isRelative(file) ? spellingsOf(file).map((candidate) => pathOfText(join(dirname(path), candidate))) : [];
}
