import type {
  CancellationToken,
  ClientCapabilities,
  Connection,
  ServerCapabilities,
  TextDocumentIdentifier,
} from "vscode-languageserver";
import type { Bundle } from "../core/analysis/analyze.ts";
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
import type { View } from "../language-service/view.ts";

/** Makes an answer whose faults are logged. */
export type WithErrorLogging = <Asked extends readonly unknown[], T>(
  answer: (...asked: Asked) => T | Promise<T>,
) => (...asked: Asked) => Promise<T>;

/** Answers a request about an open document from its analysis; null where it is not open. Faults are logged. */
export type WithAnalysis = <T>(
  document: TextDocumentIdentifier,
  token: CancellationToken,
  answer: (view: View, version: number) => T | Promise<T>,
) => Promise<T | null>;

/** What answers depend on beside the document. */
export interface LanguageFeatureContext {
  readonly bundle: Bundle;
  readonly told: WithErrorLogging;
  /** How to answer where no document is named. */
  readonly manner: () => Pick<View, "language" | "capabilities">;
  readonly showsHints: () => boolean;
  /** The addresses of the workspace's folders. */
  readonly folders: () => readonly string[];
}

/** What the features about one document can do. */
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

/** Registers the features about one document. */
export function serveLanguageFeatures(
  connection: Connection,
  ask: WithAnalysis,
  { bundle, told, manner, showsHints, folders }: LanguageFeatureContext,
): void {
  connection.onHover(({ textDocument, position }, token) => ask(textDocument, token, (view) => hover(view, position)));

  connection.onCompletion(({ textDocument, position }, token) => ask(textDocument, token, (view) => completion(view, position)));
  connection.onCompletionResolve(told((item) => resolveCompletion(bundle, manner(), item)));

  connection.onCodeAction((params, token) =>
    ask(params.textDocument, token, (view, version) => codeActions(view, params, version)),
  );
  connection.onCodeActionResolve(async (action, token) => {
    const uri = (action.data as { uri?: unknown } | undefined)?.uri;
    if (typeof uri !== "string") return action;
    return (await ask({ uri }, token, (view, version) => resolveCodeAction(view, action, version))) ?? action;
  });

  connection.onCodeLens(({ textDocument }, token) => ask(textDocument, token, codeLenses));
  connection.languages.inlayHint.on(({ textDocument, range }, token) =>
    ask(textDocument, token, (view) => (showsHints() ? inlayHints(view, range) : [])),
  );

  connection.onDocumentSymbol(({ textDocument }, token) => ask(textDocument, token, documentSymbols));
  connection.onFoldingRanges(({ textDocument }, token) => ask(textDocument, token, foldingRanges));
  connection.onSelectionRanges(({ textDocument, positions }, token) =>
    ask(textDocument, token, (view) => selectionRanges(view, positions)),
  );
  connection.onDocumentHighlight(({ textDocument, position }, token) =>
    ask(textDocument, token, (view) => documentHighlights(view, position)),
  );
  connection.onDocumentLinks(({ textDocument }, token) => ask(textDocument, token, (view) => documentLinks(view, folders())));

  const noTokens = { data: [] };
  connection.languages.semanticTokens.on(
    async ({ textDocument }, token) => (await ask(textDocument, token, (view) => semanticTokens(view))) ?? noTokens,
  );
  connection.languages.semanticTokens.onRange(
    async ({ textDocument, range }, token) => (await ask(textDocument, token, (view) => semanticTokens(view, range))) ?? noTokens,
  );

  connection.onDefinition(({ textDocument, position }, token) => ask(textDocument, token, (view) => definition(view, position)));
  connection.onPrepareRename(({ textDocument, position }, token) =>
    ask(textDocument, token, (view) => prepareRename(view, position)),
  );
  connection.onRenameRequest(({ textDocument, position, newName }, token) =>
    ask(textDocument, token, (view) => rename(view, position, newName)),
  );

  connection.onDocumentFormatting(({ textDocument }, token) =>
    ask(textDocument, token, ({ analysis }) => formatting(analysis.source)),
  );
  connection.onDocumentRangeFormatting(({ textDocument, range }, token) =>
    ask(textDocument, token, ({ analysis }) => rangeFormatting(analysis.source, range)),
  );
  connection.onDocumentOnTypeFormatting(({ textDocument, position, ch }, token) =>
    ask(textDocument, token, ({ analysis }) => onTypeFormatting(analysis.source, position, ch)),
  );
}
