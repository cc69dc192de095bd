import { createHash } from "node:crypto";
import { lstatSync, readFileSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { wrap } from "node:module";
import { basename, dirname, join } from "node:path";
import { Script } from "node:vm";

/** A module that was loaded. */
export interface Loaded<T> {
  readonly exports: T;
  /** Whether it was compiled at an earlier time. */
  readonly wasCompiled: boolean;
  /** Keeps what V8 has compiled of it until now, for the next time. */
  keep(): Promise<void>;
}

/** Bytes: what a cache begins with. */
const SEAL = 32;

/**
 * Loads a CommonJS module from code that V8 compiled at an earlier time: compiling takes longer than all the rest.
 *
 * @param file the module's path
 * @param folder where compiled code is kept, a cache for each module; nothing need be there
 * @param require what the module asks for others with
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
    // V8 takes none of another version
    wasCompiled: cachedData !== undefined && script.cachedDataRejected === false,
    keep: async () => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // nobody would read it
      if (!isOwn(folder)) return;
      const code = script.createCachedData();
      const half = `${cache}.${process.pid}`;
      await writeFile(half, Buffer.concat([seal(source, code), code]), { mode: 0o600 });
      // another window may read it meanwhile
      await rename(half, cache);
    },
  };
}

/** What a cache holds, if it is whole, of this very source, and nobody else's work: V8 looks at the source's length alone. */
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

/** Whether nobody but this user can write there. Windows, which tells no modes, keeps a user's folders to the user. */
function isOwn(path: string): boolean {
  const { uid, mode } = lstatSync(path);
  return process.geteuid === undefined || (uid === process.geteuid() && (mode & 0o022) === 0);
}

function seal(source: Buffer, code: Buffer): Buffer {
  const engine = `${process.versions.v8} ${process.arch}`;
  return createHash("sha256").update(engine).update(source).update(code).digest();
}
