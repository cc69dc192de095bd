import { commands, type Disposable, Range, type TextEditor, window } from "vscode";
import { ExecuteCommandRequest } from "vscode-languageclient";
import { goToNextUnstated } from "../../../protocol/requests.ts";
import { allProfiles, chooseProfile, isSameProfile } from "./choose.ts";
import type { ViewContext } from "./context.ts";

/** Moves the cursor to the next unstated fact, and opens its suggestions. */
export function nextUnstated(views: ViewContext): Disposable {
  const { client, command } = views;
  return command("nextUnstated", async () => {
    const editor = await profileEditor(views);
    if (!editor) return;
    const { code2ProtocolConverter: convert } = client;
    const where = [convert.asUri(editor.document.uri), convert.asPosition(editor.selection.active)];
    const found = await client.sendRequest(ExecuteCommandRequest.type, { command: goToNextUnstated, arguments: where });
    if (found === true) await commands.executeCommand("editor.action.triggerSuggest");
  });
}

/** The active editor if it shows a profile; else one with the profile shown in a view, or chosen by the user. */
async function profileEditor(views: ViewContext): Promise<TextEditor | undefined> {
  const active = window.activeTextEditor;
  if (active?.document.languageId === views.language) return active;
  const chosen = await chooseProfile(views, []);
  if (!chosen) return undefined;
  const { protocol2CodeConverter: from } = views.client;
  const { groups } = await allProfiles(views);
  const all = groups.flatMap(({ profiles }) => profiles);
  const item = all.find((one) => isSameProfile(one, chosen));
  const start = from.asPosition(item?.position ?? { line: 0, character: 0 });
  return window.showTextDocument(from.asUri(chosen.uri), { selection: new Range(start, start) });
}
