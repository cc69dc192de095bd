import { isProfileRequest, requests } from "../../../../protocol/requests.ts";
import { count, integer, is, listOf, nullable, object, optional, type ParamsSchema, text, token } from "./params-schema.ts";

const withUri = object({ uri: text });
const textDocument = withUri;
const position = object({ line: count, character: count });
const range = object({ start: position, end: position });
const anyObject = object({});

const progressTokens = { workDoneToken: optional(token), partialResultToken: optional(token) };
const withDocument = object({ ...progressTokens, textDocument });
const withPosition = object({ ...progressTokens, textDocument, position });
const withRange = object({ ...progressTokens, textDocument, range });

const capabilities = object({
  textDocument: nullable(
    object({ codeAction: nullable(object({ resolveSupport: nullable(object({ properties: listOf(text) })) })) }),
  ),
  workspace: nullable(anyObject),
  window: nullable(anyObject),
});
const change = object({ text, range: optional(range), rangeLength: optional(count) });
const base64 = is(
  "base64",
  (value) => typeof value === "string" && value.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(value),
);

/**
 * What the server reads of each method's parameters. Members and methods that are not listed are not read.
 *
 * The schemas say where the parameters are wrong, which a TypeError in a handler could not.
 */
export const PARAMS_SCHEMAS: ReadonlyMap<string, ParamsSchema> = new Map(
  Object.entries({
    initialize: object({
      processId: nullable(integer),
      rootUri: nullable(text),
      locale: nullable(text),
      capabilities,
      workspaceFolders: nullable(listOf(withUri)),
    }),
    "$/cancelRequest": object({ id: token }),
    "$/setTrace": object({ value: text }),
    "$/progress": object({ token }),
    "window/workDoneProgress/cancel": object({ token }),

    "textDocument/didOpen": object({ textDocument: object({ uri: text, version: integer, text }) }),
    "textDocument/didChange": object({ textDocument: object({ uri: text, version: integer }), contentChanges: listOf(change) }),
    "textDocument/didClose": withDocument,
    "textDocument/didSave": withDocument,
    "textDocument/willSave": withDocument,
    "textDocument/willSaveWaitUntil": withDocument,

    "textDocument/diagnostic": withDocument,
    "textDocument/codeLens": withDocument,
    "textDocument/documentLink": withDocument,
    "textDocument/documentSymbol": withDocument,
    "textDocument/foldingRange": withDocument,
    "textDocument/formatting": withDocument,
    "textDocument/semanticTokens/full": withDocument,
    "textDocument/completion": withPosition,
    "textDocument/definition": withPosition,
    "textDocument/documentHighlight": withPosition,
    "textDocument/hover": withPosition,
    "textDocument/prepareRename": withPosition,
    "textDocument/inlayHint": withRange,
    "textDocument/rangeFormatting": withRange,
    "textDocument/semanticTokens/range": withRange,
    "textDocument/codeAction": object({
      ...progressTokens,
      textDocument,
      range,
      context: object({ diagnostics: listOf(object({ range })), only: nullable(listOf(text)) }),
    }),
    "textDocument/onTypeFormatting": object({ textDocument, position, ch: text }),
    "textDocument/references": object({ ...progressTokens, textDocument, position, context: anyObject }),
    "textDocument/rename": object({ ...progressTokens, textDocument, position, newName: text }),
    "textDocument/selectionRange": object({ ...progressTokens, textDocument, positions: listOf(position) }),
    "codeAction/resolve": anyObject,
    "completionItem/resolve": anyObject,

    "workspace/diagnostic": object({ ...progressTokens, previousResultIds: listOf(object({ uri: text, value: text })) }),
    "workspace/didChangeConfiguration": anyObject,
    "workspace/didChangeWatchedFiles": object({ changes: listOf(object({ uri: text, type: integer })) }),
    "workspace/didChangeWorkspaceFolders": object({ event: object({ added: listOf(withUri), removed: listOf(withUri) }) }),
    "workspace/executeCommand": object({ ...progressTokens, command: text, arguments: optional(listOf(() => undefined)) }),
    "workspace/symbol": object({ ...progressTokens, query: text }),
    "workspace/textDocumentContent": withUri,

    [isProfileRequest]: withUri,
    [requests.profiles]: object({
      known: nullable(text),
      filter: optional(object({ verdicts: listOf(text), classifications: listOf(nullable(text)) })),
    }),
    [requests.checklist]: withUri,
    [requests.comparison]: object({ profiles: listOf(withUri) }),
    [requests.exported]: object({ what: text, profiles: listOf(withUri), format: text }),
    [requests.newProfile]: object({ classification: text, vendor: text, service: text }),
    [requests.importForm]: object({ name: text, content: base64 }),
    [requests.form]: object({ profile: nullable(withUri), classification: nullable(text) }),
    [requests.evaluation]: withUri,
    [requests.requirement]: object({ word: text }),
  }),
);
