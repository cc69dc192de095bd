import { type ClientCapabilities, type CompletionClientCapabilities, InsertTextMode } from "vscode-languageserver";

/**
 * How a client indents the further lines of a completion item: as the item says; always like the line of the cursor; or in a way of
 * its own.
 */
export type Indentation = "asTold" | "adjusted" | "unknown";

/** The client capabilities that answers depend on. */
export interface EditorCapabilities {
  readonly relatedInformation: boolean;
  /** Whether the client opens documents that the server provides (text document content). */
  readonly pages: boolean;
  /** Whether hovers and documentation may be Markdown. */
  readonly markdown: boolean;
  /** Whether completion items may be snippets. */
  readonly snippets: boolean;
  readonly indentation: Indentation;
  /** The modes that a completion item may name. */
  readonly insertTextModes: readonly InsertTextMode[];
  /** Whether the edits of code actions may be snippets. */
  readonly snippetEdits: boolean;
  /** Whether edits may state a document version. */
  readonly versionedEdits: boolean;
  /** Whether the server may ask the client to show a location. */
  readonly showsDocuments: boolean;
  /** Whether the client shows disabled code actions with their reason. */
  readonly disabledActions: boolean;
  /** Whether the client requests the edits of a code action only when the user selects it. */
  readonly resolvesActions: boolean;
  /** Whether symbols may be nested. */
  readonly symbolTree: boolean;
}

/** Reads the capabilities from the `initialize` request. */
export function editorCapabilities({ textDocument, window, workspace }: ClientCapabilities): EditorCapabilities {
  const item = textDocument?.completion?.completionItem;
  return {
    // LSP 3.17 has it below publishDiagnostics only, whichever way the diagnostics go
    relatedInformation:
      (textDocument?.diagnostic?.relatedInformation ?? textDocument?.publishDiagnostics?.relatedInformation) === true,
    pages: workspace?.textDocumentContent !== undefined,
    // the first format is the preferred one
    markdown: (textDocument?.hover?.contentFormat ?? item?.documentationFormat)?.[0] === "markdown",
    snippets: item?.snippetSupport === true,
    indentation: indentationOf(textDocument?.completion),
    insertTextModes: modesOf(textDocument?.completion),
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true && workspace.workspaceEdit.documentChanges === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    showsDocuments: window?.showDocument?.support === true,
    disabledActions: textDocument?.codeAction?.disabledSupport === true,
    resolvesActions: textDocument?.codeAction?.resolveSupport?.properties.includes("edit") === true,
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
  };
}

/** Which modes a client names does not tell what it does: some name both and indent in a way of their own. One tells its default too. */
function indentationOf(completion: CompletionClientCapabilities | undefined): Indentation {
  const modes = modesOf(completion);
  const { insertTextMode: usual, completionList } = completion ?? {};
  const isAdjusting = usual === InsertTextMode.adjustIndentation;
  if (modes.includes(InsertTextMode.asIs)) return isAdjusting ? "asTold" : "unknown";
  if (isAdjusting || modes.includes(InsertTextMode.adjustIndentation)) return "adjusted";
  // Neovim names the property but no mode
  const isMentioned = completionList?.itemDefaults?.includes("insertTextMode") === true;
  return isMentioned && usual === undefined ? "adjusted" : "unknown";
}

function modesOf(completion: CompletionClientCapabilities | undefined): readonly InsertTextMode[] {
  return completion?.completionItem?.insertTextModeSupport?.valueSet ?? [];
}
