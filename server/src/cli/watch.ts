import { stat } from "node:fs/promises";
import { basename, dirname, relative, resolve, sep } from "node:path";
import { type FSWatcher, watch as watchFiles } from "chokidar";
import type { IO } from "./io.ts";

/** What is watched. */
export interface Watched {
  /** Files, folders and globs, as they are given; none: the current folder. */
  readonly paths: readonly string[];
  /** What is written at each judging, and must not lead to another. */
  readonly outputs: readonly string[];
  /** Judges; tells the files that the result rests on, those that are missing included. */
  readonly judge: () => Promise<readonly string[]>;
  /** What is said while it waits. */
  readonly waiting: string;
  /** What is thrown where changes cannot be watched; made outside, for a bundle of its own has classes of its own. */
  readonly refusal: (error: unknown) => Error;
}

/** Judges, and again whenever a file that the result rests on changes, or one comes or goes. It ends with the process. */
export async function watch({ paths, outputs, judge, waiting, refusal }: Watched, io: IO): Promise<never> {
  // at once, whatever is being done: files are written whole or not at all
  process.once("SIGINT", () => process.exit(0));
  const scope = new Scope(await foldersOf(paths), outputs);
  let isDue = true;
  let wake = () => {};
  let fail = (_: Error) => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const changed = (event: string, path: string) => {
    // of a folder that comes or goes, what is in it is told as well
    if (!["add", "unlink"].includes(event) && !scope.restsOn(resolve(path))) return;
    isDue = true;
    wake();
  };
  const watched = new Set<string>();
  const watchers: FSWatcher[] = [];
  const watchFolders = async (folders: readonly string[]) => {
    const more = folders.filter((folder) => !watched.has(folder));
    if (more.length === 0) return;
    for (const folder of more) watched.add(folder);
    // a watcher of their own: only so it is known when they are watched
    const watcher = watchFiles(more, {
      ...OPTIONS,
      ignored: (path, stats) => scope.leavesOut(resolve(path), stats?.isFile() ?? false),
    });
    watchers.push(watcher);
    watcher.on("all", changed);
    watcher.on("error", (error) => fail(refusal(error)));
    await new Promise<void>((resolve) => watcher.once("ready", () => resolve()));
  };
  const run = async (): Promise<never> => {
    await watchFolders(scope.roots);
    for (;;) {
      if (isDue) {
        isDue = false;
        if (io.isTerminal) await io.write(CLEAR);
        const files = await judge();
        await watchFolders(await Promise.all(scope.restOn(files).map(nearestFolder)));
        io.error(`${waiting}\n`);
      }
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      if (!isDue) await woken;
    }
  };
  try {
    return await Promise.race([run(), failed]);
  } finally {
    // else they would keep the process
    await Promise.all(watchers.map((watcher) => watcher.close()));
  }
}

const OPTIONS = {
  ignoreInitial: true,
  followSymlinks: false,
  ignorePermissionErrors: true,
  awaitWriteFinish: { stabilityThreshold: 100, pollInterval: 20 },
} as const;

/** Clears the screen and what was scrolled away, and begins at the top. */
const CLEAR = "\x1b[2J\x1b[3J\x1b[H";

/** The folders that arguments stand for, absolute: of a glob the one before what is variable. Files have none. */
async function foldersOf(paths: readonly string[]): Promise<string[]> {
  const folders = await Promise.all(
    (paths.length > 0 ? paths : ["."]).map(async (path) => {
      const stats = await stat(path).catch(() => undefined);
      if (stats) return stats.isDirectory() ? [resolve(path)] : [];
      const steps = path.split(/[\\/]/);
      const variable = steps.findIndex((step) => /[*?[\]{}()!]/.test(step));
      return variable < 0 ? [] : [resolve(variable === 0 ? "." : `${steps.slice(0, variable).join("/")}/`)];
    }),
  );
  return [...new Set(folders.flat())];
}

/** The folder a file lies in, or would lie in; where there is none yet, the nearest above. */
async function nearestFolder(file: string): Promise<string> {
  const folder = dirname(file);
  return (await isThere(folder)) || folder === file ? folder : nearestFolder(folder);
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Which files matter. All paths are absolute. */
class Scope {
  /** Folders that are searched. */
  readonly roots: readonly string[];
  readonly #outputs: readonly string[];
  #files: ReadonlySet<string> = new Set();
  #folders: ReadonlySet<string> = new Set();

  constructor(roots: readonly string[], outputs: readonly string[]) {
    this.roots = roots;
    this.#outputs = outputs.map((output) => resolve(output));
  }

  /** Takes note of the files that the last result rests on; tells those that lie in no folder that is searched. */
  restOn(files: readonly string[]): string[] {
    this.#files = new Set(files.map((file) => resolve(file)));
    this.#folders = new Set([...this.#files].flatMap(foldersAbove));
    return [...this.#files].filter((file) => !this.#isSearched(file));
  }

  restsOn(path: string): boolean {
    return this.#files.has(path);
  }

  /** Whether nothing that happens at a path matters. */
  leavesOut(path: string, isFile: boolean): boolean {
    // a file is written under its name and a number first
    if (this.#outputs.includes(path.replace(/\.\d+$/, "")) || this.#outputs.includes(path)) return true;
    if (this.#files.has(path) || this.#folders.has(path) || this.roots.includes(path)) return false;
    return !this.#isSearched(path) || (isFile && !/\.ya?ml$|^\.gitignore$/i.test(basename(path)));
  }

  /** Whether a search of the folders passes a path. */
  #isSearched(path: string): boolean {
    return this.roots.some((root) => {
      if (!path.startsWith(root.endsWith(sep) ? root : root + sep)) return false;
      const steps = relative(root, path).split(sep);
      return steps.every((step) => step !== "node_modules" && (!step.startsWith(".") || step === ".gitignore"));
    });
  }
}

function foldersAbove(path: string): string[] {
  const folder = dirname(path);
  return folder === path ? [] : [folder, ...foldersAbove(folder)];
}
