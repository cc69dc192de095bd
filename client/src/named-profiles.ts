import { Disposable, languages, type TextDocument, workspace } from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";

/** Files that a configuration names as profiles are opened as YAML, and become profiles. */
export function takeNamedProfiles(client: BaseLanguageClient, language: string): Disposable {
  /** Whoever makes one YAML again has chosen so. A document stays the same object until it is closed. */
  const taken = new WeakSet<TextDocument>();

  const take = async (document: TextDocument) => {
    // any other language was chosen by someone
    const isOurs = () => document.languageId === "yaml" && !document.isClosed && !taken.has(document);
    if (client.state !== State.Running || !isOurs() || !workspace.getWorkspaceFolder(document.uri)) return;
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    // a server that stops meanwhile asks again when it is back
    const isNamed = await client.sendRequest<boolean>("vendorProfile/isProfile", { uri }).catch(() => false);
    if (!isNamed || !isOurs()) return;
    taken.add(document);
    await languages.setTextDocumentLanguage(document, language);
  };
  const takeAll = () => {
    for (const document of workspace.textDocuments) void take(document);
  };

  return Disposable.from(
    workspace.onDidOpenTextDocument(take),
    client.onNotification("vendorProfile/filesChanged", takeAll),
    client.onDidChangeState(takeAll),
  );
}
