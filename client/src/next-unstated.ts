import { commands, window } from "vscode";
import { type BaseLanguageClient, ExecuteCommandRequest } from "vscode-languageclient";

/** The server's command: it brings the cursor there, and says whether there was anything left to state. */
const GO_TO_NEXT_UNSTATED = "vendorProfile.goToNextUnstated";

/** Takes the cursor to the next fact that nobody stated, and offers what may stand there. */
export async function goToNextUnstated(client: BaseLanguageClient): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const { code2ProtocolConverter: convert } = client;
  const where = [convert.asUri(editor.document.uri), convert.asPosition(editor.selection.active)];
  const found = await client.sendRequest(ExecuteCommandRequest.type, { command: GO_TO_NEXT_UNSTATED, arguments: where });
  if (found === true) await commands.executeCommand("editor.action.triggerSuggest");
}
