import { stat } from "node:fs/promises";
import { sep } from "node:path";
import { fileURLToPath } from "node:url";
import { systemLocale } from "../../host/node/locale.ts";
import { missingBeside } from "../../host/node/missing-files.ts";
import { readFound } from "../../host/node/read.ts";
import { today } from "../../host/today.ts";
import { NOTHING_FOUND, type Runtime } from "../runtime.ts";

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
