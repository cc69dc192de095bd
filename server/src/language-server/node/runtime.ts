import { stat } from "node:fs/promises";
import { sep } from "node:path";
import { fileURLToPath } from "node:url";
import { textOfName, uriPartOf } from "../../host/node/file-name.ts";
import { systemLocale } from "../../host/node/locale.ts";
import { missingBeside } from "../../host/node/missing-files.ts";
import { readFound } from "../../host/node/read.ts";
import { today } from "../../host/today.ts";
import { NOTHING_FOUND, type Runtime } from "../runtime.ts";

/** The runtime of a Node process: it reads the local disk. */
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
    // Loaded on demand: most sessions without a folder never search.
    const { search } = await import("../../host/node/search.ts");
    // The results keep the client's spelling of the folder.
    const folder = uri.replace(/(?<!\/)\/+$/, "");
    const { paths, unread } = await search(path, candidates);
    const uriOf = (relativePath: string) => [folder, ...relativePath.split("/").map(uriPartOf)].join("/");
    return {
      uris: paths.map(uriOf),
      unread: unread.map(({ path, ...reason }) => ({ uri: path === "" ? uri : normalized(uriOf(path)), ...reason })),
    };
  },
  readProfile: async (uri) => {
    const path = localPath(uri);
    return path === undefined ? { unread: "missing" } : readFound(path);
  },
};

/** The path of a document on the local disk; undefined if its URI has none. */
function localPath(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch (error) {
    return error instanceof URIError ? pathOfBytes(uri) : undefined;
  }
}

/** The path of a URI that escapes bytes which are not UTF-8; undefined on Windows, which has no such names. */
function pathOfBytes(uri: string): string | undefined {
  if (sep === "\\" || !uri.startsWith("file:///") || /%(?:2f|00)/i.test(uri)) return undefined;
  const escaped = Buffer.from(uri.slice("file://".length)).toString("latin1");
  const bytes = escaped.replace(/%([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
  return textOfName(Buffer.from(bytes, "latin1"));
}

/** A URI without the `..` that leads to a .gitignore above a folder. */
function normalized(uri: string): string {
  return uri.includes("/../") ? new URL(uri).href : uri;
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}
