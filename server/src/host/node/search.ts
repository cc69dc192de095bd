import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { FolderGlobs } from "../../config/glob.ts";
import { composed } from "../../config/name-pattern.ts";
import { type Candidates, USUAL } from "../../config/profile-files.ts";
import type { IgnoreRules } from "../gitignore.ts";
import { codeOf } from "./error-code.ts";
import { pathOfText, textOfName } from "./file-name.ts";
import { IGNORE_FILE, IgnoreFiles, ruledName, type UnreadIgnoreFile } from "./ignore-files.ts";

/** What a search found. All paths are relative to the folder that it began in, with `/` between names. */
export interface FoundFiles {
  readonly paths: readonly string[];
  readonly unread: readonly Unread[];
}

export type Unread = UnreadFolder | UnreadIgnoreFile;

interface UnreadFolder {
  readonly kind: "folder";
  /** Empty for the folder that the search began in. */
  readonly path: string;
  /** The system's error code. */
  readonly code: string;
}

/** The files below a folder that may be profiles. Files that .gitignore excludes are left out; links are not followed. */
export async function search(folder: string, { globs, hidden }: Candidates = USUAL): Promise<FoundFiles> {
  const ignoreFiles = new IgnoreFiles(folder);
  const rules = await ignoreFiles.rulesAbove();
  const { paths, unread } = rules
    ? await new Search(folder, ignoreFiles).find(FolderGlobs.of(globs, hidden), rules)
    : { paths: [], unread: [] };
  return { paths, unread: [...unread, ...ignoreFiles.unread] };
}

/** The files below a folder that a glob matches, whatever .gitignore says. Links are not followed. */
export function globbed(glob: string, folder: string): Promise<FoundFiles> {
  return new Search(folder).find(FolderGlobs.of([glob]));
}

/** Folders that only programs write to. A search passes them over; a glob may lead into them. */
const OF_PROGRAMS = ["node_modules", ".git"];

/** So many folders are read at a time. */
const AT_A_TIME = 8;

/** After so many names, other work gets its turn. */
const AT_ONCE = 20;

interface Entry {
  readonly name: string;
  /** Undefined for links, pipes and the like. */
  readonly kind: "file" | "folder" | undefined;
}

/** A folder to look into. */
interface Place {
  /** Ends with `/`, except for the first. */
  readonly path: string;
  readonly globs: FolderGlobs;
  /** The rules from above, worked out late: very many places may be waiting. */
  readonly rules: () => IgnoreRules | undefined;
}

class Search {
  readonly #paths: string[] = [];
  readonly #unread: UnreadFolder[] = [];
  readonly #waiting: Place[] = [];
  readonly #folder: string;
  readonly #ignoreFiles: IgnoreFiles | undefined;

  /** @param ignoreFiles left out if a glob decides alone */
  constructor(folder: string, ignoreFiles?: IgnoreFiles) {
    this.#folder = folder;
    this.#ignoreFiles = ignoreFiles;
  }

  async find(globs: FolderGlobs, rules?: IgnoreRules): Promise<FoundFiles> {
    this.#waiting.push({ path: "", globs, rules: () => rules });
    while (this.#waiting.length > 0) {
      await Promise.all(this.#waiting.splice(-AT_A_TIME).map((place) => this.#lookInto(place)));
    }
    return { paths: this.#paths.sort(), unread: this.#unread };
  }

  async #lookInto({ path, globs, rules: rulesFromAbove }: Place): Promise<void> {
    const entries = await this.#entriesOf(path);
    const above = rulesFromAbove();
    const hasOwn = entries.some(({ name }) => name === IGNORE_FILE);
    const rules = above && hasOwn ? await this.#ignoreFiles?.withOwn(above, path) : above;
    for (const [index, entry] of entries.entries()) {
      if (index % AT_ONCE === AT_ONCE - 1) await turn();
      if (entry.kind === "file") this.#noteFile(entry.name, path, globs, rules);
      else if (entry.kind === "folder") this.#noteFolder(entry.name, path, globs, rules);
    }
  }

  #noteFile(name: string, path: string, globs: FolderGlobs, rules: IgnoreRules | undefined): void {
    if (globs.matches(composed(name)) && !rules?.exclude(ruledName(name), false)) this.#paths.push(path + name);
  }

  #noteFolder(name: string, path: string, globs: FolderGlobs, rules: IgnoreRules | undefined): void {
    if (this.#ignoreFiles && OF_PROGRAMS.includes(name)) return;
    const below = globs.below(composed(name));
    const ruled = ruledName(name);
    if (!below || rules?.exclude(ruled, true)) return;
    this.#waiting.push({ path: `${path}${name}/`, globs: below, rules: () => rules?.below(ruled) });
  }

  async #entriesOf(path: string): Promise<readonly Entry[]> {
    try {
      const entries = await readdir(pathOfText(join(this.#folder, path)), { withFileTypes: true, encoding: "buffer" });
      return entries.map((entry) => ({
        name: textOfName(entry.name),
        kind: entry.isFile() ? "file" : entry.isDirectory() ? "folder" : undefined,
      }));
    } catch (error) {
      const code = codeOf(error);
      // The folder was deleted in the meantime: nothing to report.
      if (!["ENOENT", "ENOTDIR"].includes(code)) this.#unread.push({ kind: "folder", path: path.replace(/\/$/, ""), code });
      return [];
    }
  }
}
