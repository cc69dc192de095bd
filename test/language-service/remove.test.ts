/**
 * Tests removals: they remove the key or item with its block and nothing else, and never leave an empty list, which may state
 * something.
 */
import assert from "node:assert/strict";
import type { Path } from "../../server/src/core/yaml/node.ts";
import { parseSource } from "../../server/src/core/yaml/parse.ts";
import type { SourceDocument } from "../../server/src/core/yaml/source.ts";
import { applyEdits } from "../../server/src/language-service/edits/edit.ts";
import { keepComments } from "../../server/src/language-service/edits/keep-comments.ts";
import { remove, removeAll, removeValue } from "../../server/src/language-service/edits/remove.ts";

function removed(text: string, path: Path): string | undefined {
  const source = parseSource(text);
  const edits = remove(source, source.documents[0] as SourceDocument, path);
  return edits && applyEdits(text, edits);
}

const cases: Record<string, [what: string, text: string, path: Path, after: string | undefined][]> = {
  "a key in block style": [
    ["the first", "a: 1\nb: 2\n", ["a"], "b: 2\n"],
    ["the last", "a: 1\nb: 2\n", ["b"], "a: 1\n"],
    ["the last, without a line break", "a: 1\nb: 2", ["b"], "a: 1"],
    ["the only one", "a:\n  b: 1\nc: 2\n", ["a", "b"], "a:\nc: 2\n"],
    ["the only one of all", "a: 1\n", ["a"], ""],
    ["with the comment beside it", "a: 1 # 要確認\nb: 2\n", ["a"], "b: 2\n"],
    ["not the comment above it", "# 契約\na: 1\nb: 2\n", ["a"], "# 契約\nb: 2\n"],
    ["with its block", "a:\n  b: 1\n\n  # 内側\n  c:\n    - 1\nd: 2\n", ["a"], "d: 2\n"],
    ["with a list as far left as itself", "a:\n- 1\n- 2\nb: 3\n", ["a"], "b: 3\n"],
    ["not the empty line behind it", "a: 1\n\nb: 2\n", ["a"], "\nb: 2\n"],
    ["not the comment behind its block", "a:\n  b: 1\n# 次\nc: 2\n", ["a"], "# 次\nc: 2\n"],
    ["with a text of several lines", "a: |\n  一\n\n  二\nb: 1\n", ["a"], "b: 1\n"],
    ["with brackets over several lines", "a: [\n  1,\n  2\n]\nb: 1\n", ["a"], "b: 1\n"],
    ["with nothing behind it", "a:\nb: 1\n", ["a"], "b: 1\n"],
    ["with merged keys", "x-c: &c {d: 1}\na:\n  <<: *c\nb: 1\n", ["a"], "x-c: &c {d: 1}\nb: 1\n"],
    ["a space before its colon", "a : 1\nb: 2\n", ["a"], "b: 2\n"],
    ["CR LF", "a: 1\r\nb:\r\n  c: 2\r\nd: 3\r\n", ["b"], "a: 1\r\nd: 3\r\n"],
    ["behind a byte order mark", "\ufeffa: 1\nb: 2\n", ["a"], "\ufeffb: 2\n"],
    ["in the second of two documents", "---\na: 1\nb: 2\n---\nc: 1\n", ["a"], "---\nb: 2\n---\nc: 1\n"],
  ],
  "a key behind a dash": [
    ["the first", "l:\n  - a: 1\n    b: 2\n  - c: 3\n", ["l", 0, "a"], "l:\n  - b: 2\n  - c: 3\n"],
    ["the first, with its comment", "l:\n  - a: 1 # 一\n    # 二\n    b: 2\n", ["l", 0, "a"], "l:\n  - # 二\n    b: 2\n"],
    ["another", "l:\n  - a: 1\n    b: 2\n  - c: 3\n", ["l", 0, "b"], "l:\n  - a: 1\n  - c: 3\n"],
    ["the only one", "l:\n  - a: 1\n  - c: 3\n", ["l", 0, "a"], "l:\n  -\n  - c: 3\n"],
  ],
  "an item in block style": [
    ["the first", "l:\n  - 1\n  - 2\n", ["l", 0], "l:\n  - 2\n"],
    ["the last", "l:\n  - 1\n  - 2 # 二\nm: 1\n", ["l", 1], "l:\n  - 1\nm: 1\n"],
    ["a section", "l:\n  - a: 1\n    b: 2\n  - a: 3\n", ["l", 0], "l:\n  - a: 3\n"],
    ["the only one", "l:\n  - 1\nm: 1\n", ["l", 0], "l:\nm: 1\n"],
    ["as far left as the key", "l:\n- 1\n- 2\nm: 1\n", ["l", 1], "l:\n- 1\nm: 1\n"],
    ["its dash on a line of its own", "l:\n  -\n    a: 1\n  - a: 2\n", ["l", 0], "l:\n  - a: 2\n"],
    ["behind a comment", "l:\n  # 一\n  - 1\n  # 二\n  - 2\n", ["l", 1], "l:\n  # 一\n  - 1\n  # 二\n"],
  ],
  "in brackets": [
    ["the first key", "{a: 1, b: 2}\n", ["a"], "{b: 2}\n"],
    ["the last key", "{a: 1, b: 2}\n", ["b"], "{a: 1}\n"],
    ["the only key", "a: {b: 1} # 一\n", ["a", "b"], "a: {} # 一\n"],
    ["the first item", "l: [1, 2, 3]\n", ["l", 0], "l: [2, 3]\n"],
    ["an item between", "l: [1, 2, 3]\n", ["l", 1], "l: [1, 3]\n"],
    ["the last item", "l: [1, 2 ]\n", ["l", 1], "l: [1 ]\n"],
    ["the only item: nothing, for [] may state something", "l: [JP] # 一\nm: 1\n", ["l", 0], "l: # 一\nm: 1\n"],
    ["the only item within other brackets", "{l: [JP], m: 1}\n", ["l", 0], "{l: null, m: 1}\n"],
    ["the only item within a list", "l: [[1], 2]\n", ["l", 0, 0], "l: [null, 2]\n"],
    ["an item of several lines", "l: [\n  1, # 一\n  2,\n  3\n]\n", ["l", 1], "l: [\n  1, # 一\n  3\n]\n"],
    ["the last of several lines", "l: [\n  1,\n  2 # 二\n]\n", ["l", 1], "l: [\n  1\n]\n"],
    ["a key of JSON", '{\n  "a": 1,\n  "b": {"c": [1]},\n  "d": 2\n}\n', ["b"], '{\n  "a": 1,\n  "d": 2\n}\n'],
    ["the last key of JSON", '{\n  "a": 1,\n  "b": 2\n}\n', ["b"], '{\n  "a": 1\n}\n'],
    ["an empty list", "a: {l: [], m: 1}\n", ["a", "l"], "a: {m: 1}\n"],
  ],
  "what cannot go": [
    ["what is not there", "a: 1\n", ["b"], undefined],
    ["what an alias stands for", "x-c: &c {d: 1}\na: *c\n", ["a", "d"], undefined],
    ["what is merged in", "x-c: &c {d: 1}\na: {<<: *c, e: 2}\n", ["a", "d"], undefined],
    ["what is used elsewhere", "a: &a [1]\nb: *a\n", ["a"], undefined],
    ["what is used by itself alone can", "a:\n  b: &a [1]\n  c: *a\nd: 1\n", ["a"], "d: 1\n"],
    ["an alias can", "x-c: &c {d: 1}\na: *c\n", ["a"], "x-c: &c {d: 1}\n"],
  ],
};

describe("removing", () => {
  for (const [subject, rows] of Object.entries(cases)) {
    describe(subject, () => {
      for (const [what, text, path, after] of rows) it(what, () => assert.equal(removed(text, path), after));
    });
  }

  describe("but for its comments", () => {
    const kept: [what: string, text: string, path: Path, after: string][] = [
      ["behind a key", "a: 1 # 一\nb: 2\n", ["a"], "# 一\nb: 2\n"],
      ["behind the last key", "a: 1\nb: 2 # 二", ["b"], "a: 1\n# 二"],
      ["within a block", "a: # 一\n  b: 1\n\n  # 内側\n  c:\n    - 1\nd: 2\n", ["a"], "# 一\n  # 内側\nd: 2\n"],
      ["not within a text", "a: |\n  # 一\n  二\nb: '# 三'\n", ["a"], "b: '# 三'\n"],
      ["behind a dash", "l:\n  - a: 1 # 一\n    # 二\n    b: 2\n", ["l", 0, "a"], "l:\n  - # 一\n    # 二\n    b: 2\n"],
      ["behind the only key of an item", "l:\n  - a: 1 # 一\n  - c: 3\n", ["l", 0, "a"], "l:\n  - # 一\n  - c: 3\n"],
      ["behind an item", "l:\n  - 1\n  - 2 # 二\nm: 1\n", ["l", 1], "l:\n  - 1\n  # 二\nm: 1\n"],
      ["in brackets, on a line of its own", "l: [\n  1,\n  2 # 二\n]\n", ["l", 1], "l: [\n  1\n  # 二\n]\n"],
      ["in brackets, within", "m: {\n  a: 0, b: [ # 一\n    1 # 二\n  ] }\n", ["m", "b"], "m: {\n  a: 0 # 一\n    # 二\n   }\n"],
      ["with CR LF", "a: 1 # 一\r\nb: 2\r\n", ["a"], "# 一\r\nb: 2\r\n"],
    ];
    for (const [what, text, path, after] of kept) {
      it(what, () => {
        const source = parseSource(text);
        const edits = remove(source, source.documents[0] as SourceDocument, path);
        assert.equal(applyEdits(text, keepComments(source, edits ?? [])), after);
      });
    }
  });

  it("several keys at once", () => {
    const texts: [string, string][] = [
      ["s:\n  a: 1\n  b: 2 # 二\n  c: 3\n  d: 4\n", "s:\n  c: 3\n"],
      ["s: {a: 1, b: 2, c: 3, d: 4}\n", "s: {c: 3}\n"],
    ];
    for (const [text, after] of texts) {
      const source = parseSource(text);
      const edits = removeAll(source, source.documents[0] as SourceDocument, ["s"], ["a", "b", "d"]);
      assert.equal(applyEdits(text, edits ?? []), after);
    }
  });

  it("a value alone", () => {
    const values: [string, string | undefined][] = [
      ['a: ""\nb: 1\n', "a:\nb: 1\n"],
      ["a: [] # 一\nb: 1\n", "a: # 一\nb: 1\n"],
      ['{a: "", b: 1}\n', "{a: null, b: 1}\n"],
      ["a:\nb: 1\n", undefined],
    ];
    for (const [text, after] of values) {
      const source = parseSource(text);
      const edits = removeValue(source, source.documents[0] as SourceDocument, ["a"]);
      assert.equal(edits && applyEdits(text, edits), after);
    }
  });
});
