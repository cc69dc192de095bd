import type { ClientCapabilities, ServerCapabilities } from "vscode-languageserver";
import { CODE_ACTION_KINDS, codeActions, resolveCodeAction } from "../language-service/code-actions.ts";
import { codeLenses } from "../language-service/code-lens.ts";
import { completion, resolveCompletion, TRIGGER_CHARACTERS } from "../language-service/completion/index.ts";
import { definition } from "../language-service/definition.ts";
import { foldingRanges } from "../language-service/folding.ts";
import { FORMATTED_ON, formatting, onTypeFormatting, rangeFormatting } from "../language-service/formatting.ts";
import { documentHighlights } from "../language-service/highlights.ts";
import { hover } from "../language-service/hover.ts";
import { inlayHints } from "../language-service/inlay-hints.ts";
import { documentLinks } from "../language-service/links.ts";
import { prepareRename, rename } from "../language-service/rename.ts";
import { selectionRanges } from "../language-service/selection.ts";
import { semanticTokens, semanticTokensLegend } from "../language-service/semantic-tokens.ts";
import { documentSymbols } from "../language-service/symbols.ts";
import type { Session, WithAnalysis } from "./session.ts";

export function languageCapabilities({ textDocument }: ClientCapabilities): ServerCapabilities {
  return {
    hoverProvider: true,
    completionProvider: { triggerCharacters: TRIGGER_CHARACTERS, resolveProvider: true },
    codeActionProvider: { codeActionKinds: CODE_ACTION_KINDS, resolveProvider: true },
    codeLensProvider: {},
    inlayHintProvider: true,
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: {},
    semanticTokensProvider: { legend: semanticTokensLegend, full: true, range: true },
    definitionProvider: true,
    renameProvider: textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: FORMATTED_ON },
  };
}

/** Serves requests about one document. */
export function serveLanguageFeatures(session: Session, withAnalysis: WithAnalysis): void {
  const { connection, bundle, workspace, settings, viewOptions, logger } = session;

  connection.onHover(({ textDocument, position }, token) => withAnalysis(textDocument, token, (view) => hover(view, position)));

  connection.onCompletion(({ textDocument, position }, token) =>
    withAnalysis(textDocument, token, (view) => completion(view, position)),
  );
  connection.onCompletionResolve(logger.withErrorLogging((item) => resolveCompletion(bundle, viewOptions(), item)));

  connection.onCodeAction((params, token) =>
    withAnalysis(params.textDocument, token, (view, version) => codeActions(view, params, version)),
  );
  connection.onCodeActionResolve(async (action, token) => {
    const uri = (action.data as { uri?: unknown } | undefined)?.uri;
    if (typeof uri !== "string") return action;
    return (await withAnalysis({ uri }, token, (view, version) => resolveCodeAction(view, action, version))) ?? action;
  });

  connection.onCodeLens(({ textDocument }, token) => withAnalysis(textDocument, token, codeLenses));
  connection.languages.inlayHint.on(({ textDocument, range }, token) =>
    withAnalysis(textDocument, token, (view) => (settings.current.inlayHints ? inlayHints(view, range) : [])),
  );

  connection.onDocumentSymbol(({ textDocument }, token) => withAnalysis(textDocument, token, documentSymbols));
  connection.onFoldingRanges(({ textDocument }, token) => withAnalysis(textDocument, token, foldingRanges));
  connection.onSelectionRanges(({ textDocument, positions }, token) =>
    withAnalysis(textDocument, token, (view) => selectionRanges(view, positions)),
  );
  connection.onDocumentHighlight(({ textDocument, position }, token) =>
    withAnalysis(textDocument, token, (view) => documentHighlights(view, position)),
  );
  connection.onDocumentLinks(({ textDocument }, token) =>
    withAnalysis(textDocument, token, (view) => documentLinks(view, workspace.folders())),
  );

  const noTokens = { data: [] };
  connection.languages.semanticTokens.on(
    async ({ textDocument }, token) => (await withAnalysis(textDocument, token, (view) => semanticTokens(view))) ?? noTokens,
  );
  connection.languages.semanticTokens.onRange(
    async ({ textDocument, range }, token) =>
      (await withAnalysis(textDocument, token, (view) => semanticTokens(view, range))) ?? noTokens,
  );

  connection.onDefinition(({ textDocument, position }, token) =>
    withAnalysis(textDocument, token, (view) => definition(view, position)),
  );
  connection.onPrepareRename(({ textDocument, position }, token) =>
    withAnalysis(textDocument, token, (view) => prepareRename(view, position)),
  );
  connection.onRenameRequest(({ textDocument, position, newName }, token) =>
    withAnalysis(textDocument, token, (view) => rename(view, position, newName)),
  );

  connection.onDocumentFormatting(({ textDocument }, token) =>
    withAnalysis(textDocument, token, ({ analysis }) => formatting(analysis.source)),
  );
  connection.onDocumentRangeFormatting(({ textDocument, range }, token) =>
    withAnalysis(textDocument, token, ({ analysis }) => rangeFormatting(analysis.source, range)),
  );
  connection.onDocumentOnTypeFormatting(({ textDocument, position, ch }, token) =>
    withAnalysis(textDocument, token, ({ analysis }) => onTypeFormatting(analysis.source, position, ch)),
  );
}
