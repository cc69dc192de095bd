import { commands, l10n, languages, Selection, TextEditorRevealType, type Uri, window, workspace } from "vscode";
import type { ProfileText } from "../../../protocol/requests.ts";
import { mainColumn } from "./column.ts";
import type { ViewContext } from "./context.ts";
import { saveAs } from "./save.ts";

/** Asks where to save a profile, saves it, and opens it where its first fact is to be stated. Undefined where it was not saved. */
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
      l10n.t("By this name, the file is not found among the profiles of a folder. Name it so that it ends in .vendor.yaml."),
    );
  }
  if (position) {
    const at = views.client.protocol2CodeConverter.asPosition(position);
    editor.selection = new Selection(at, at);
    // what explains the fact stands above it
    editor.revealRange(editor.selection, TextEditorRevealType.InCenter);
    await commands.executeCommand("editor.action.triggerSuggest");
  }
  return uri;
}

/** Whether a configuration says that it is a profile. */
function isNamed({ ask, client }: ViewContext, uri: Uri): Promise<boolean> {
  return ask("vendorProfile/isProfile", { uri: client.code2ProtocolConverter.asUri(uri) });
}
