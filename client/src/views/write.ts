import { l10n, type Uri, workspace } from "vscode";
import { isNode } from "../../../protocol/host.ts";
import { writeInPlace } from "./write-in-place.ts";

/** Writes a file, whole or not at all. */
export async function write(uri: Uri, content: Uint8Array): Promise<void> {
  if (!isNode || uri.scheme !== "file") return writeInPlace(workspace.fs, uri, content);
  // on a full disk, the editor's own writer would leave half a file
  const { isLink, placeBehind } =
    require("../../../server/src/host/node/place.ts") as typeof import("../../../server/src/host/node/place.ts");
  const { writeWhole } =
    require("../../../server/src/host/node/write-whole.ts") as typeof import("../../../server/src/host/node/write-whole.ts");
  const place = await placeBehind(uri.fsPath);
  // the dialog asked whether to replace what is there, and saw nothing
  if (!place.file && (await isLink(uri.fsPath))) throw new Error(l10n.t("This is a link to a file that does not exist."));
  return writeWhole(place, content);
}
