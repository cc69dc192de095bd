import { type Uri, workspace } from "vscode";
import { isNode } from "../../../protocol/host.ts";
import { writeInPlace } from "./write-in-place.ts";

/** Replaces a file's content atomically. */
export async function write(uri: Uri, content: Uint8Array): Promise<void> {
  if (!isNode || uri.scheme !== "file") return writeInPlace(workspace.fs, uri, content);
  // on a full disk, the editor's own writer would leave half a file
  const { writeWhole } =
    require("../../../server/src/host/node/write-file-atomic.ts") as typeof import("../../../server/src/host/node/write-file-atomic.ts");
  return writeWhole(uri.fsPath, content);
}
