import { stat } from "node:fs/promises";
import { basename, dirname, relative, resolve, sep } from "node:path";
import { type FSWatcher, watch as watchFiles } from "chokidar";
import type { IO } from "./io.ts";

/** What to watch, and what to do at a change. */
export interface Watched {
  /** Files, folders and globs, as given; the current folder if empty. */
  readonly paths: readonly string[];
  /** The files that each run writes; they must not trigger the next run. */
  readonly outputs: readonly string[];
  /** Judges, and returns the files that the result depends on, missing ones included. */
  readonly judge: () => Promise<readonly string[]>;
  /** The message to print while waiting. */
  readonly waiting: string;
  /** Makes the error to throw if watching fails. Passed in, because this bundle has its own copies of the error classes. */
  readonly refusal: (error: unknown) => Error;
}

/** Judges now and whenever a file that the result depends on changes, or one comes or goes. Runs until the process ends. */
export async function watch({ paths, outputs, judge, waiting, refusal }: Watched, io: IO): Promise<never> {
  // at any moment, except while a file is written
  process.once("SIGINT", () => process.exit(0));
  const scope = new Scope(await foldersOf(paths), outputs);
  let isDue = true;
  let wake = () => {};
  let fail = (_: Error) => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const changed = () => {
    isDue = true;
    wake();
  };
  const watchers = new Watchers(scope, changed, (error) => fail(refusal(error)));
  const run = async (): Promise<never> => {
    await watchers.add(scope.roots);
    for (;;) {
      if (isDue) {
        isDue = false;
        if (io.isTerminal) await io.write(CLEAR);
        const files = await judge();
        await watchers.add(await Promise.all(scope.setFiles(files).map(nearestFolder)));
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
    // open watchers keep the process alive
    await watchers.close();
  }
}

/** Watches folders for events that matter. */
class Watchers {
  readonly #scope: Scope;
  readonly #onChange: () => void;
  readonly #onError: (error: unknown) => void;
  readonly #folders = new Set<string>();
  readonly #watchers: FSWatcher[] = [];

  constructor(scope: Scope, onChange: () => void, onError: (error: unknown) => void) {
    this.#scope = scope;
    this.#onChange = onChange;
    this.#onError = onError;
  }

  /** Watches more folders. Resolves once their changes are noticed. */
  async add(folders: readonly string[]): Promise<void> {
    const added = folders.filter((folder) => !this.#folders.has(folder));
    if (added.length === 0) return;
    for (const folder of added) this.#folders.add(folder);
    // a new watcher each time: only so "ready" says when these folders are watched
    const watcher = watchFiles(added, {
      ...OPTIONS,
      ignored: (path, stats) => this.#scope.ignores(resolve(path), stats?.isFile() ?? false),
    });
    this.#watchers.push(watcher);
    watcher.on("all", (event, path) => {
      // of folders that come or go, the files have events of their own
      if (["add", "unlink"].includes(event) || this.#scope.dependsOn(resolve(path))) this.#onChange();
    });
    watcher.on("error", this.#onError);
    await new Promise<void>((resolve) => watcher.once("ready", () => resolve()));
  }

  async close(): Promise<void> {
    await Promise.all(this.#watchers.map((watcher) => watcher.close()));
  }
}

const OPTIONS = {
  ignoreInitial: true,
  followSymlinks: false,
  ignorePermissionErrors: true,
  awaitWriteFinish: { stabilityThreshold: 100, pollInterval: 20 },
} as const;

/** Clears the screen and the scrollback, and moves to the top. */
const CLEAR = "\x1b[2J\x1b[3J\x1b[H";

/** The folders that arguments name, absolute; for a glob, its fixed part. Files have none. */
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

/** The nearest existing folder above a file, which itself may be missing. */
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

/** Decides which files matter. All paths are absolute. */
class Scope {
  /** The folders that are searched for profiles. */
  readonly roots: readonly string[];
  readonly #outputs: readonly string[];
  #files: ReadonlySet<string> = new Set();
  #folders: ReadonlySet<string> = new Set();

  constructor(roots: readonly string[], outputs: readonly string[]) {
    this.roots = roots;
    this.#outputs = outputs.map((output) => resolve(output));
  }

  /** Sets the files that the last result depends on, and returns those outside the searched folders. */
  setFiles(files: readonly string[]): string[] {
    this.#files = new Set(files.map((file) => resolve(file)));
    this.#folders = new Set([...this.#files].flatMap(foldersAbove));
    return [...this.#files].filter((file) => !this.#isSearched(file));
  }

  dependsOn(path: string): boolean {
    return this.#files.has(path);
  }

  /** Whether no event at a path matters. */
  ignores(path: string, isFile: boolean): boolean {
    if (this.#outputs.includes(path)) return true;
    if (this.#files.has(path) || this.#folders.has(path) || this.roots.includes(path)) return false;
    return !this.#isSearched(path) || (isFile && !/\.ya?ml$|^\.gitignore$/i.test(basename(path)));
  }

  /** Whether a search of the folders looks at a path. */
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
