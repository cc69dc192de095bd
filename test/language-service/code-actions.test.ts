/**
 * Tests code actions as a client sees them: the diagnostics they answer, the requested kinds, the form of their edits, and
 * deferred edits.
 */
import assert from "node:assert/strict";
import { type CodeAction, type CodeActionContext, type Diagnostic, SnippetTextEdit, type TextEdit } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { CODE_ACTION_KINDS, codeActions, resolveCodeAction } from "../../server/src/language-service/code-actions.ts";
import { diagnostics } from "../../server/src/language-service/diagnostics.ts";
import type { View } from "../../server/src/language-service/view.ts";
import { atCursor, EVERYTHING, URI, type viewOf } from "../support/view.ts";

const HEAD = "profile: 1\nvendor: {name: 甲}\nservice: {name: 乙}\ninformation: {classification: I}\n";

/** The actions at the cursor, for the diagnostics there as a client would send them. */
function actionsAt(marked: string, context: Partial<CodeActionContext> = {}, options: Parameters<typeof viewOf>[1] = {}) {
  const { view, position } = atCursor(HEAD + marked, options);
  const shown = (JSON.parse(JSON.stringify(diagnostics(view))) as Diagnostic[]).filter(
    ({ range: { start, end } }) =>
      start.line <= position.line &&
      position.line <= end.line &&
      (start.line < position.line || start.character <= position.character) &&
      (position.line < end.line || position.character <= end.character),
  );
  const range = { start: position, end: position };
  return { view, actions: codeActions(view, { range, context: { diagnostics: shown, ...context } }, 7) };
}

const titles = (actions: readonly CodeAction[]) => actions.map(({ title }) => title);
const quickFixes = (actions: readonly CodeAction[]) => actions.filter(({ kind }) => kind === "quickfix");

/** The text after an action, without its tab stops. */
function taken({ analysis, uri }: View, { edit }: CodeAction): string {
  const document = TextDocument.create(uri, "vendor-profile", 1, analysis.source.text);
  const [change] = edit?.documentChanges ?? [];
  const edits = change && "edits" in change ? change.edits : (edit?.changes?.[uri] ?? []);
  const plain = edits.map((edit): TextEdit => {
    if (!SnippetTextEdit.is(edit)) return edit as TextEdit;
    return { range: edit.range, newText: edit.snippet.value.replace(/\\([\\$}])|\$\d+/g, "$1") };
  });
  return TextDocument.applyEdits(document, plain);
}

const COUNTRY = "dataLocation:\n  primary: [<|>日本, 米国]\n  backups: [合衆国]\n";

describe("code actions", () => {
  it("answer each diagnostic in the request with its own fixes", () => {
    const { view, actions } = actionsAt(COUNTRY);
    const fixes = quickFixes(actions);
    assert.deepEqual(titles(fixes), ["「日本」を「JP」に直す", "同じ種類の指摘をすべて直す（2件）"]);
    const [first, all] = fixes as [CodeAction, CodeAction];
    assert.equal(first.isPreferred, true);
    assert.deepEqual(
      first.diagnostics?.map(({ code, data }) => [code, data]),
      [["schema.country", { profile: 0, path: "/dataLocation/primary/0" }]],
    );
    assert.equal(taken(view, first), `${HEAD}dataLocation:\n  primary: [JP, 米国]\n  backups: [合衆国]\n`);
    assert.equal(taken(view, all), `${HEAD}dataLocation:\n  primary: [JP, US]\n  backups: [合衆国]\n`);
    assert.deepEqual(Object.keys(first.edit ?? {}), ["changes"]);
  });

  it("answer the findings at the position if the request has no diagnostics", () => {
    const named = actionsAt(COUNTRY).actions;
    const unnamed = actionsAt(COUNTRY, { diagnostics: [] }).actions;
    assert.deepEqual(JSON.parse(JSON.stringify(unnamed)), JSON.parse(JSON.stringify(named)));
    assert.ok(quickFixes(actionsAt("contract<|>:\n", { diagnostics: [] }).actions).length > 0);
    assert.deepEqual(quickFixes(actionsAt("x-a: <|>1\n", { diagnostics: [] }).actions), []);
  });

  it("answer a client that drops a diagnostic's data, and ignore diagnostics of other servers", () => {
    const { view, position } = atCursor(HEAD + COUNTRY);
    const shown = diagnostics(view).map(({ data: _, ...diagnostic }): Diagnostic => diagnostic);
    const range = { start: position, end: position };
    const own = codeActions(view, { range, context: { diagnostics: shown.slice(0, 99) } });
    assert.ok(titles(own).includes("「米国」を「US」に直す"));
    const others = shown.map((diagnostic) => ({ ...diagnostic, source: "YAML" }));
    assert.deepEqual(quickFixes(codeActions(view, { range, context: { diagnostics: others } })), []);
  });

  it("distinguish two diagnostics of one code and path by their position", () => {
    const text = "contract:\n  x-a: 1\n  governingLaw：JP\n  <|>domesticCourt：designated\n";
    const { view, position } = atCursor(HEAD + text);
    const shown = diagnostics(view).filter(({ code, range }) => code === "yaml.full-width" && range.start.line === position.line);
    assert.equal(shown.length, 1);
    const [fix] = quickFixes(codeActions(view, { range: { start: position, end: position }, context: { diagnostics: shown } }));
    assert.equal(taken(view, fix as CodeAction), HEAD + text.replace("<|>", "").replace("domesticCourt：", "domesticCourt: "));
  });

  it("are of the requested kinds and their sub-kinds", () => {
    const kinds = (only?: string[]) => [...new Set(actionsAt(COUNTRY, only ? { only } : {}).actions.map(({ kind }) => kind))];
    assert.deepEqual(kinds(), CODE_ACTION_KINDS);
    assert.deepEqual(kinds([""]), CODE_ACTION_KINDS);
    assert.deepEqual(kinds(["quickfix"]), ["quickfix"]);
    assert.deepEqual(kinds(["source"]), ["source.fixAll.vendorProfile", "source.sort.vendorProfile"]);
    assert.deepEqual(kinds(["source.fixAll"]), ["source.fixAll.vendorProfile"]);
    assert.deepEqual(kinds(["source.fixAll.vendorProfile"]), ["source.fixAll.vendorProfile"]);
    assert.deepEqual(kinds(["source.fix"]), []);
    assert.deepEqual(kinds(["refactor", "source.sort"]), ["source.sort.vendorProfile"]);
  });

  describe("a refused fix", () => {
    const marked = "contract:\n  governingLaw: 合衆<|>国\n";
    it("is a disabled action with its reason if the client supports that", () => {
      const [action] = quickFixes(actionsAt(marked).actions);
      assert.equal(action?.title, "「合衆国」を正しい書き方に直す");
      assert.match(action?.disabled?.reason ?? "", /正しい値は/);
      assert.equal(action?.edit, undefined);
    });
    it("is left out for other clients", () => {
      const capabilities = { ...EVERYTHING, disabledActions: false };
      assert.deepEqual(quickFixes(actionsAt(marked, {}, { capabilities }).actions), []);
    });
  });

  describe("a value left to write", () => {
    const marked = "encryption:\n  atRest:\n    - store: 業務$DB\n      role: primary\n      ciph<|>er:\n";
    const open = (options?: Parameters<typeof viewOf>[1]) => {
      const { view, actions } = actionsAt(marked, {}, options);
      const action = actions.find(({ title }) => title.startsWith("No4"));
      assert.ok(action, titles(actions).join());
      return { view, action };
    };
    const after = `${HEAD}${marked.replace("<|>", "")}dataLocation:\n  backups: \n`;

    it("is a tab stop, in an edit of this document version", () => {
      const { view, action } = open();
      const [change] = action.edit?.documentChanges ?? [];
      assert.ok(change && "edits" in change);
      assert.deepEqual(change.textDocument, { uri: URI, version: 7 });
      assert.deepEqual(
        change.edits
          .map((edit) => (SnippetTextEdit.is(edit) ? edit.snippet.value : edit))
          .filter((text) => typeof text === "string"),
        ["      cipher:\ndataLocation:\n  backups: $1"],
      );
      assert.equal(taken(view, action), after);
    });

    it("is plain text for a client without snippets", () => {
      const { view, action } = open({ capabilities: { ...EVERYTHING, snippetEdits: false } });
      assert.deepEqual(Object.keys(action.edit ?? {}), ["changes"]);
      assert.equal(taken(view, action), after);
    });

    it("makes the snippet begin at the start of its line, because an editor adds that line's indentation", () => {
      const text = '<|>erasure:\n  atTermination: {method: "$clear\\\\"} # \\}\n';
      const { view, actions } = actionsAt(text, { diagnostics: [] });
      const action = actions.find(({ title }) => title.includes("erasure.atDisposal"));
      const [change] = action?.edit?.documentChanges ?? [];
      const [edit] = change && "edits" in change ? change.edits : [];
      assert.ok(action && edit && SnippetTextEdit.is(edit));
      assert.equal(edit.range.start.character, 0);
      assert.equal(taken(view, action), `${HEAD}${text.replace("<|>", "")}  atDisposal:\n    method: \n`);
    });
  });

  describe("source actions", () => {
    const text = "contract:\n  準拠法：日本 # 第20条\n  domesticCourt: designated\n\nprepared:\n  date: 2026/10/1<|>\n  by: 課\n";

    it("get their edits on resolve: only the lines that change", () => {
      const { view, actions } = actionsAt(text, { only: ["source.fixAll"] });
      const [action] = actions as [CodeAction];
      assert.equal(action.edit, undefined);
      assert.deepEqual(action.data, { uri: URI });
      const resolved = resolveCodeAction(view, JSON.parse(JSON.stringify(action)) as CodeAction, 7);
      assert.deepEqual(
        resolved.edit?.changes?.[URI]?.map(({ range, newText }) => [range.start.line, range.end.line, newText]),
        [
          [5, 6, "  governingLaw: JP # 第20条\n"],
          [9, 10, "  date: 2026-10-01\n"],
        ],
      );
      const sort = resolveCodeAction(view, { title: "", kind: "source.sort.vendorProfile", data: { uri: URI } });
      assert.ok(sort.edit);
    });

    it("change nothing in a file without errors", () => {
      const { view, actions } = actionsAt("contract:<|>\n", { only: ["source.fixAll"] });
      assert.deepEqual(resolveCodeAction(view, actions[0] as CodeAction).edit, { changes: { [URI]: [] } });
    });
  });

  it("are in the view's language", () => {
    const [action] = quickFixes(actionsAt(COUNTRY, {}, { language: "en" }).actions);
    assert.equal(action?.title, "Correct “日本” to “JP”");
  });
});
