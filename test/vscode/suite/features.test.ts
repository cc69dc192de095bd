import assert from "node:assert/strict";
import {
  type CodeAction,
  type CodeLens,
  type CompletionList,
  commands,
  type Diagnostic,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type InlayHint,
  type Location,
  languages,
  MarkdownString,
  Position,
  Range,
  type SymbolInformation,
  type TextDocument,
  type TextEdit,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import { diagnosticsOf, find, open, when } from "./editor.ts";

const isJapanese = process.env.VENDOR_PROFILE_LOCALE === "ja";

/** The position after the first occurrence of a text. */
function positionAfter(document: TextDocument, text: string): Position {
  const at = document.getText().indexOf(text);
  assert.ok(at >= 0, `${text} is not in ${document.fileName}`);
  return document.positionAt(at + text.length);
}

/** The result of a language feature, from the command that executes its provider. */
function execute<T>(command: string, ...args: unknown[]): Thenable<T> {
  return commands.executeCommand<T>(`vscode.execute${command}`, ...args);
}

/** Opens a text in an editor. */
async function write(content: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument({ language: "vendor-profile", content });
  await window.showTextDocument(document);
  return document;
}

/** Closes the active editor without saving. */
async function discard(): Promise<void> {
  await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
}

describe("language features in the editor", () => {
  it("hovers explain a fact, why it passes, and its risk", async () => {
    const document = await open("class-i-by-alternatives.vendor.yaml");
    await diagnosticsOf(document);
    const hovers = await execute<Hover[]>("HoverProvider", document.uri, positionAfter(document, "twoSt"));
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((part) => (part instanceof MarkdownString ? part.value : String(part)));
    const [whole = ""] = text.filter((part) => part.includes("5-2"));
    assert.match(whole, isJapanese ? /✓ No5-2 2段階認証.*満たす/ : /✓ No\. 5-2 .*met/);
    assert.match(whole, isJapanese ? /基準に記載のリスク: / : /Risk stated in the standard: /);
    assert.match(whole, /\*\*[IⅠ] /);
  });

  it("completion finds a key by its title", async () => {
    const document = await write(
      "profile: 1\nvendor: {name: 甲}\nservice: {name: 乙}\ninformation: {classification: II}\ncontract:\n  \n",
    );
    const position = positionAfter(document, "contract:\n  ");
    const { items } = await execute<CompletionList>("CompletionItemProvider", document.uri, position);
    const item = items.find(({ label }) => (typeof label === "string" ? label : label.label) === "domesticCourt");
    assert.ok(item, "domesticCourt is offered");
    assert.match(item.filterText ?? "", /裁 ?判/);
    await discard();
  });

  it("a quick fix corrects only a notation, and a command goes to the next unstated fact", async () => {
    const document = await write(
      "profile: 1\nvendor: {name: 甲}\nservice: {name: 乙}\ninformation: {classification: II}\ncontract:\n  governingLaw: 日本 # 契約書 第20条\n",
    );
    const isFound = (diagnostics: readonly Diagnostic[]) => find(diagnostics, "schema.country") !== undefined;
    const range = find(await diagnosticsOf(document, isFound), "schema.country")?.range;
    const actions = await execute<CodeAction[]>("CodeActionProvider", document.uri, range, "quickfix");
    const preferred = actions.filter(({ isPreferred }) => isPreferred);
    assert.equal(preferred.length, 1, actions.map(({ title }) => title).join("\n"));
    assert.ok(preferred[0]?.edit && (await workspace.applyEdit(preferred[0].edit)));
    assert.match(document.getText(), /governingLaw: JP # 契約書 第20条\n$/);
    await diagnosticsOf(document, (diagnostics) => !find(diagnostics, "schema.country"));

    await commands.executeCommand("vendorProfile.nextUnstated");
    assert.match(document.getText(), / {2}domesticCourt: \n/);
    const cursor = window.activeTextEditor?.selection.active;
    assert.deepEqual(cursor, positionAfter(document, "domesticCourt: "));
    await commands.executeCommand("hideSuggestWidget");
    await discard();
  });

  it("fix all corrects every notation at once", async () => {
    const document = await write(
      "profile: 1\nvendor: {name: 甲, country: 日本}\nservice: {name: 乙}\ninformation: {classification: Ⅱ}\ncontract:\n  governingLaw: ＪＰ\n",
    );
    await diagnosticsOf(document, (diagnostics) => find(diagnostics, "schema.enum") !== undefined);
    const whole = new Range(new Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
    const [action] = await execute<CodeAction[]>("CodeActionProvider", document.uri, whole, "source.fixAll", 10);
    assert.ok(action?.edit && (await workspace.applyEdit(action.edit)));
    assert.match(document.getText(), /country: JP[\s\S]*classification: II[\s\S]*governingLaw: JP\n/);
    await discard();
  });

  it("code lenses show verdicts, and inlay hints what each fact decides", async () => {
    const document = await open("overseas-without-alternative.vendor.yaml");
    await diagnosticsOf(document);
    const lenses = await execute<CodeLens[]>("CodeLensProvider", document.uri, 10);
    assert.match(
      lenses.map(({ command }) => command?.title).join("\n"),
      isJapanese ? /S: 未達 \d.*Ⅰ: 未達 \d/ : /S: \d unmet.*I: \d unmet/,
    );
    const whole = new Range(new Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
    const hints = await execute<InlayHint[]>("InlayHintProvider", document.uri, whole);
    const law = positionAfter(document, "governingLaw: US");
    const hint = hints.find(({ position }) => position.isEqual(law));
    assert.match(String(hint?.label), isJapanese ? /^← 1 ✗ 米国$/ : /^← 1 ✗ United States$/);
  });

  it("the outline has names, sections fold, and links open", async () => {
    const document = await open("class-i-by-alternatives.vendor.yaml");
    const symbols = await execute<DocumentSymbol[]>("DocumentSymbolProvider", document.uri);
    const stores = symbols.flatMap(({ children }) => children).flatMap(({ children }) => children);
    assert.ok(stores.some(({ name }) => name.includes("相談記録データベース")));
    const folds = await execute<FoldingRange[]>("FoldingRangeProvider", document.uri);
    assert.ok(folds.some(({ start }) => document.lineAt(start).text === "encryption:"));
    const links = await execute<DocumentLink[]>("LinkProvider", document.uri, 10);
    assert.ok(links.some(({ target }) => target?.toString() === "https://keyaki.example.jp/kosodate"));
  });

  it("a fact's definition is its row of the standard, and the row's references are in every profile", async () => {
    const document = await open("overseas-without-alternative.vendor.yaml");
    await diagnosticsOf(document);
    const [row] = await execute<Location[]>("DefinitionProvider", document.uri, positionAfter(document, "governingL"));
    assert.equal(row?.uri.scheme, "vendor-profile");
    const page = await workspace.openTextDocument(row.uri);
    assert.match(page.lineAt(row.range.start.line).text, isJapanese ? /No1 法律について/ : /No\. 1 Applicable law/);
    const places = await execute<Location[]>("ReferenceProvider", row.uri, row.range.start);
    const files = new Set(places.map(({ uri }) => uri.path.split("/").at(-1)));
    assert.ok(files.has("byok.vendor.yaml") && files.has("conforms-at-s.vendor.yaml"), [...files].join(", "));
  });

  it("formatting and sorting keep the content", async () => {
    const document = await write(
      "service: {name: 乙}\n# 事業者\nvendor:\n    name:   甲\nprofile: 1\ninformation: {classification: III}\n",
    );
    const edits = await execute<TextEdit[]>("FormatDocumentProvider", document.uri, { tabSize: 2, insertSpaces: true });
    const edit = new WorkspaceEdit();
    edit.set(document.uri, edits);
    await workspace.applyEdit(edit);
    assert.match(document.getText(), /vendor:\n {2}name: 甲\n/);
    const whole = new Range(new Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
    const [sort] = await execute<CodeAction[]>("CodeActionProvider", document.uri, whole, "source.sort.vendorProfile", 10);
    assert.ok(sort?.edit && (await workspace.applyEdit(sort.edit)));
    assert.equal(
      document.getText(),
      "profile: 1\n# 事業者\nvendor:\n  name: 甲\nservice: {name: 乙}\ninformation: {classification: III}\n",
    );
    await discard();
  });

  it("unopened profiles are judged", async () => {
    const folder = workspace.workspaceFolders?.[0];
    assert.ok(folder);
    const uri = Uri.joinPath(folder.uri, "expired-certificate.vendor.yaml");
    await when(languages.onDidChangeDiagnostics, () => (languages.getDiagnostics(uri).length > 0 ? true : undefined));
    const symbols = await execute<SymbolInformation[]>("WorkspaceSymbolProvider", "まちの声");
    assert.ok(symbols.some(({ name }) => name === "まちの声チャット"));
  });
});
