import type { ClientCapabilities } from "vscode-languageserver";

/** What a client can show and do, as far as answers depend on it. */
export interface EditorCapabilities {
  readonly relatedInformation: boolean;
  /** Whether the client opens documents that the server provides. */
  readonly pages: boolean;
  /** Whether hovers and documentation may be Markdown. */
  readonly markdown: boolean;
  /** Whether completion may leave places to be filled in. */
  readonly snippets: boolean;
  /** Whether edits of code actions may. */
  readonly snippetEdits: boolean;
  /** Whether edits may name the version that they are of. */
  readonly versionedEdits: boolean;
  /** Whether the client can be asked to show a place. */
  readonly showsDocuments: boolean;
  /** Whether code actions may be shown that cannot be taken, with the reason. */
  readonly disabledActions: boolean;
  /** Whether the edits of a code action are asked for once it is chosen. */
  readonly resolvesActions: boolean;
  /** Whether symbols may contain others. */
  readonly symbolTree: boolean;
}

/** What a client's capabilities amount to. */
export function editorCapabilities({ textDocument, window, workspace }: ClientCapabilities): EditorCapabilities {
  const item = textDocument?.completion?.completionItem;
  return {
    relatedInformation: (textDocument?.diagnostic ?? textDocument?.publishDiagnostics)?.relatedInformation === true,
    pages: workspace?.textDocumentContent !== undefined,
    // the first is what the client likes best
    markdown: (textDocument?.hover?.contentFormat ?? item?.documentationFormat)?.[0] === "markdown",
    snippets: item?.snippetSupport === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true && workspace.workspaceEdit.documentChanges === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    showsDocuments: window?.showDocument?.support === true,
    disabledActions: textDocument?.codeAction?.disabledSupport === true,
    resolvesActions: textDocument?.codeAction?.resolveSupport?.properties.includes("edit") === true,
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
  };
}
