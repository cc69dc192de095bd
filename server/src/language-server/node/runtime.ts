import { existsSync } from "node:fs";
import { access, stat } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { isRelative, spellingsOf } from "../../../../protocol/file-system.ts";
import { readFound } from "../../host/node/read.ts";
import { NOTHING_FOUND, type Runtime, today } from "../runtime.ts";

/** The machine as Node sees it. */
export const runtime: Runtime = {
  settled: () => new Promise((resolve) => setImmediate(() => setImmediate(resolve))),
  today,
  locale: systemLocale(process.env),
  schemes: ["file"],
  load: () => import("../../spreadsheet/index.ts"),
  missingFiles: async (uri, files) => {
    const path = localPath(uri);
    return path === undefined ? new Set() : missingBeside(path, files);
  },
  findProfiles: async (uri, candidates) => {
    const path = localPath(uri);
    if (path === undefined || !(await isFolder(path))) return NOTHING_FOUND;
    // loaded only when there is a folder to be searched
    const { search } = await import("../../host/node/search.ts");
    // spelt as the client spells the folder
    const folder = uri.replace(/(?<!\/)\/+$/, "");
    const { paths, unread } = await search(path, candidates);
    const uriOf = (below: string) => [folder, ...below.split("/").map(encodeURIComponent)].join("/");
    return {
      uris: paths.map(uriOf),
      unread: unread.map(({ path, code }) => ({ uri: path === "" ? uri : uriOf(path.replaceAll(sep, "/")), code })),
    };
  },
  readProfile: async (uri) => {
    const path = localPath(uri);
    return path === undefined ? { unread: "missing" } : readFound(path);
  },
};

/** The path of a document on this machine, if it has one. */
function localPath(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

/** The locale for messages, as POSIX orders the variables; without any, the system's own where it has one beside them. */
export function systemLocale(env: NodeJS.ProcessEnv): string | undefined {
  return (
    env.LC_ALL ||
    env.LC_MESSAGES ||
    env.LANG ||
    (["win32", "darwin"].includes(process.platform) ? Intl.DateTimeFormat().resolvedOptions().locale : undefined)
  );
}

/** Where a file that is named relative to another's folder may be, by its spellings; nowhere if it is not named so. */
function pathsBeside(path: string, file: string): readonly string[] {
  return isRelative(file) ? spellingsOf(file).map((one) => join(dirname(path), one)) : [];
}

/** As missingBeside, at once: whoever has nothing else to do meanwhile need not wait for so small an answer. */
export function missingBesideNow(path: string, files: readonly string[]): ReadonlySet<string> {
  const isThere = (file: string) => pathsBeside(path, file).some((one) => existsSync(one));
  return new Set(files.filter((file) => !isThere(file)));
}

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
