import { Disposable, languages, type TextDocument, workspace } from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { filesChanged, isProfileRequest } from "../../protocol/requests.ts";

/** Gives files that a configuration names as profiles the language id of profiles; they open as YAML. */
export function takeNamedProfiles(client: BaseLanguageClient, language: string): Disposable {
  /** Documents already changed once: if the user sets one back to YAML, it stays so until it is closed. */
  const taken = new WeakSet<TextDocument>();

  const take = async (document: TextDocument) => {
    // the user chose any other language
    const isOurs = () => document.languageId === "yaml" && !document.isClosed && !taken.has(document);
    if (client.state !== State.Running || !isOurs() || !workspace.getWorkspaceFolder(document.uri)) return;
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    // asked again once the server is back
    const isNamed = await client.sendRequest<boolean>(isProfileRequest, { uri }).catch(() => false);
    if (!isNamed || !isOurs()) return;
    taken.add(document);
    await languages.setTextDocumentLanguage(document, language);
  };
  const takeAll = () => {
    for (const document of workspace.textDocuments) void take(document);
  };

  return Disposable.from(
    workspace.onDidOpenTextDocument(take),
    client.onNotification(filesChanged, takeAll),
    client.onDidChangeState(takeAll),
  );
}
