import { existsSync } from "node:fs";
import { access } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isRelative, spellingsOf } from "../../../../protocol/file-system.ts";

/** Of files named relative to a file's folder, those that are not there. What is not named so is not looked up. */
export async function missingBeside(path: string, files: readonly string[]): Promise<ReadonlySet<string>> {
  const isThere = (file: string) =>
    Promise.any(pathsBeside(path, file).map((one) => access(one))).then(
      () => true,
      () => false,
    );
  const there = await Promise.all(files.map(isThere));
  return new Set(files.filter((_, index) => !there[index]));
}

/** As missingBeside, at once: whoever has nothing else to do meanwhile need not wait for so small an answer. */
export function missingBesideNow(path: string, files: readonly string[]): ReadonlySet<string> {
  const isThere = (file: string) => pathsBeside(path, file).some((one) => existsSync(one));
  return new Set(files.filter((file) => !isThere(file)));
}

/** Where a file that is named relative to another's folder may be, by its spellings; nowhere if it is not named so. */
export function pathsBeside(path: string, file: string): readonly string[] {
  return isRelative(file) ? spellingsOf(file).map((one) => join(dirname(path), one)) : [];
}
