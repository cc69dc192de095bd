/** Tests the anchors of a document: the range of each name, its value, and where it is used. */
import assert from "node:assert/strict";
import { plain } from "../../../server/src/core/yaml/node.ts";
import { parseSource } from "../../../server/src/core/yaml/parse.ts";

/** "name@line = value ← lines where it is used" for each anchor; asserts that every span covers the name. */
function anchorsOf(text: string): string[] {
  const { documents, lines } = parseSource(text);
  return documents.flatMap(({ anchors }) =>
    anchors.map(({ name, span, node, aliases }) => {
      for (const { start, end } of [span, ...aliases]) assert.equal(text.slice(start, end), name);
      assert.equal(text[span.start - 1], "&");
      for (const { start } of aliases) assert.equal(text[start - 1], "*");
      const line = ({ start }: { start: number }) => lines.position(start).line + 1;
      const used = aliases.length > 0 ? ` ← ${aliases.map(line).join(", ")}` : "";
      return `${name}@${line(span)} = ${JSON.stringify(plain(node))}${used}`;
    }),
  );
}

const cases: [what: string, text: string, found: string[]][] = [
  ["none", "a: 1\n", []],
  ["a value", "a: &x JP\nb: *x\n", ['x@1 = "JP" ← 2']],
  ["used nowhere", "a: &x JP\n", ['x@1 = "JP"']],
  ["used several times", "a: &x JP\nb: [*x, DE, *x]\n", ['x@1 = "JP" ← 2, 2']],
  ["a section", "a: &x\n  b: 1\nc: *x\n", ['x@1 = {"b":1} ← 3']],
  ["a list", "a: &x\n  - JP\nc: *x\n", ['x@1 = ["JP"] ← 3']],
  ["in brackets", "a: {b: &x [JP], c: *x}\n", ['x@1 = ["JP"] ← 1']],
  ["an item", "a:\n  - &x\n    b: 1\n  - *x\n", ['x@2 = {"b":1} ← 4']],
  ["merged", "a: &x {b: 1}\nc:\n  <<: *x\n", ['x@1 = {"b":1} ← 3']],
  ["merged with others", "a: &x {b: 1}\nd: &y {e: 2}\nc:\n  <<: [*x, *y]\n", ['x@1 = {"b":1} ← 4', 'y@2 = {"e":2} ← 4']],
  ["nothing behind it", "a: &x\nb: *x\n", ["x@1 = null ← 2"]],
  ["one in another", "a: &x\n  b: &y 1\nc: *y\nd: *x\n", ['x@1 = {"b":1} ← 4', "y@2 = 1 ← 3"]],
  ["one name a part of another", "a: &x 1\nb: &xx 2\nc: [*xx, *x]\n", ["x@1 = 1 ← 3", "xx@2 = 2 ← 3"]],
  ["a name given anew", "a: &x 1\nb: *x\nc: &x 2\nd: *x\n", ["x@1 = 1 ← 2", "x@3 = 2 ← 4"]],
  ["of its own document only", "a: &x 1\n---\nb: &x 2\nc: *x\n", ["x@1 = 1", "x@3 = 2 ← 4"]],
  ["an alias before its anchor is none of it", "b: *x\na: &x 1\n", ["x@2 = 1"]],
  ["in itself", "a: &x\n  b: *x\n", ['x@1 = {"b":null}']],
  ["a Japanese name", "a: &提供者 {b: 1}\nc: *提供者\n", ['提供者@1 = {"b":1} ← 2']],
  ["a comment that names it", "a: &x # &x を使う\n  b: 1\nc: *x\n", ['x@1 = {"b":1} ← 3']],
  ["a comment line between", "a: &x\n  # *x と &x\n  b: 1\nc: *x\n", ['x@1 = {"b":1} ← 4']],
  ["before a quoted value", 'a: &x "&x"\nb: *x\n', ['x@1 = "&x" ← 2']],
  ["a text that looks like one", 'a: "&x"\nb: JP & US\n', []],
  ["after a number sign in quotes", 'a: {b: "端末 #1", c: " # ", d: &x JP}\ne: *x\n', ['x@1 = "JP" ← 2']],
  ["used as a key", "a: &x k\n*x : 1\nb: *x\n", ['x@1 = "k" ← 2, 3']],
  ["used in a key", "a: &x k\n? [*x]\n: 1\n", ['x@1 = "k" ← 2']],
  ["used below a key that is no word", "a: &x k\n? [q]\n: {b: *x}\nb: *x\n", ['x@1 = "k" ← 3, 4']],
  ["given below a key that is no word", "? [q]\n: &x k\nb: *x\n", ['x@2 = "k" ← 3']],
  ["of a key", "a: &x 1\n&x b: 2\nc: *x\n", ["x@1 = 1", 'x@2 = "b" ← 3']],
  ["of a section and of its first key", "a: &x\n  &y b: *x\nc: [*x, *y]\n", ['x@1 = {"b":null} ← 3', 'y@2 = "b" ← 3']],
  ["often the same name", "a: [&x 1, &x 2, &x 3, *x]\n", ["x@1 = 1", "x@1 = 2", "x@1 = 3 ← 1"]],
  ["Windows line ends", "a: &x\r\n  b: 1\r\nc: *x\r\n", ['x@1 = {"b":1} ← 3']],
];

describe("anchors", () => {
  for (const [what, text, found] of cases) it(what, () => assert.deepEqual(anchorsOf(text), found));

  it("a value with an anchor is no other than one without", () => {
    const [plainly, anchored] = ["a:\n  b: 1\n", "a: &x\n  b: 1\n"].map((text) => parseSource(text).documents[0]?.root);
    assert.deepEqual(plainly && plain(plainly), anchored && plain(anchored));
  });
});
