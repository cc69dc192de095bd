import { Uri, workspace } from "vscode";
import type { ExportParams } from "../../../protocol/requests.ts";
import type { ViewContext } from "./context.ts";
import { type Documents, requestDocuments } from "./export-document.ts";
import { chooseFormat, filtersOf } from "./export-format.ts";
import { tellSaved } from "./export-saved.ts";
import { saveAs } from "./save.ts";

/** Asks for the format and the place, and saves documents there. */
export async function exportDocuments(
  views: ViewContext,
  whats: readonly ExportParams["what"][],
  documents: Documents,
): Promise<void> {
  const choice = await chooseFormat(whats, views.context.globalState);
  const written = choice && (await requestDocuments(views, { ...choice, ...documents }));
  const saved = written && (await saveAs({ ...written, folder: folderOf(documents), filters: filtersOf(choice.format) }));
  if (saved) await tellSaved(saved);
}

/** The default folder for documents: that of the first profile. */
export function folderOf({ profiles: [first] }: Documents): Uri | undefined {
  const uri = first && Uri.parse(first.uri);
  return uri && workspace.fs.isWritableFileSystem(uri.scheme) ? Uri.joinPath(uri, "..") : undefined;
}
