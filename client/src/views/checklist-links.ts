import { commands, env, Uri, type WebviewPanel, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { Checklist } from "../../../protocol/requests.ts";
import { columnBeside } from "./column.ts";

type Converter = BaseLanguageClient["protocol2CodeConverter"];

/** Goes to the facts of a row: to one of their ranges, or to the row's target. */
export async function goTo(
  { no, place }: { readonly no: string; readonly place: number | null },
  { uri, rows }: Checklist,
  panel: WebviewPanel,
  from: Converter,
): Promise<void> {
  const row = rows.find((row) => row.no === no);
  const range = place === null ? row?.target : row?.places[place];
  if (!range) return;
  const target = from.asUri(uri);
  await window.showTextDocument(target, { viewColumn: columnBeside(panel, target), selection: from.asRange(range) });
}

/** Opens a piece of evidence, if the checklist shows it. */
export async function openEvidence(href: string, { uri, rows }: Checklist, panel: WebviewPanel, from: Converter): Promise<void> {
  if (!rows.some(({ evidence }) => evidence.some((line) => line.href === href))) return;
  if (/^https?:/i.test(href)) {
    // the editor asks before it opens a web page
    await env.openExternal(Uri.parse(href, true));
    return;
  }
  const file = from.asUri(href);
  if (file.scheme !== from.asUri(uri).scheme) return;
  await commands.executeCommand("vscode.open", file, { viewColumn: columnBeside(panel, file) });
}
