import { lstat, readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { composed } from "../../config/name-pattern.ts";
import { IgnoreRules, MAX_CHARACTERS } from "../gitignore.ts";
import { codeOf } from "./error-code.ts";
import { pathOfText } from "./file-name.ts";

export const IGNORE_FILE = ".gitignore";

/** A .gitignore that is not followed, by its path from the folder of the search. */
export interface UnreadIgnoreFile {
  readonly kind: "gitignore";
  readonly path: string;
  /** The system's error code; undefined if there are more rules than we follow. */
  readonly code: string | undefined;
}

/** Larger files have too many characters: one takes at most three bytes for each of its units. */
const MAX_BYTES = 3 * MAX_CHARACTERS;

/** Whether git finds a rule for `Build` in `build`, as the file system does. */
const FOLDS_CASE = ["darwin", "win32"].includes(process.platform);

function folded(text: string): string {
  return FOLDS_CASE ? text.toLowerCase() : text;
}

/** A name as rules are compared with it. */
export function ruledName(name: string): string {
  return composed(folded(name));
}

/** Reads the .gitignore files in and above the folders of a search. */
export class IgnoreFiles {
  readonly unread: UnreadIgnoreFile[] = [];
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = resolve(folder);
  }

  /** The rules from above the first folder, up to the root of its repository; undefined if they exclude the folder itself. */
  async rulesAbove(): Promise<IgnoreRules | undefined> {
    const names = await namesFromRoot(this.#folder);
    let rules = IgnoreRules.NONE;
    for (const [index, name] of names.entries()) {
      rules = await this.withOwn(rules, "../".repeat(names.length - index));
      if (rules.exclude(ruledName(name), true)) return undefined;
      rules = rules.below(ruledName(name));
    }
    return rules;
  }

  /** The rules with those of a folder's own .gitignore, if that can be followed. */
  async withOwn(rules: IgnoreRules, path: string): Promise<IgnoreRules> {
    const file = pathOfText(join(this.#folder, path, IGNORE_FILE));
    const unfollowed = (code?: string) => {
      this.unread.push({ kind: "gitignore", path: path + IGNORE_FILE, code });
      return rules;
    };
    try {
      const stats = await lstat(file);
      // Like git, we follow no link here. A pipe might never end.
      if (!stats.isFile()) return rules;
      if (stats.size > MAX_BYTES) return unfollowed();
      const text = (await readFile(file, "utf8")).replace(/^\ufeff/, "");
      return rules.with(folded(text)) ?? unfollowed();
    } catch (error) {
      const code = codeOf(error);
      return code === "ENOENT" ? rules : unfollowed(code);
    }
  }
}

/** The names of the folders from the root of a repository to a folder in it. Empty if it is in none. */
async function namesFromRoot(folder: string): Promise<string[]> {
  const names: string[] = [];
  for (let at = folder; !(await exists(join(at, ".git"))); at = dirname(at)) {
    if (at === dirname(at)) return [];
    names.unshift(basename(at));
  }
  return names;
}

function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
