/** Tests every feature from a client's side, with a server process. Other tests cover the answers in detail. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type ApplyWorkspaceEditParams,
  CancellationTokenSource,
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeLensRequest,
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  CompletionResolveRequest,
  DefinitionRequest,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  ExecuteCommandRequest,
  FileChangeType,
  FoldingRangeRequest,
  type Hover,
  HoverRequest,
  InlayHintRequest,
  InsertTextFormat,
  LogMessageNotification,
  type MarkupContent,
  type Position,
  PrepareRenameRequest,
  type Range,
  ReferencesRequest,
  RenameRequest,
  type SelectionRange,
  SelectionRangeRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  type ShowDocumentParams,
  ShowMessageNotification,
  type ShowMessageParams,
  type SnippetTextEdit,
  type SymbolInformation,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
  WorkspaceSymbolRequest,
} from "vscode-languageserver-protocol/node";
import { examples } from "../support/analyze.ts";
import { Client, type ClientOptions, Inbox, killServers, PULL } from "./client.ts";

const FOLDER = "file:///profiles";
const URI = `${FOLDER}/aoba/aoba.vendor.yaml`;
const STANDARD_PAGE = "vendor-profile:/sendai-cloud/ja/standard.md";
const TEXT = `# 確かめるための例
# 架空の会社
profile: 1
vendor:
  name: 株式会社あおば
service:
  name: あおば電子申請
  url: https://aoba.example.jp/
information:
  classification: I
contract:
  governingLaw: US
authentication:
  provider: &kanri
    factors: [knowledge]
  customer: *kanri
encryption:
  atRest:
    - store: 業務データベース
      role: primery
      cipher: AES-256-GCM
assessment:
  "1":
    evidence:
      - title: 規約
        file: ../shared/規約.pdf
      - title: 規程
        file: ../../規程.pdf
`;

/** A client that supports everything, like an editor. */
const EDITOR: ClientCapabilities = {
  textDocument: {
    ...PULL.textDocument,
    hover: { contentFormat: ["markdown", "plaintext"] },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown", "plaintext"] } },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["", "quickfix", "source"] } },
      dataSupport: true,
      disabledSupport: true,
      resolveSupport: { properties: ["edit"] },
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    rename: { prepareSupport: true },
    references: { dynamicRegistration: true },
  },
  window: { showDocument: { support: true } },
  workspace: {
    applyEdit: true,
    configuration: true,
    diagnostics: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    textDocumentContent: {},
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
  },
};

/** A client that supports nothing but pulling. */
const PLAIN: ClientCapabilities = { textDocument: { diagnostic: {} } };

const textDocument = { uri: URI };
const START: Position = { line: 0, character: 0 };
/** The start of the last line, of the text and one line more. */
const LAST: Position = { line: TEXT.split("\n").length - 1, character: 0 };
const UNKNOWN_CIPHER = TEXT.replace("AES-256-GCM", "AES-512");
const WHOLE: Range = { start: START, end: { line: 1_000, character: 0 } };

/** The place so many characters into the first of these words. */
function at(search: string, shift = 1, text = TEXT): Position {
  const offset = text.indexOf(search);
  assert.ok(offset >= 0, search);
  const before = text.slice(0, offset + shift).split("\n");
  return { line: before.length - 1, character: (before.at(-1) as string).length };
}

/** The text of a range. */
function textAt({ start, end }: Range, text = TEXT): string {
  const offset = ({ line, character }: Position) =>
    text
      .split("\n")
      .slice(0, line)
      .reduce((sum, { length }) => sum + length + 1, 0) + character;
  return text.slice(offset(start), offset(end));
}

/** The text after edits. Edits at one position apply in the given order. */
function applied(edits: readonly TextEdit[], text = TEXT): string {
  const after = (a: Position, b: Position) => b.line - a.line || b.character - a.character;
  return [...edits]
    .sort((a, b) => after(a.range.start, b.range.start))
    .reduce((text, { range, newText }) => {
      const head = textAt({ start: START, end: range.start }, text);
      return head + newText + text.slice(head.length + textAt(range, text).length);
    }, text);
}

function textAfter(action: CodeAction | undefined, text = TEXT): string {
  const changes = Object.values(action?.edit?.changes ?? assert.fail("no changes"));
  return applied(changes.flat(), text);
}

type Started = Awaited<ReturnType<typeof Client.start>>;

/** A client with the text open. */
async function reading(capabilities = EDITOR, options: ClientOptions = {}): Promise<Started> {
  const client = await Client.start({
    capabilities,
    initialize: { workspaceFolders: [{ uri: FOLDER, name: "profiles" }] },
    ...options,
  });
  client.open(URI, TEXT);
  return client;
}

/** Starts one server for all tests of a suite. */
function shared<C extends Client>(start: () => Promise<C>): () => C {
  let client: C | undefined;
  before(async () => {
    client = await start();
  });
  afterEach(() => {
    for (const close of closings.splice(0)) close();
  });
  after(killServers);
  return () => client ?? assert.fail("no client");
}

const closings: (() => void)[] = [];

/** Opens another document until the test ends; returns its identifier. */
function opened(client: Client, text: string): { uri: string } {
  const uri = `${FOLDER}/${closings.length}.vendor.yaml`;
  client.open(uri, text);
  closings.push(() => client.close(uri));
  return { uri };
}

async function hover(client: Client, position: Position): Promise<Hover & { contents: MarkupContent }> {
  const result = await client.request(HoverRequest.type, { textDocument, position });
  assert.ok(result && typeof result.contents === "object" && "kind" in result.contents);
  return { ...result, contents: result.contents };
}

async function complete(client: Client, position: Position, textDocument = { uri: URI }): Promise<CompletionItem[]> {
  const list = (await client.request(CompletionRequest.type, { textDocument, position })) as CompletionList;
  assert.equal(list.isIncomplete, false);
  return list.items;
}

/** The code actions for the first diagnostic with a code. */
async function quickFixes(client: Client, code: string, textDocument = { uri: URI }): Promise<CodeAction[]> {
  const diagnostic = (await client.items(textDocument.uri)).find((item) => item.code === code) ?? assert.fail(code);
  const params = { textDocument, range: diagnostic.range, context: { diagnostics: [diagnostic], only: ["quickfix"] } };
  return ((await client.request(CodeActionRequest.type, params)) ?? []) as CodeAction[];
}

/** The source action of a kind, for the whole file. */
async function sourceAction(client: Client, only: string, textDocument = { uri: URI }): Promise<CodeAction | undefined> {
  const params = { textDocument, range: { start: START, end: START }, context: { diagnostics: [], only: [only] } };
  return ((await client.request(CodeActionRequest.type, params)) as CodeAction[] | null)?.[0];
}

const isJapanese = (text: string) => /\p{Script=Hiragana}/u.test(text);

describe("An editor", () => {
  let asked = new Inbox<string>();
  const client = shared(() =>
    reading(EDITOR, {
      configuration: { vendorProfile: { inlayHints: { enabled: true } } },
      answers: {
        "workspace/inlayHint/refresh": () => {
          asked.add("again");
          return null;
        },
      },
    }),
  );

  it("is offered every feature", () => {
    const { completionProvider, codeActionProvider, semanticTokensProvider, ...others } = client().result.capabilities;
    assert.equal(completionProvider?.resolveProvider, true);
    for (const mark of [":", " ", "-", "*", "：", "\u3000"])
      assert.ok(completionProvider?.triggerCharacters?.includes(mark), mark);
    assert.deepEqual(codeActionProvider, {
      codeActionKinds: ["quickfix", "source.fixAll.vendorProfile", "source.sort.vendorProfile"],
      resolveProvider: true,
    });
    assert.ok(semanticTokensProvider && semanticTokensProvider.full === true && semanticTokensProvider.range === true);
    assert.deepEqual(others, {
      textDocumentSync: { openClose: true, change: 2 },
      diagnosticProvider: { identifier: "vendor-profile", interFileDependencies: false, workspaceDiagnostics: true },
      hoverProvider: true,
      codeLensProvider: {},
      inlayHintProvider: true,
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      documentHighlightProvider: true,
      documentLinkProvider: {},
      definitionProvider: true,
      referencesProvider: true,
      renameProvider: { prepareProvider: true },
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      documentOnTypeFormattingProvider: { firstTriggerCharacter: "\n" },
      workspaceSymbolProvider: true,
      executeCommandProvider: { commands: ["vendorProfile.goToNextUnstated"] },
      workspace: {
        workspaceFolders: { supported: true, changeNotifications: true },
        textDocumentContent: { schemes: ["vendor-profile"] },
      },
    });
  });

  it("is offered references from the standard's page, registered after initialization", async () => {
    await client().registrations.first((method) => method === "textDocument/references");
  });

  it("shows hovers in Markdown and in Japanese", async () => {
    const { contents, range } = await hover(client(), at("governingLaw"));
    assert.equal(contents.kind, "markdown");
    assert.match(contents.value, /^\*\*準拠法\*\*/);
    assert.equal(range && textAt(range), "governingLaw");
  });

  describe("completes", () => {
    it("values, those that satisfy the row first, with documentation on request", async () => {
      const [first = assert.fail("nothing")] = await complete(client(), at("US", 0));
      assert.equal(first.label, "JP");
      assert.ok(first.textEdit && "range" in first.textEdit);
      assert.equal(applied([first.textEdit]), TEXT.replace("US", "JP"));
      assert.equal(first.documentation, undefined);
      const { documentation, ...rest } = await client().request(CompletionResolveRequest.type, first);
      assert.deepEqual(rest, first);
      assert.ok(typeof documentation === "object" && documentation.kind === "markdown");
      assert.match(documentation.value, /日本/);
    });

    it("with snippets", async () => {
      const document = opened(client(), `${TEXT}\n`);
      const items = await complete(client(), LAST, document);
      assert.ok(items.some(({ insertTextFormat }) => insertTextFormat === InsertTextFormat.Snippet));
    });

    it("and leaves foreign items unchanged", async () => {
      for (const item of [{ label: "a" }, { label: "a", data: null }, { label: "a", data: { path: ["no", "such"] } }]) {
        assert.deepEqual(await client().request(CompletionResolveRequest.type, item), item);
      }
    });
  });

  describe("offers code actions", () => {
    it("that fix a diagnostic, with their edits", async () => {
      const [action] = await quickFixes(client(), "schema.enum");
      assert.equal(action?.kind, "quickfix");
      assert.deepEqual(
        action?.diagnostics?.map(({ code }) => code),
        ["schema.enum"],
      );
      assert.equal(textAfter(action), TEXT.replace("primery", "primary"));
    });

    it("with snippets, for the document's version", async () => {
      const document = opened(client(), "");
      client().change(document.uri, 2, { text: TEXT });
      const [action] = await quickFixes(client(), "2.unstated", document);
      assert.equal(action?.edit?.changes, undefined);
      const [change] = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
      assert.deepEqual(change?.textDocument, { ...document, version: 2 });
      const [edit] = (change?.edits ?? []) as SnippetTextEdit[];
      assert.equal(edit?.snippet.kind, "snippet");
      assert.match(edit?.snippet.value ?? "", /domesticCourt: \$1/);
    });

    it("that are disabled, with the reason", async () => {
      const [action] = await quickFixes(client(), "schema.cipher", opened(client(), UNKNOWN_CIPHER));
      assert.ok(action?.disabled && isJapanese(action.disabled.reason));
      assert.equal(action.edit, undefined);
    });

    it("that fix the whole file", async () => {
      const wide = TEXT.replace("governingLaw: US", "governingLaw： JP");
      const offered = (await sourceAction(client(), "source.fixAll", opened(client(), wide))) ?? assert.fail();
      assert.deepEqual([offered.kind, offered.edit], ["source.fixAll.vendorProfile", undefined]);
      const taken = await client().request(CodeActionResolveRequest.type, offered);
      assert.equal(textAfter(taken, wide), TEXT.replace("governingLaw: US", "governingLaw: JP"));
    });

    it("that sort the whole file", async () => {
      const offered = (await sourceAction(client(), "source.sort.vendorProfile")) ?? assert.fail();
      assert.deepEqual([offered.kind, offered.edit], ["source.sort.vendorProfile", undefined]);
      const text = textAfter(await client().request(CodeActionResolveRequest.type, offered));
      assert.ok(text.indexOf("encryption:") < text.indexOf("authentication:"));
      assert.deepEqual(text.split("\n").sort(), TEXT.split("\n").sort());
    });

    it("and leaves foreign actions, and those of closed documents, unchanged", async () => {
      for (const action of [{ title: "a" }, { title: "a", data: 1 }, { title: "a", data: { uri: URI } }]) {
        assert.deepEqual(await client().request(CodeActionResolveRequest.type, action), action);
      }
      const document = opened(client(), TEXT);
      const offered = (await sourceAction(client(), "source.sort", document)) ?? assert.fail();
      client().close(document.uri);
      assert.deepEqual(await client().request(CodeActionResolveRequest.type, offered), offered);
    });
  });

  describe("shows next to the text", () => {
    it("a code lens over each profile", async () => {
      const lenses = await client().request(CodeLensRequest.type, { textDocument });
      assert.ok(lenses && lenses.length > 0);
      for (const { range, command } of lenses) assert.equal(textAt(range), "profile", command?.title);
      assert.match(lenses[0]?.command?.title ?? "", /^判定/);
    });

    it("inlay hints after the values that decide rows, in the requested range", async () => {
      const hints = (await client().request(InlayHintRequest.type, { textDocument, range: WHOLE })) ?? [];
      assert.ok(hints.some(({ position, label }) => position.line === at("US").line && String(label).startsWith("← 1 ✗")));
      const range = { start: at("vendor", 0), end: at("service", 0) };
      assert.deepEqual(await client().request(InlayHintRequest.type, { textDocument, range }), []);
    });

    it("no hints if the setting turns them off, and refreshes them when it changes", async () => {
      for (const enabled of [false, true]) {
        asked = new Inbox();
        client().configuration = { vendorProfile: { inlayHints: { enabled } } };
        client().changeSettings(null);
        await asked.first();
        const hints = await client().request(InlayHintRequest.type, { textDocument, range: WHOLE });
        assert.equal((hints ?? []).length > 0, enabled);
      }
    });
  });

  describe("shows a document's structure:", () => {
    it("a tree of symbols", async () => {
      const symbols = (await client().request(DocumentSymbolRequest.type, { textDocument })) as DocumentSymbol[];
      const vendor = symbols.find(({ detail }) => detail === "vendor");
      assert.equal(vendor?.name, "事業者");
      assert.equal(vendor && textAt(vendor.selectionRange), "vendor");
      assert.deepEqual(
        vendor?.children?.map(({ name, detail }) => [name, detail]),
        [["事業者名", "株式会社あおば"]],
      );
    });

    it("folding ranges", async () => {
      const folds = (await client().request(FoldingRangeRequest.type, { textDocument })) ?? [];
      assert.deepEqual(folds[0], { startLine: 0, endLine: 1, kind: "comment" });
      assert.ok(folds.some(({ startLine, endLine }) => startLine === at("vendor").line && endLine === startLine + 1));
    });

    it("selection ranges for each position", async () => {
      const positions = [at("US"), at("primery")];
      const found = (await client().request(SelectionRangeRequest.type, { textDocument, positions })) ?? [];
      const steps = (range: SelectionRange | undefined): string[] => (range ? [textAt(range.range), ...steps(range.parent)] : []);
      assert.deepEqual(steps(found[0]).slice(0, 3), ["US", "governingLaw: US", "contract:\n  governingLaw: US"]);
      assert.equal(steps(found[0]).at(-1), TEXT);
      assert.equal(steps(found[1])[0], "primery");
      assert.equal(found.length, 2);
    });

    it("highlights", async () => {
      const found = (await client().request(DocumentHighlightRequest.type, { textDocument, position: at("*kanri", 2) })) ?? [];
      assert.deepEqual(
        found.map(({ range, kind }) => [textAt(range), range.start.line, kind]),
        [
          ["kanri", at("&kanri").line, 3],
          ["kanri", at("*kanri").line, 2],
        ],
      );
    });

    it("links to pages, and to files inside the workspace folder only", async () => {
      const found = (await client().request(DocumentLinkRequest.type, { textDocument })) ?? [];
      assert.deepEqual(
        found.map(({ range, target }) => [textAt(range), target]),
        [
          ["https://aoba.example.jp/", "https://aoba.example.jp/"],
          ["../shared/規約.pdf", `${FOLDER}/shared/${encodeURIComponent("規約.pdf")}`],
        ],
      );
    });

    it("semantic tokens, of the whole document and of a range", async () => {
      const whole = (await client().request(SemanticTokensRequest.type, { textDocument }))?.data ?? [];
      const { start } = { start: at("contract", 0) };
      const range = { start, end: { line: start.line, character: 8 } };
      const part = (await client().request(SemanticTokensRangeRequest.type, { textDocument, range }))?.data ?? [];
      // The first token is the key of the format's version; in a range, the first key in the range.
      assert.deepEqual(whole.slice(0, 5), [2, 0, 7, 0, 0]);
      assert.deepEqual(part, [start.line, 0, 8, 0, 0]);
      assert.equal(whole.length % 5, 0);
    });
  });

  describe("navigates", () => {
    const context = { includeDeclaration: true };
    const lines = (found: unknown) => (found as { uri: string; range: Range }[]).map(({ uri, range }) => [uri, range.start.line]);

    it("to an anchor's definition and references", async () => {
      const position = at("*kanri", 2);
      const definition = await client().request(DefinitionRequest.type, { textDocument, position });
      assert.deepEqual(lines(definition), [[URI, at("&kanri").line]]);
      const references = await client().request(ReferencesRequest.type, { textDocument, position, context });
      assert.deepEqual(lines(references), [
        [URI, at("&kanri").line],
        [URI, at("*kanri").line],
      ]);
    });

    it("to a row on the standard's page, and back", async () => {
      const found = await client().request(DefinitionRequest.type, { textDocument, position: at("governingLaw") });
      const [heading] = found as { uri: string; range: Range }[];
      assert.equal(heading?.uri, STANDARD_PAGE);
      const page = await client().page(STANDARD_PAGE);
      assert.equal(heading && textAt(heading.range, page ?? ""), "## No1 法律について");
      const places = await client().request(ReferencesRequest.type, {
        textDocument: { uri: STANDARD_PAGE },
        position: heading?.range.start ?? START,
        context,
      });
      assert.deepEqual(lines(places), [
        [STANDARD_PAGE, heading?.range.start.line],
        [URI, at("governingLaw").line],
      ]);
      const fromRow = await client().request(ReferencesRequest.type, { textDocument, position: at('"1"', 1), context });
      assert.deepEqual(fromRow, places);
    });

    it("nowhere from outside the page's rows, or from unknown pages", async () => {
      for (const uri of [STANDARD_PAGE, "vendor-profile:/none"]) {
        const params = { textDocument: { uri }, position: START, context };
        assert.equal(await client().request(ReferencesRequest.type, params), null);
      }
    });

    it("through a rename", async () => {
      const position = at("*kanri", 2);
      const prepared = await client().request(PrepareRenameRequest.type, { textDocument, position });
      assert.ok(prepared && "placeholder" in prepared);
      assert.deepEqual([prepared.placeholder, textAt(prepared.range)], ["kanri", "kanri"]);
      const edit = await client().request(RenameRequest.type, { textDocument, position, newName: "管理" });
      assert.equal(applied(edit?.changes?.[URI] ?? []), TEXT.replaceAll("kanri", "管理"));
    });

    it("to no name elsewhere, where a rename is refused with a message", async () => {
      const position = at("US");
      assert.equal(await client().request(PrepareRenameRequest.type, { textDocument, position }), null);
      const rename = (position: Position, newName: string) =>
        client().request(RenameRequest.type, { textDocument, position, newName });
      await assert.rejects(rename(position, "b"), { code: -32803, message: /アンカー/ });
      await assert.rejects(rename(at("*kanri", 2), "b c"), { code: -32803, message: /b c/ });
    });
  });

  describe("formats", () => {
    const options = { tabSize: 2, insertSpaces: true };
    const text = "profile:   1\nvendor:\n    name:  甲\n";
    let textDocument = { uri: "" };
    beforeEach(() => {
      textDocument = opened(client(), text);
    });

    it("a document", async () => {
      const edits = await client().request(DocumentFormattingRequest.type, { textDocument, options });
      assert.equal(applied(edits ?? [], text), "profile: 1\nvendor:\n  name: 甲\n");
    });

    it("a range, without touching the rest", async () => {
      const range = { start: START, end: { line: 0, character: 3 } };
      const edits = await client().request(DocumentRangeFormattingRequest.type, { textDocument, options, range });
      assert.equal(applied(edits ?? [], text), text.replace("   1", " 1"));
    });

    it("a new line, by indenting it", async () => {
      const typed = "profile: 1\nvendor:\n\n";
      const position = { line: 2, character: 0 };
      const params = { textDocument: opened(client(), typed), options, position, ch: "\n" };
      assert.equal(
        applied((await client().request(DocumentOnTypeFormattingRequest.type, params)) ?? [], typed),
        "profile: 1\nvendor:\n  \n",
      );
      assert.deepEqual(await client().request(DocumentOnTypeFormattingRequest.type, { ...params, ch: "}" }), []);
    });
  });
});

describe("A client with few capabilities", () => {
  const client = shared(() => reading(PLAIN, { initializationOptions: { language: "en" } }));

  it("is offered less", () => {
    const { renameProvider, workspace } = client().result.capabilities;
    assert.deepEqual([renameProvider, workspace?.textDocumentContent], [true, undefined]);
  });

  it("shows hovers as plain text, and English where that is its language", async () => {
    const { contents } = await hover(client(), at("governingLaw"));
    assert.equal(contents.kind, "plaintext");
    assert.match(contents.value, /^Governing law/);
    assert.ok(!contents.value.includes("**") && !isJapanese(contents.value), contents.value);
  });

  it("completes without snippets", async () => {
    const items = await complete(client(), LAST, opened(client(), `${TEXT}\n`));
    assert.ok(items.length > 0);
    for (const { insertTextFormat, textEdit } of items) {
      assert.notEqual(insertTextFormat, InsertTextFormat.Snippet);
      assert.ok(!/\$\d/.test(textEdit?.newText ?? ""), textEdit?.newText);
    }
  });

  it("gets flat symbols", async () => {
    const symbols = (await client().request(DocumentSymbolRequest.type, { textDocument })) as SymbolInformation[];
    const name = symbols.find(({ containerName }) => containerName === "Vendor");
    assert.equal(name?.name, "Vendor name");
    assert.equal(name?.location.uri, URI);
  });

  it("gets no links to pages, which it cannot open", async () => {
    assert.equal(await client().request(DefinitionRequest.type, { textDocument, position: at("governingLaw") }), null);
    const context = { includeDeclaration: true };
    const found = await client().request(ReferencesRequest.type, { textDocument, position: at('"1"', 1), context });
    assert.deepEqual(
      found?.map(({ uri }) => uri),
      [URI],
    );
  });
});

for (const { workspaceEdit, resolveSupport } of [
  { workspaceEdit: { documentChanges: true }, resolveSupport: undefined },
  { workspaceEdit: { snippetEditSupport: true }, resolveSupport: { properties: ["command"] } },
]) {
  describe(`A client that edits by ${Object.keys(workspaceEdit)} alone, and resolves ${resolveSupport?.properties ?? "nothing"}`, () => {
    const codeAction = resolveSupport ? { resolveSupport } : {};
    const workspace = { ...EDITOR.workspace, workspaceEdit };
    const client = shared(() => reading({ textDocument: { ...EDITOR.textDocument, codeAction }, workspace }));

    it("gets no snippets", async () => {
      const [action] = await quickFixes(client(), "2.unstated");
      assert.equal(textAfter(action), TEXT.replace("governingLaw: US\n", "governingLaw: US\n  domesticCourt: \n"));
    });

    it("gets no disabled actions", async () => {
      assert.deepEqual(await quickFixes(client(), "schema.cipher", opened(client(), UNKNOWN_CIPHER)), []);
    });

    it("gets source actions with their edits", async () => {
      const document = opened(client(), TEXT.replace("governingLaw: US", "governingLaw： JP"));
      for (const kind of ["source.fixAll", "source.sort"]) {
        assert.ok((await sourceAction(client(), kind, document))?.edit, kind);
      }
    });
  });
}

describe("The command to the next unstated fact", () => {
  let edits: ApplyWorkspaceEditParams[] = [];
  let shown: ShowDocumentParams[] = [];
  let messages: string[] = [];
  let isApplied = true;
  beforeEach(() => {
    [edits, shown, messages, isApplied] = [[], [], [], true];
  });

  /** A client that records the server's requests. */
  async function doing(capabilities = EDITOR): Promise<Client> {
    const client = await reading(capabilities, {
      answers: {
        "workspace/applyEdit": (params) => {
          edits.push(params as ApplyWorkspaceEditParams);
          return { applied: isApplied };
        },
        "window/showDocument": (params) => {
          shown.push(params as ShowDocumentParams);
          return { success: true };
        },
      },
    });
    client.connection.onNotification(ShowMessageNotification.method, ({ message }: ShowMessageParams) => {
      messages.push(message);
    });
    return client;
  }
  const client = shared(doing);
  const run = (args: unknown[], on = client()): Promise<unknown> =>
    on.request(ExecuteCommandRequest.type, { command: "vendorProfile.goToNextUnstated", arguments: args });

  it("inserts the key and shows its position", async () => {
    assert.equal(await run([URI, at("governingLaw")]), true);
    const [change] = (edits[0]?.edit.documentChanges ?? []) as TextDocumentEdit[];
    assert.deepEqual(change?.textDocument, { uri: URI, version: 1 });
    const text = applied((change?.edits ?? []) as TextEdit[]);
    assert.equal(text, TEXT.replace("governingLaw: US\n", "governingLaw: US\n  domesticCourt: \n"));
    const selection = at("domesticCourt: ", "domesticCourt: ".length, text);
    assert.deepEqual(shown, [{ uri: URI, takeFocus: true, selection: { start: selection, end: selection } }]);
  });

  it("inserts it with the kind of edit that the client supports", async () => {
    const workspace = { ...EDITOR.workspace, workspaceEdit: {} };
    const other = await doing({ ...EDITOR, workspace });
    assert.equal(await run([URI, at("governingLaw")], other), true);
    assert.deepEqual(Object.keys(edits[0]?.edit.changes ?? {}), [URI]);
    assert.equal(edits[0]?.edit.documentChanges, undefined);
  });

  it("shows nothing if the client did not apply the edit", async () => {
    isApplied = false;
    assert.equal(await run([URI, at("governingLaw")]), false);
    assert.deepEqual(shown, []);
  });

  it("ignores unknown commands and arguments", async () => {
    for (const args of [[], [URI], [1, START], [URI, { line: -1 }], ["file:///closed.vendor.yaml", START]]) {
      assert.equal(await run(args), null, JSON.stringify(args));
    }
    assert.equal(await client().request(ExecuteCommandRequest.type, { command: "vendorProfile.noSuch" }), null);
  });

  it("says so if nothing is left to state", async () => {
    const { uri } = opened(client(), examples().find(({ name }) => name === "conforms-at-s")?.text ?? "");
    assert.equal(await run([uri, START]), false);
    assert.equal(messages.length, 1);
    assert.match(messages[0] ?? "", /すべて書かれている/);
    assert.deepEqual(edits, []);
    // And the server goes on, though the client does not answer.
    assert.equal(await run([uri, START]), false);
  });
});

let folder: string;

function makeFolder(): void {
  folder = mkdtempSync(join(tmpdir(), "profiles "));
}

async function clear(): Promise<void> {
  await killServers();
  rmSync(folder, { recursive: true });
}

const WATCHING: ClientCapabilities = {
  ...EDITOR,
  workspace: { ...EDITOR.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
};
const profile = (name: string, law = "JP") =>
  `profile: 1\nvendor: { name: ${name} }\nservice: { name: ${name}サービス }\ninformation: { classification: III }\ncontract: { governingLaw: ${law} }\n`;
const path = (name: string) => join(folder, name);
const uriOf = (name: string) => pathToFileURL(path(name)).href;

async function working(options: ClientOptions = {}): Promise<Client> {
  const client = await Client.start({
    capabilities: WATCHING,
    initialize: { workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "profiles" }] },
    ...options,
  });
  await client.registrations.first((method) => method === "workspace/didChangeWatchedFiles");
  return client;
}

const report = (client: Client, previous: WorkspaceDiagnosticReport = { items: [] }): Promise<WorkspaceDiagnosticReport> => {
  const previousResultIds = previous.items.map(({ uri, resultId = "" }) => ({ uri, value: resultId }));
  return client.request(WorkspaceDiagnosticRequest.type, { previousResultIds });
};
const codes = ({ items }: WorkspaceDiagnosticReport) =>
  Object.fromEntries(
    items.map((item) => [
      decodeURIComponent(item.uri.split("/").at(-1) ?? ""),
      item.kind === "full" ? item.items.map(({ code }) => code) : "unchanged",
    ]),
  );
const notify = (client: Client, name: string, type: FileChangeType) => {
  client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: uriOf(name), type }] });
};
/** Reports a change that invalidates everything. */
const tell = async (client: Client, name: string, type: FileChangeType) => {
  const before = client.refreshes.all.length;
  notify(client, name, type);
  await client.refreshes.first(() => client.refreshes.all.length > before);
};

describe("Across files", () => {
  before(() => {
    makeFolder();
    mkdirSync(path("below"));
    writeFileSync(path("甲.vendor.yaml"), profile("甲", "XX"));
    writeFileSync(path("below/vendor-profile.yml"), profile("Aoba"));
    writeFileSync(path("other.yaml"), "profile: 2\n");
  });
  const client = shared(working);
  after(() => rmSync(folder, { recursive: true }));

  it("diagnostics cover the files on the disk, and are unchanged for previous results", async () => {
    const first = await report(client());
    assert.deepEqual(codes(first), { "甲.vendor.yaml": ["schema.country"], "vendor-profile.yml": [] });
    for (const { version } of first.items) assert.equal(version, null);
    assert.deepEqual(codes(await report(client(), first)), { "甲.vendor.yaml": "unchanged", "vendor-profile.yml": "unchanged" });
  });

  it("diagnostics of an open document follow its current text", async () => {
    const uri = uriOf("甲.vendor.yaml");
    client().open(uri, profile("甲"), 7);
    const opened = await report(client());
    const item = opened.items.find((item) => item.uri === uri);
    assert.ok(item?.kind === "full");
    assert.deepEqual([item.version, item.items], [7, []]);
    client().close(uri);
    const closed = await report(client(), opened);
    assert.deepEqual(codes(closed), { "甲.vendor.yaml": ["schema.country"], "vendor-profile.yml": "unchanged" });
  });

  it("diagnostics can be cancelled", async () => {
    const source = new CancellationTokenSource();
    let stale: Promise<unknown> = Promise.resolve();
    client().together(() => {
      stale = client().request(WorkspaceDiagnosticRequest.type, { previousResultIds: [] }, source.token);
      source.cancel();
    });
    await assert.rejects(stale, { code: -32800 });
  });

  it("symbols are found by name, whatever its width", async () => {
    const found = await client().request(WorkspaceSymbolRequest.type, { query: "ａｏｂａ" });
    assert.deepEqual(
      found?.map(({ name, containerName, location }) => [name, containerName, location.uri]),
      [
        ["Aoba", undefined, uriOf("below/vendor-profile.yml")],
        ["Aobaサービス", "Aoba", uriOf("below/vendor-profile.yml")],
      ],
    );
    assert.deepEqual(await client().request(WorkspaceSymbolRequest.type, { query: "ない名前" }), []);
  });

  it("references include files that are not open", async () => {
    const text = `${profile("乙")}assessment: { "1": { check: ok } }\n`;
    const textDocument = opened(client(), text);
    const params = { textDocument, position: at('"1"', 1, text), context: { includeDeclaration: false } };
    const found = await client().request(ReferencesRequest.type, params);
    assert.deepEqual(
      found?.map(({ uri }) => uri),
      [textDocument.uri, uriOf("below/vendor-profile.yml")],
    );
  });
});

describe("Across files that change", () => {
  beforeEach(makeFolder);
  afterEach(clear);

  it("diagnostics follow files that change, come and go", async () => {
    writeFileSync(path("a.vendor.yaml"), profile("甲", "XX"));
    const client = await working();
    const first = await report(client);
    writeFileSync(path("a.vendor.yaml"), profile("甲"));
    await tell(client, "a.vendor.yaml", FileChangeType.Changed);
    const second = await report(client, first);
    assert.deepEqual(codes(second), { "a.vendor.yaml": [] });
    writeFileSync(path("b.vendor.yaml"), profile("乙", "XX"));
    await tell(client, "b.vendor.yaml", FileChangeType.Created);
    const third = await report(client, second);
    assert.deepEqual(codes(third), { "a.vendor.yaml": "unchanged", "b.vendor.yaml": ["schema.country"] });
    unlinkSync(path("b.vendor.yaml"));
    await tell(client, "b.vendor.yaml", FileChangeType.Deleted);
    assert.deepEqual(codes(await report(client, third)), { "a.vendor.yaml": "unchanged", "b.vendor.yaml": [] });
  });

  it("diagnostics cover only open documents if the setting says so", async () => {
    writeFileSync(path("a.vendor.yaml"), profile("甲", "XX"));
    writeFileSync(path("b.vendor.yaml"), profile("乙", "XX"));
    const vendorProfile = { diagnostics: { scope: "openFiles" } };
    const client = await working({ configuration: { vendorProfile } });
    client.open(uriOf("b.vendor.yaml"), profile("乙", "XX"));
    assert.deepEqual(codes(await report(client)), { "b.vendor.yaml": ["schema.country"] });
    client.configuration = {};
    const before = client.refreshes.all.length;
    client.configuration = { vendorProfile: { diagnostics: { scope: "workspace" } } };
    client.changeSettings(null);
    await client.refreshes.first(() => client.refreshes.all.length > before);
    assert.deepEqual(Object.keys(codes(await report(client))).sort(), ["a.vendor.yaml", "b.vendor.yaml"]);
  });

  it("diagnostics of an open profile are refreshed when its evidence appears", async () => {
    const client = await working();
    const uri = uriOf("a.vendor.yaml");
    client.open(uri, `${profile("甲")}assessment: { "1": { evidence: [{ title: 規約, file: 根拠/規約.pdf }] } }\n`);
    assert.deepEqual(
      (await client.items(uri)).map(({ code }) => code),
      ["evidence.file"],
    );
    mkdirSync(path("根拠"));
    writeFileSync(path("根拠/規約.pdf"), "");
    await tell(client, "根拠", FileChangeType.Created);
    assert.deepEqual(await client.items(uri), []);
  });

  it("diagnostics include profiles in a new folder, though only the folder is reported", async () => {
    const client = await working();
    assert.deepEqual(codes(await report(client)), {});
    mkdirSync(path("部/課"), { recursive: true });
    writeFileSync(path("部/課/a.vendor.yaml"), profile("甲"));
    notify(client, "部", FileChangeType.Created);
    assert.deepEqual(codes(await report(client)), { "a.vendor.yaml": [] });
  });

  it("diagnostics follow the workspace's folders, even if the client refuses requests", async () => {
    for (const name of ["部", "課"]) {
      mkdirSync(path(name));
      writeFileSync(path(`${name}/${name}.vendor.yaml`), profile(name));
    }
    const of = (name: string) => ({ uri: uriOf(name), name });
    const client = await working({
      capabilities: { ...WATCHING, workspace: { ...WATCHING.workspace, workspaceFolders: true } },
      initialize: { workspaceFolders: [of("部")] },
      answers: {
        "workspace/workspaceFolders": () => {
          throw new Error("refused");
        },
      },
    });
    const first = await report(client);
    assert.deepEqual(codes(first), { "部.vendor.yaml": [] });
    const change = async (added: string[], removed: string[]) => {
      const before = client.refreshes.all.length;
      const event = { added: added.map(of), removed: removed.map(of) };
      client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, { event });
      await client.refreshes.first(() => client.refreshes.all.length > before);
      return Object.keys(codes(await report(client)));
    };
    assert.deepEqual(await change(["課"], []), ["部.vendor.yaml", "課.vendor.yaml"]);
    assert.deepEqual(await change([], ["部"]), ["課.vendor.yaml"]);
    assert.equal(await client.stop(), 0);
  });

  it("references from the standard's page wait for the settings", async () => {
    let sendSettings: (settings: unknown[]) => void = () => {};
    const settings = new Promise<unknown[]>((resolve) => {
      sendSettings = resolve;
    });
    const client = await working({ answers: { "workspace/configuration": () => settings } });
    let isAnswered = false;
    const params = { textDocument: { uri: STANDARD_PAGE }, position: START, context: { includeDeclaration: false } };
    const answer = client.request(ReferencesRequest.type, params).then(() => {
      isAnswered = true;
    });
    // The answers to other requests show that the server had time for this one.
    for (let round = 0; round < 5; round++) await client.page(STANDARD_PAGE);
    assert.equal(isAnswered, false);
    sendSettings([null]);
    await answer;
  });

  it("diagnostics of only open documents can be cancelled too", async () => {
    const client = await working({ configuration: { vendorProfile: { diagnostics: { scope: "openFiles" } } } });
    client.open(uriOf("a.vendor.yaml"), profile("甲"));
    await report(client);
    const source = new CancellationTokenSource();
    let stale: Promise<unknown> = Promise.resolve();
    client.together(() => {
      stale = client.request(WorkspaceDiagnosticRequest.type, { previousResultIds: [] }, source.token);
      source.cancel();
    });
    await assert.rejects(stale, { code: -32800 });
  });

  it("diagnostics come in batches to a client that accepts partial results", async () => {
    for (let index = 0; index < 60; index++) writeFileSync(path(`${index}.vendor.yaml`), profile(`${index}`));
    const client = await working();
    const portions: number[] = [];
    const partialResultToken = "portions";
    client.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, partialResultToken, ({ items }) => {
      portions.push(items.length);
    });
    const last = await client.request(WorkspaceDiagnosticRequest.type, { previousResultIds: [], partialResultToken });
    assert.deepEqual([...portions, last.items.length], [50, 10, 0]);
    assert.equal((await report(client)).items.length, 60);
  });
});

describe("Every request", () => {
  const logged = new Inbox<string>();
  const client = shared(async () => {
    const client = await reading();
    client.connection.onNotification(LogMessageNotification.type, ({ message }) => logged.add(message));
    return client;
  });

  /** Every request about a position in a document, by method. */
  function requests(uri: string, position: Position): Record<string, object> {
    const textDocument = { uri };
    const range = { start: position, end: position };
    const options = { tabSize: 2, insertSpaces: true };
    return {
      "textDocument/hover": { textDocument, position },
      "textDocument/completion": { textDocument, position },
      "textDocument/codeAction": { textDocument, range, context: { diagnostics: [] } },
      "textDocument/codeLens": { textDocument },
      "textDocument/inlayHint": { textDocument, range },
      "textDocument/documentSymbol": { textDocument },
      "textDocument/foldingRange": { textDocument },
      "textDocument/selectionRange": { textDocument, positions: [position] },
      "textDocument/documentHighlight": { textDocument, position },
      "textDocument/documentLink": { textDocument },
      "textDocument/semanticTokens/full": { textDocument },
      "textDocument/semanticTokens/range": { textDocument, range },
      "textDocument/definition": { textDocument, position },
      "textDocument/references": { textDocument, position, context: { includeDeclaration: true } },
      "textDocument/prepareRename": { textDocument, position },
      "textDocument/formatting": { textDocument, options },
      "textDocument/rangeFormatting": { textDocument, options, range },
      "textDocument/onTypeFormatting": { textDocument, options, position, ch: "\n" },
      "textDocument/diagnostic": { textDocument },
    };
  }

  it("has an empty answer for a document that is not open", async () => {
    for (const [method, params] of Object.entries(requests("file:///closed.vendor.yaml", START))) {
      const answer: unknown = await client().connection.sendRequest(method, params);
      const nothing = [null, { data: [] }, { kind: "full", items: [] }].map((value) => JSON.stringify(value));
      assert.ok(nothing.includes(JSON.stringify(answer)), `${method}: ${JSON.stringify(answer)}`);
    }
    const rename = { textDocument: { uri: "file:///closed.vendor.yaml" }, position: START, newName: "a" };
    assert.equal(await client().request(RenameRequest.type, rename), null);
  });

  it("has an answer for positions outside of the document", async () => {
    for (const position of [
      { line: 9_999, character: 0 },
      { line: 0, character: 9_999 },
      { line: 2_147_483_647, character: 2_147_483_647 },
    ]) {
      for (const [method, params] of Object.entries(requests(URI, position))) {
        await client().connection.sendRequest(method, params);
      }
    }
    const found = await client().request(SelectionRangeRequest.type, {
      textDocument,
      positions: [{ line: 9_999, character: 3 }],
    });
    assert.equal(found?.length, 1);
    assert.deepEqual(logged.all, []);
  });

  it("can be cancelled", async () => {
    for (const [method, params] of Object.entries(requests(URI, at("US")))) {
      const source = new CancellationTokenSource();
      let stale: Promise<unknown> = Promise.resolve();
      client().together(() => {
        stale = client().connection.sendRequest(method, params, source.token);
        source.cancel();
      });
      await assert.rejects(stale, { code: -32800 }, method);
    }
  });
});
