import { commands, l10n, languages, Selection, TextEditorRevealType, type Uri, window, workspace } from "vscode";
import { isProfileRequest, type ProfileText } from "../../../protocol/requests.ts";
import { mainColumn } from "./column.ts";
import type { ViewContext } from "./context.ts";
import { saveAs } from "./save.ts";

/** Asks where to save a profile, saves it, and opens it at its first fact. Returns undefined if it was not saved. */
export async function saveProfile(
  views: ViewContext,
  { name, text, position }: ProfileText,
  folder?: Uri,
): Promise<Uri | undefined> {
  const uri = await saveAs({ name, content: new TextEncoder().encode(text), folder, filters: { YAML: ["yaml", "yml"] } });
  if (!uri) return undefined;
  const document = await workspace.openTextDocument(uri);
  const editor = await window.showTextDocument(document, { viewColumn: mainColumn(), preview: false });
  if (document.languageId !== views.language && !(await isNamed(views, uri))) {
    await languages.setTextDocumentLanguage(document, views.language);
    void window.showWarningMessage(
      l10n.t("A folder's profiles do not include files of this name. Use a name that ends in .vendor.yaml."),
    );
  }
  if (position) {
    const at = views.client.protocol2CodeConverter.asPosition(position);
    editor.selection = new Selection(at, at);
    // leave room for the comment above the fact
    editor.revealRange(editor.selection, TextEditorRevealType.InCenter);
    await commands.executeCommand("editor.action.triggerSuggest");
  }
  return uri;
}

/** Whether a configuration names the file as a profile. */
function isNamed({ request, client }: ViewContext, uri: Uri): Promise<boolean> {
  return request(isProfileRequest, { uri: client.code2ProtocolConverter.asUri(uri) });
}
