/** Tests selection ranges: from the word to the file, through every enclosing node. */
import assert from "node:assert/strict";
import type { SelectionRange } from "vscode-languageserver";
import { selectionRanges } from "../../server/src/language-service/selection.ts";
import { atCursor, viewOf } from "../support/view.ts";

/** The selections at the cursor, from the inside out. */
function grows(marked: string): string[] {
  const { view, position } = atCursor(marked);
  const { text, lines } = view.analysis.source;
  const result: string[] = [];
  for (let at: SelectionRange | undefined = selectionRanges(view, [position])[0]; at; at = at.parent) {
    result.push(text.slice(lines.offset(at.range.start), lines.offset(at.range.end)));
  }
  return result;
}

const store = "store: 業務データベース\n      cipher: AES-256-GCM";
const atRest = `atRest:\n    - ${store}\n    - store: 控え`;

describe("selection", () => {
  it("word, value, entry, item, list, section, document, file", () =>
    assert.deepEqual(grows(`# 例\nprofile: 1\nencryption:\n  ${atRest.replace("GCM", "G<|>CM")}\n\n`), [
      "GCM",
      "AES-256-GCM",
      "cipher: AES-256-GCM",
      store,
      `- ${store}`,
      `- ${store}\n    - store: 控え`,
      atRest,
      `encryption:\n  ${atRest}`,
      `profile: 1\nencryption:\n  ${atRest}`,
      `# 例\nprofile: 1\nencryption:\n  ${atRest}\n\n`,
    ]));
  it("a value without its quotes, then with them", () =>
    assert.deepEqual(grows('service: { name: "あおば <|>電子申請" }\n').slice(0, 4), [
      "電子申請",
      "あおば 電子申請",
      '"あおば 電子申請"',
      'name: "あおば 電子申請"',
    ]));
  it("a key, and a row's number", () => {
    assert.deepEqual(grows("contract:\n  governing<|>Law: JP\n").slice(0, 3), [
      "governingLaw",
      "governingLaw: JP",
      "contract:\n  governingLaw: JP",
    ]);
    assert.deepEqual(grows('assessment:\n  "5-<|>1": { check: ok }\n').slice(0, 4), [
      "1",
      "5-1",
      '"5-1"',
      '"5-1": { check: ok }',
    ]);
  });
  it("an item by its dash", () =>
    assert.deepEqual(grows("dataLocation:\n  primary:\n    <|>- JP\n    - US\n").slice(0, 3), [
      "- JP",
      "- JP\n    - US",
      "primary:\n    - JP\n    - US",
    ]));
  it("an item of a list in brackets", () =>
    assert.deepEqual(grows("dataLocation: { primary: [JP, <|>US] }").slice(0, 3), ["US", "[JP, US]", "primary: [JP, US]"]));
  it("a block's lines", () =>
    assert.deepEqual(grows("x-memo: |\n  原<|>本\n  控え\nprofile: 1\n").slice(0, 4), [
      "原本",
      "|\n  原本\n  控え",
      "x-memo: |\n  原本\n  控え",
      "x-memo: |\n  原本\n  控え\nprofile: 1",
    ]));
  it("a half-written entry", () =>
    assert.deepEqual(grows("contract:\n  governingLaw:<|>\n"), [
      "governingLaw:",
      "contract:\n  governingLaw:",
      "contract:\n  governingLaw:\n",
    ]));
  it("the second of two documents, in CRLF", () => {
    const second = "---\r\nvendor:\r\n  name: みやこ坂";
    assert.deepEqual(grows(`profile: 1\r\n${second.replace("坂", "<|>坂")}\r\n`), [
      "みやこ坂",
      "name: みやこ坂",
      "vendor:\r\n  name: みやこ坂",
      second,
      `profile: 1\r\n${second}\r\n`,
    ]);
  });
  it("an alias, without the anchored value", () =>
    assert.deepEqual(grows("a: &x { b: 1 }\nc: *<|>x\n").slice(0, 4), ["x", "*x", "c: *x", "a: &x { b: 1 }\nc: *x"]));
  it("a comment: the word, then the document or the file", () =>
    assert.deepEqual(grows("# 記入<|>例\nprofile: 1\n"), ["記入例", "# 記入例\nprofile: 1\n"]));
  it("one for each position, also in an empty text and beyond the end", () => {
    const nothing = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const places = [
      { line: 0, character: 0 },
      { line: 9, character: 9 },
    ];
    assert.deepEqual(selectionRanges(viewOf(""), places), [{ range: nothing }, { range: nothing }]);
    assert.deepEqual(selectionRanges(viewOf("profile: 1"), []), []);
  });
});
