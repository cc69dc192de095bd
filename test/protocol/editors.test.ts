/** Tests every feature with what real editors announce: each is answered, in the form that the editor has. */
import assert from "node:assert/strict";
import {
  type ApplyWorkspaceEditParams,
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeLensRequest,
  type CompletionList,
  CompletionRequest,
  CompletionResolveRequest,
  DefinitionRequest,
  type Diagnostic,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  ExecuteCommandRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  type MarkupContent,
  type Position,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  type SnippetTextEdit,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
  WorkspaceSymbolRequest,
} from "vscode-languageserver-protocol/node";
import { Lines } from "../../server/src/core/yaml/lines.ts";
import { applyEdits } from "../../server/src/language-service/edits/edit.ts";
import { CLIENTS, type ClientKey, type FakeClient } from "../support/clients/clients.ts";
import { Client, killServers } from "./client.ts";

const URI = "file:///profiles/aoba.vendor.yaml";
const TEXT = `profile: 1
vendor:
  name: 株式会社あおば
service:
  name: あおば電子申請
information:
  classification: I
contract:
  governingLaw: US
authentication:
  provider: &kanri
    factors: [knowledge]
  customer: *kanri
encryption:
  inTransit:
    - path: 端末 → SaaS
      protocols: [TLS 1.3]
    
  atRest:
    - store: 業務データベース
      role: primery
      cipher: AES-256-GCM
dataLocation:
  primary: [US]
  overseas:
    classifications: [I]
`;

interface Forms {
  /** Whether findings come with the places that they are about. */
  readonly related: boolean;
  /** Whether findings link to a page of the standard. */
  readonly pages: boolean;
  readonly markup: "markdown" | "plaintext";
  readonly tree: boolean;
  readonly preparesRename: boolean;
  /** Whether edits name the version of the document. */
  readonly versioned: boolean;
  /** Whether the server can have it show a place. */
  readonly showsPlaces: boolean;
}

/** What each editor shows, by its sources. */
const FORMS: Readonly<Record<ClientKey, Forms>> = {
  vscode: form("related pages markdown tree preparesRename versioned showsPlaces"),
  neovim: form("related markdown tree preparesRename showsPlaces"),
  helix: form("markdown preparesRename versioned showsPlaces"),
  eglot: form("markdown tree preparesRename versioned showsPlaces"),
  lsp4ij: form("related markdown tree preparesRename versioned showsPlaces"),
  kate: form("related markdown tree"),
  none: form(""),
};

function form(words: string): Forms {
  const has = (word: string) => words.split(" ").includes(word);
  return {
    related: has("related"),
    pages: has("pages"),
    markup: has("markdown") ? "markdown" : "plaintext",
    tree: has("tree"),
    preparesRename: has("preparesRename"),
    versioned: has("versioned"),
    showsPlaces: has("showsPlaces"),
  };
}

const lines = new Lines(TEXT);
const textDocument = { uri: URI };
const at = (search: string, shift = 1): Position => lines.position(TEXT.indexOf(search) + shift);
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
const options = { tabSize: 2, insertSpaces: true };

/** The document's text after an edit, in whatever form it is; tab stops are left out. */
function textAfter(edit: WorkspaceEdit | undefined, { versioned }: Forms): string {
  const { changes, documentChanges } = edit ?? assert.fail("no edit");
  assert.ok(versioned || documentChanges === undefined);
  const [change] = (documentChanges ?? []) as TextDocumentEdit[];
  const edits = (change?.edits ?? changes?.[URI] ?? []) as (TextEdit | SnippetTextEdit)[];
  return applyEdits(
    TEXT,
    edits.map((edit) => ({
      span: { start: lines.offset(edit.range.start), end: lines.offset(edit.range.end) },
      text: "snippet" in edit ? edit.snippet.value.replace(/\$\d/g, "") : edit.newText,
    })),
  );
}

for (const editor of CLIENTS) {
  const forms = FORMS[editor.key];

  describe(editor.name, () => {
    let client: Awaited<ReturnType<typeof starting>>;
    const edits: ApplyWorkspaceEditParams[] = [];
    const places: unknown[] = [];
    before(async () => {
      client = await starting(editor, edits, places);
      client.open(URI, TEXT);
    });
    after(killServers);

    it("shows every finding with all its parts", async () => {
      const found = await findings(client, editor);
      const codes = new Set(found.map(({ code }) => code));
      for (const code of ["1.unmet", "2.unstated", "schema.enum"]) assert.ok(codes.has(code), code);
      for (const { range, severity, code, source, message, data, codeDescription } of found) {
        assert.ok(range && severity && code && data && message !== "");
        assert.equal(source, "vendor-profile");
        assert.equal(codeDescription !== undefined, forms.pages);
      }
      const about = found.flatMap(({ relatedInformation = [] }) => relatedInformation);
      assert.equal(about.length > 0, forms.related);
      for (const { location, message } of about) assert.ok(location.uri === URI && message !== "");
    });

    it("gets the right document from completion", async () => {
      const position = { line: at("protocols").line + 1, character: 4 };
      const { items } = (await client.request(CompletionRequest.type, { textDocument, position })) as CompletionList;
      const item = items.find(({ label }) => label === "- path …") ?? assert.fail();
      const resolved = await client.request(CompletionResolveRequest.type, item);
      const result = editor.accept(TEXT, resolved, position).replace(/ +$/gm, "");
      assert.equal(result, TEXT.replace("\n    \n", "\n    - path:\n      protocols:\n"));
    });

    it("gets the right document from fixes", async () => {
      for (const [code, from, to] of [
        ["schema.enum", "primery", "primary"],
        ["2.unstated", "governingLaw: US\n", "governingLaw: US\n  domesticCourt: \n"],
      ] as const) {
        const diagnostic = (await findings(client, editor)).find((item) => item.code === code) ?? assert.fail(code);
        const params = { textDocument, range: diagnostic.range, context: { diagnostics: [diagnostic] } };
        const [offered = assert.fail(code)] = ((await client.request(CodeActionRequest.type, params)) ?? []) as CodeAction[];
        const action = offered.edit ? offered : await client.request(CodeActionResolveRequest.type, offered);
        assert.equal(textAfter(action.edit, forms), TEXT.replace(from, to));
      }
    });

    it("is shown texts and symbols in the form that it has", async () => {
      const hover = await client.request(HoverRequest.type, { textDocument, position: at("governingLaw") });
      const { kind } = (hover ?? assert.fail()).contents as MarkupContent;
      assert.equal(kind, forms.markup);
      const [symbol = assert.fail()] = (await client.request(DocumentSymbolRequest.type, { textDocument })) ?? [];
      assert.equal("selectionRange" in symbol, forms.tree);
      const { renameProvider } = client.result.capabilities;
      assert.deepEqual(renameProvider, forms.preparesRename ? { prepareProvider: true } : true);
    });

    it("renames", async () => {
      const edit = await client.request(RenameRequest.type, { textDocument, position: at("*kanri", 2), newName: "b" });
      assert.equal(textAfter(edit ?? undefined, forms), TEXT.replaceAll("kanri", "b"));
    });

    it("steps to the next unstated fact", async () => {
      const call = { command: "vendorProfile.goToNextUnstated", arguments: [URI, at("governingLaw")] };
      assert.equal(await client.request(ExecuteCommandRequest.type, call), true);
      assert.equal(textAfter(edits[0]?.edit, forms), TEXT.replace("governingLaw: US\n", "governingLaw: US\n  domesticCourt: \n"));
      assert.equal(places.length > 0, forms.showsPlaces);
    });

    it("has an answer to every other request", async () => {
      const position = at("*kanri", 2);
      const answers = [
        client.request(PrepareRenameRequest.type, { textDocument, position }),
        client.request(DefinitionRequest.type, { textDocument, position }),
        client.request(ReferencesRequest.type, { textDocument, position, context: { includeDeclaration: true } }),
        client.request(DocumentHighlightRequest.type, { textDocument, position }),
        client.request(CodeLensRequest.type, { textDocument }),
        client.request(InlayHintRequest.type, { textDocument, range: WHOLE }),
        client.request(FoldingRangeRequest.type, { textDocument }),
        client.request(SelectionRangeRequest.type, { textDocument, positions: [position] }),
        client.request(DocumentLinkRequest.type, { textDocument }),
        client.request(SemanticTokensRequest.type, { textDocument }),
        client.request(SemanticTokensRangeRequest.type, { textDocument, range: WHOLE }),
        client.request(DocumentFormattingRequest.type, { textDocument, options }),
        client.request(DocumentRangeFormattingRequest.type, { textDocument, options, range: WHOLE }),
        client.request(DocumentOnTypeFormattingRequest.type, { textDocument, options, position: at("vendor"), ch: "\n" }),
        client.request(WorkspaceSymbolRequest.type, { query: "あおば" }),
      ];
      for (const answer of await Promise.all(answers)) assert.ok(answer !== null);
    });
  });
}

async function starting({ capabilities }: FakeClient, edits: ApplyWorkspaceEditParams[], places: unknown[]) {
  return Client.start({
    capabilities,
    answers: {
      "workspace/applyEdit": (params) => {
        edits.push(params as ApplyWorkspaceEditParams);
        return { applied: true };
      },
      "window/showDocument": (params) => {
        places.push(params);
        return { success: true };
      },
    },
  });
}

/** As the editor gets them: pulled if it can, else published. */
async function findings(client: Client, { capabilities }: FakeClient): Promise<readonly Diagnostic[]> {
  return capabilities.textDocument?.diagnostic ? client.items(URI) : (await client.published.first()).diagnostics;
}
