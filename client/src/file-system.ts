import { Disposable, FileSystemError, FileType, RelativePattern, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { base64Of } from "../../protocol/base64.ts";
import {
  type FindAnswer,
  type FindParams,
  fileRequests,
  isRelative,
  MAX_MEBIBYTES,
  type MissingAnswer,
  type MissingParams,
  type ReadAnswer,
  type ReadParams,
  spellingsOf,
} from "../../protocol/file-system.ts";

/** Answers the server's requests about files that it cannot read itself. */
export function serveFiles(client: BaseLanguageClient): Disposable {
  const { protocol2CodeConverter: from, code2ProtocolConverter: to } = client;
  return Disposable.from(
    client.onRequest<ReadAnswer, void>(fileRequests.read, ({ uri }: ReadParams) => read(from.asUri(uri))),
    client.onRequest(fileRequests.find, async ({ folder, globs, hidden }: FindParams): Promise<FindAnswer> => {
      const found = await find(from.asUri(folder), globs, hidden);
      return { uris: found.map((uri) => to.asUri(uri)) };
    }),
    client.onRequest(fileRequests.missing, async ({ uri, files }: MissingParams): Promise<MissingAnswer> => {
      return { missing: await missingBeside(from.asUri(uri), files) };
    }),
  );
}

async function read(uri: Uri): Promise<ReadAnswer> {
  try {
    // check the size first: nothing larger than a profile is transferred
    const { size } = await workspace.fs.stat(uri);
    if (size > MAX_MEBIBYTES * 1024 * 1024) return { error: "tooLarge" };
    return { content: base64Of(await workspace.fs.readFile(uri)) };
  } catch (error) {
    return { error: isMissing(error) ? "missing" : error instanceof FileSystemError ? error.code : String(error) };
  }
}

async function find(folder: Uri, globs: readonly string[], hidden: boolean): Promise<Uri[]> {
  if (!(await isFolder(folder))) return [];
  const searches = joined(globs).map((glob) => workspace.findFiles(new RelativePattern(folder, glob), LEFT_OUT));
  const found = new Map((await Promise.all(searches)).flat().map((uri) => [uri.toString(), uri]));
  const within = folder.path.replace(/(?<!\/)\/*$/, "/").length;
  return [...found.values()].filter(({ path }) => hidden || !/(?:^|\/)\./.test(path.slice(within)));
}

const LEFT_OUT = "**/{node_modules,.git}/**";

/** Merges globs, because each costs a search. Globs with braces stay apart: braces cannot be nested. */
function joined(globs: readonly string[]): string[] {
  const plain = globs.filter((glob) => !glob.includes("{"));
  const others = globs.filter((glob) => glob.includes("{"));
  return plain.length > 1 ? [`{${plain.join(",")}}`, ...others] : [...plain, ...others];
}

async function missingBeside(uri: Uri, files: readonly string[]): Promise<string[]> {
  // an untitled document has no folder, and a URI with a query is not identified by its path
  if (workspace.fs.isWritableFileSystem(uri.scheme) === undefined || uri.query) return [];
  const isAway = async (file: string) => {
    if (!isRelative(file)) return true;
    const gone = await Promise.all(spellingsOf(file).map((one) => isGone(Uri.joinPath(uri, "..", one))));
    return !gone.includes(false);
  };
  const missing = await Promise.all(files.map(isAway));
  return files.filter((_, index) => missing[index]);
}

/** Whether a file is known to be missing. */
function isGone(uri: Uri): Promise<boolean> {
  return Promise.resolve(workspace.fs.stat(uri)).then(() => false, isMissing);
}

async function isFolder(uri: Uri): Promise<boolean> {
  try {
    const { type } = await workspace.fs.stat(uri);
    return (type & FileType.Directory) !== 0;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof FileSystemError && ["FileNotFound", "FileNotADirectory"].includes(error.code);
}
