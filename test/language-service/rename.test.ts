/** Tests renaming of anchors: all aliases change with them, nothing else does, and invalid names are refused. */
import assert from "node:assert/strict";
import { LSPErrorCodes, ResponseError } from "vscode-languageserver";
import { plain } from "../../server/src/core/yaml/node.ts";
import { parseSource } from "../../server/src/core/yaml/parse.ts";
import { applyEdits } from "../../server/src/language-service/edits/edit.ts";
import { prepareRename, rename } from "../../server/src/language-service/rename.ts";
import { atCursor, CURSOR, URI } from "../support/view.ts";

const TEXT = `profile: 1
vendor: { name: 株式会社あおば }
x-認証: &共通 { factors: [knowledge, possession], lockout: true }
authentication:
  provider: *共通
  customer: { <<: *共通, twoStep: true }
x-別: &別名 1
`;

/** The text after a rename. */
function renamed(marked: string, name: string): string {
  const { view, position } = atCursor(marked);
  const { changes } = rename(view, position, name);
  const { lines, text } = view.analysis.source;
  assert.deepEqual(Object.keys(changes ?? {}), [URI]);
  const edits = (changes?.[URI] ?? []).map(({ range, newText }) => ({
    span: { start: lines.offset(range.start), end: lines.offset(range.end) },
    text: newText,
  }));
  return applyEdits(text, edits);
}

function refused(marked: string, name: string, language: "ja" | "en" = "ja"): string {
  const { view, position } = atCursor(marked, { language });
  try {
    rename(view, position, name);
  } catch (error) {
    assert.ok(error instanceof ResponseError);
    assert.equal(error.code, LSPErrorCodes.RequestFailed);
    return error.message;
  }
  return assert.fail("not refused");
}

const at = (text: string, what: string) => text.replace(what, what.replace(/^(..)/, `$1${CURSOR}`));
const places = [
  at(TEXT, "&共通"),
  at(TEXT, "*共通"),
  TEXT.replace("<<: *共通", "<<: *共通<|>"),
  TEXT.replace("&共通", "<|>&共通"),
];

describe("renaming an anchor", () => {
  it("changes it and its aliases from any of them, and keeps the content", () => {
    for (const marked of places) {
      const after = renamed(marked, "管理者の認証");
      assert.equal(after, TEXT.replaceAll("共通", "管理者の認証"));
      const root = (text: string) => plain(parseSource(text).documents[0]?.root ?? assert.fail());
      assert.deepEqual(root(after), root(TEXT));
    }
  });

  it("offers the name without its mark", () => {
    const ranges = places.map((marked) => {
      const { view, position } = atCursor(marked);
      const { range, placeholder } = prepareRename(view, position) ?? assert.fail();
      assert.equal(placeholder, "共通");
      const { lines, text } = view.analysis.source;
      assert.equal(text.slice(lines.offset(range.start), lines.offset(range.end)), "共通");
      return range.start.line;
    });
    assert.deepEqual(ranges, [2, 4, 5, 2]);
  });

  it("does not change another anchor of the same name and its aliases", () => {
    const text = "x-a: &a 1\nx-b: *a\nx-c: &a 2\nx-d: *a\n";
    assert.equal(renamed(text.replace("&a 1", "&<|>a 1"), "b"), "x-a: &b 1\nx-b: *b\nx-c: &a 2\nx-d: *a\n");
    assert.equal(renamed(text.replace(/\*a\n$/, "*<|>a\n"), "b"), "x-a: &a 1\nx-b: *a\nx-c: &b 2\nx-d: *b\n");
  });

  it("changes aliases that are keys, and aliases below keys that are not scalars", () => {
    assert.equal(renamed("x-a: &<|>a k\n*a : 1\nx-b: *a\n", "z"), "x-a: &z k\n*z : 1\nx-b: *z\n");
    assert.equal(renamed("x-a: &<|>a k\n? [q]\n: *a\n? [*a]\n: 1\n", "z"), "x-a: &z k\n? [q]\n: *z\n? [*z]\n: 1\n");
  });

  it("is refused if an alias may be unknown", () => {
    const deep = `${"[".repeat(150)}*a${"]".repeat(150)}`;
    for (const text of [`x-a: &<|>a 1\nx-b: ${deep}\n`, "x-a: &<|>a [*a]\nx-b: *a\n"]) {
      assert.equal(prepareRename(atCursor(text).view, atCursor(text).position), null);
      assert.match(refused(text, "z"), /アンカー（&名前）と別名（\*名前）だけ/);
    }
  });

  it("accepts the name of an anchor in another document, and its own name", () => {
    assert.equal(renamed("x-a: &<|>a 1\n---\nx-b: &b 2\n", "b"), "x-a: &b 1\n---\nx-b: &b 2\n");
    assert.equal(renamed("x-a: &<|>a 1\n", "a"), "x-a: &a 1\n");
  });

  it("refuses invalid names, and explains the valid ones", () => {
    for (const name of ["", " ", "a b", "全　角", "a,b", "[a", "a]", "{", "a}", "a\tb", "a\nb", "a:"]) {
      assert.match(refused(places[0] as string, name), /空白と , \[ \] \{ \} を含めず/, JSON.stringify(name));
    }
    assert.match(refused(places[0] as string, "a b", "en"), /^“a b” is not a valid name\. /);
    for (const name of ["a", "日本", "a-b_c.d", "a:b", "&"]) renamed(places[0] as string, name);
  });

  it("refuses the name of another anchor", () => {
    assert.match(refused(places[0] as string, "別名"), /^「別名」は別のアンカーの名前/);
    assert.match(refused(places[0] as string, "別名", "en"), /^Another anchor already has the name “別名”/);
  });

  it("is not offered elsewhere", () => {
    for (const marked of [
      TEXT.replace("あおば", "あ<|>おば"),
      TEXT.replace("provider", "pro<|>vider"),
      "<|>",
      "x-a: *な<|>し\n",
    ]) {
      const { view, position } = atCursor(marked);
      assert.equal(prepareRename(view, position), null);
      assert.match(refused(marked, "b"), /アンカー（&名前）と別名（\*名前）だけ/);
      assert.match(refused(marked, "b", "en"), /Only anchors/);
    }
  });
});
