import { env, l10n, Uri, window, workspace } from "vscode";
import type { ExportParams } from "../../../protocol/requests.ts";
import type { ViewContext } from "./context.ts";
import { type Documents, requestDocuments } from "./export-document.ts";
import { folderOf } from "./export-file.ts";
import { filtersOf } from "./export-format.ts";
import { opensOutside } from "./export-saved.ts";
import { saveAs } from "./save.ts";

/** Opens documents in the browser for printing; saves them if no browser can be reached. */
export async function printDocuments(views: ViewContext, what: ExportParams["what"], documents: Documents): Promise<void> {
  const written = await requestDocuments(views, { what, format: "html", ...documents });
  if (!written) return;
  const folder = Uri.joinPath(views.context.globalStorageUri, "print");
  if (opensOutside(folder)) {
    // delete what was printed before
    await workspace.fs.delete(folder, { recursive: true }).then(undefined, () => undefined);
    const file = Uri.joinPath(folder, written.name);
    await workspace.fs.writeFile(file, written.content);
    if (await env.openExternal(file)) return;
  }
  const saved = await saveAs({ ...written, folder: folderOf(documents), filters: filtersOf("html") });
  if (saved) void window.showInformationMessage(l10n.t("To print, open the saved file in a browser and print it from there."));
}
