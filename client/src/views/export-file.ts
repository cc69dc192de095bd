import { Uri, workspace } from "vscode";
import type { ExportParams } from "../../../protocol/requests.ts";
import type { Desk } from "./context.ts";
import { type Papers, write } from "./export-document.ts";
import { chooseFormat, filtersOf } from "./export-format.ts";
import { tellSaved } from "./export-saved.ts";
import { saveAs } from "./save.ts";

/** Asks for the format and where to save, and saves papers there. */
export async function exportPapers(desk: Desk, whats: readonly ExportParams["what"][], papers: Papers): Promise<void> {
  const choice = await chooseFormat(whats, desk.context.globalState);
  const written = choice && (await write(desk, { ...choice, ...papers }));
  const saved = written && (await saveAs({ ...written, folder: folderOf(papers), filters: filtersOf(choice.format) }));
  if (saved) await tellSaved(saved);
}

/** Where papers are saved unless the user says otherwise: beside the first profile. */
export function folderOf({ profiles: [first] }: Papers): Uri | undefined {
  const uri = first && Uri.parse(first.uri);
  return uri && workspace.fs.isWritableFileSystem(uri.scheme) ? Uri.joinPath(uri, "..") : undefined;
}
