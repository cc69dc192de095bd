import { type Uri, workspace } from "vscode";
import { isNode } from "../../../protocol/host.ts";
import { writeInPlace } from "./write-in-place.ts";

/** Puts a content in the place of a file's, whole or not at all. */
export async function write(uri: Uri, content: Uint8Array): Promise<void> {
  if (!isNode || uri.scheme !== "file") return writeInPlace(workspace.fs, uri, content);
  // of this machine's files the editor's own way would leave half behind on a full disk
  const { writeWhole } =
    require("../../../server/src/host/node/write-file-atomic.ts") as typeof import("../../../server/src/host/node/write-file-atomic.ts");
  return writeWhole(uri.fsPath, content);
}
