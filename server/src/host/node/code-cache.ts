import { createHash, randomUUID } from "node:crypto";
import { lstatSync, readFileSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { wrap } from "node:module";
import { basename, dirname, join } from "node:path";
import { Script } from "node:vm";

/** A loaded module. */
export interface Loaded<T> {
  readonly exports: T;
  /** Whether V8 accepted the cached code. */
  readonly wasCompiled: boolean;
  /** Writes the code that V8 has compiled so far into the cache. */
  keep(): Promise<void>;
}

/** The length of the hash at the start of a cache file, in bytes. */
const SEAL = 32;

/**
 * Loads a CommonJS module with code that V8 compiled earlier, because compiling is the slowest part of loading.
 *
 * @param file the module's path
 * @param folder the folder of the cache files, one for each module; need not exist
 * @param require the function that the module loads other modules with
 */
export function loadCompiled<T>(file: string, folder: string, require: NodeJS.Require): Loaded<T> {
  const source = readFileSync(file);
  const cache = join(folder, `${basename(file)}.cache`);
  const cachedData = read(cache, source);
  const script = new Script(wrap(source.toString()), { filename: file, ...(cachedData && { cachedData }) });
  const module = { exports: {} as T };
  script.runInThisContext()(module.exports, require, module, file, dirname(file));
  return {
    exports: module.exports,
    // V8 rejects code of another version.
    wasCompiled: cachedData !== undefined && script.cachedDataRejected === false,
    keep: async () => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // A later start would not read a cache in a folder of others.
      if (!isOwn(folder)) return;
      const code = script.createCachedData();
      const half = `${cache}.${randomUUID()}`;
      await writeFile(half, Buffer.concat([seal(source, code), code]), { flag: "wx", mode: 0o600 });
      // The rename is atomic: another window may be reading the cache.
      await rename(half, cache);
    },
  };
}

/**
 * The code in a cache file. Undefined if it is missing, incomplete, of another source, or writable by others; V8 itself only compares
 * the source's length.
 */
function read(cache: string, source: Buffer): Buffer | undefined {
  try {
    if (!isOwn(dirname(cache)) || !isOwn(cache)) return undefined;
    const bytes = readFileSync(cache);
    const code = bytes.subarray(SEAL);
    return seal(source, code).equals(bytes.subarray(0, SEAL)) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** Whether only this user can write to a path. True on Windows, which has no modes but protects the user's folders. */
function isOwn(path: string): boolean {
  const { uid, mode } = lstatSync(path);
  return process.geteuid === undefined || (uid === process.geteuid() && (mode & 0o022) === 0);
}

/** A hash of the engine, the source and its code. */
function seal(source: Buffer, code: Buffer): Buffer {
  const engine = `${process.versions.v8} ${process.arch}`;
  return createHash("sha256").update(engine).update(source).update(code).digest();
}
