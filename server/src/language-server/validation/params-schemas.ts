import { requests } from "../../../../protocol/requests.ts";
import { count, integer, is, listOf, nullable, object, optional, type ParamsSchema, text, token } from "./params-schema.ts";

const address = object({ uri: text });
const textDocument = address;
const position = object({ line: count, character: count });
const range = object({ start: position, end: position });
const anything = object({});

const asked = { workDoneToken: optional(token), partialResultToken: optional(token) };
const document = object({ ...asked, textDocument });
const place = object({ ...asked, textDocument, position });
const stretch = object({ ...asked, textDocument, range });

const capabilities = object({
  textDocument: nullable(
    object({ codeAction: nullable(object({ resolveSupport: nullable(object({ properties: listOf(text) })) })) }),
  ),
  workspace: nullable(anything),
  window: nullable(anything),
});
const change = object({ text, range: optional(range), rangeLength: optional(count) });
const base64 = is(
  "base64",
  (value) => typeof value === "string" && value.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(value),
);

/** What the server reads of the parameters of each method; of others, and of what is not named here, nothing. */
export const PARAMS_SCHEMAS: ReadonlyMap<string, ParamsSchema> = new Map(
  Object.entries({
    initialize: object({
      processId: nullable(integer),
      rootUri: nullable(text),
      locale: nullable(text),
      capabilities,
      workspaceFolders: nullable(listOf(address)),
    }),
    "$/cancelRequest": object({ id: token }),
    "$/setTrace": object({ value: text }),
    "$/progress": object({ token }),
    "window/workDoneProgress/cancel": object({ token }),

    "textDocument/didOpen": object({ textDocument: object({ uri: text, version: integer, text }) }),
    "textDocument/didChange": object({ textDocument: object({ uri: text, version: integer }), contentChanges: listOf(change) }),
    "textDocument/didClose": document,
    "textDocument/didSave": document,
    "textDocument/willSave": document,
    "textDocument/willSaveWaitUntil": document,

    "textDocument/diagnostic": document,
    "textDocument/codeLens": document,
    "textDocument/documentLink": document,
    "textDocument/documentSymbol": document,
    "textDocument/foldingRange": document,
    "textDocument/formatting": document,
    "textDocument/semanticTokens/full": document,
    "textDocument/completion": place,
    "textDocument/definition": place,
    "textDocument/documentHighlight": place,
    "textDocument/hover": place,
    "textDocument/prepareRename": place,
    "textDocument/inlayHint": stretch,
    "textDocument/rangeFormatting": stretch,
    "textDocument/semanticTokens/range": stretch,
    "textDocument/codeAction": object({
      ...asked,
      textDocument,
      range,
      context: object({ diagnostics: listOf(object({ range })), only: nullable(listOf(text)) }),
    }),
    "textDocument/onTypeFormatting": object({ textDocument, position, ch: text }),
    "textDocument/references": object({ ...asked, textDocument, position, context: anything }),
    "textDocument/rename": object({ ...asked, textDocument, position, newName: text }),
    "textDocument/selectionRange": object({ ...asked, textDocument, positions: listOf(position) }),
    "codeAction/resolve": anything,
    "completionItem/resolve": anything,

    "workspace/diagnostic": object({ ...asked, previousResultIds: listOf(object({ uri: text, value: text })) }),
    "workspace/didChangeConfiguration": anything,
    "workspace/didChangeWatchedFiles": object({ changes: listOf(object({ uri: text, type: integer })) }),
    "workspace/didChangeWorkspaceFolders": object({ event: object({ added: listOf(address), removed: listOf(address) }) }),
    "workspace/executeCommand": object({ ...asked, command: text, arguments: optional(listOf(() => undefined)) }),
    "workspace/symbol": object({ ...asked, query: text }),
    "workspace/textDocumentContent": address,

    "vendorProfile/isProfile": address,
    [requests.profiles]: object({
      known: nullable(text),
      filter: optional(object({ verdicts: listOf(text), classifications: listOf(nullable(text)) })),
    }),
    [requests.checklist]: address,
    [requests.comparison]: object({ profiles: listOf(address) }),
    [requests.exported]: object({ what: text, profiles: listOf(address), format: text }),
    [requests.newProfile]: object({ classification: text, vendor: text, service: text }),
    [requests.importForm]: object({ name: text, content: base64 }),
    [requests.form]: object({ profile: nullable(address), classification: nullable(text) }),
    [requests.evaluation]: address,
    [requests.requirement]: object({ word: text }),
  }),
);
