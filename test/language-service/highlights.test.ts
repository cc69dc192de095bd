/** Tests highlights: an anchor and its aliases, the facts of a requirement and its row. */
import assert from "node:assert/strict";
import { DocumentHighlightKind } from "vscode-languageserver";
import { documentHighlights } from "../../server/src/language-service/highlights.ts";
import { atCursor } from "../support/view.ts";

/** The highlights for the cursor: line (1-based), text, and the kind unless it is Text. */
function highlights(marked: string): string[] {
  const { view, position } = atCursor(marked);
  const { text, lines } = view.analysis.source;
  return documentHighlights(view, position).map(({ range, kind }) => {
    const how = kind === DocumentHighlightKind.Write ? " w" : kind === DocumentHighlightKind.Read ? " r" : "";
    return `${range.start.line + 1} ${text.slice(lines.offset(range.start), lines.offset(range.end))}${how}`;
  });
}

const TEXT = `contract:
  governingLaw: JP
encryption:
  atRest:
    - store: 業務データベース
      role: primary
      cipher: AES-256-GCM
    - store: 控え
      role: backup
      cipher:
dataLocation:
  primary: [JP]
  backups: [JP, US]
assessment:
  "1": { check: ok }
  "4":
    check: ok
  "9-9": { check: ok }
`;
const ROW_4 = ["6 primary", "7 AES-256-GCM", "9 backup", "10 cipher", "13 [JP, US]", '16 "4"'];

describe("highlights", () => {
  describe("the facts of a requirement", () => {
    it("from a value, with the row's key", () =>
      assert.deepEqual(highlights(TEXT.replace("JP\nenc", "J<|>P\nenc")), ["2 JP", '15 "1"']));
    it("from a key", () => assert.deepEqual(highlights(TEXT.replace("governing", "gov<|>erning")), ["2 JP", '15 "1"']));
    it("every fact of the row; one without a value by its key", () =>
      assert.deepEqual(highlights(TEXT.replace("AES", "A<|>ES")), ROW_4));
    it("from the row's number", () => assert.deepEqual(highlights(TEXT.replace('"4"', '"<|>4"')), ROW_4));
    it("of several rows if a fact decides several", () => {
      const marks = highlights(TEXT.replace("[JP, US]", "[JP, U<|>S]"));
      for (const mark of ["12 JP", "13 US", '16 "4"']) assert.ok(marks.includes(mark), `${mark} in ${marks.join(", ")}`);
    });
    it("of the same profile only", () => {
      const second = "---\ncontract: { governingLaw: U<|>S }\n";
      assert.deepEqual(highlights(`${TEXT}${second}`), ["20 US"]);
      assert.deepEqual(highlights(`---\n${TEXT}${second}`.replaceAll("\n", "\r\n")), ["21 US"]);
    });
    it("through an alias, at the anchored value", () =>
      assert.deepEqual(
        highlights("authentication:\n  provider: &a\n    lock<|>out: true\n  customer: *a\nassessment: { 5-3: { check: ok } }\n"),
        ["3 true", "5 5-3"],
      ));
  });
  describe("an anchor and its aliases", () => {
    const text = "authentication:\n  provider: &login\n    twoStep: true\n  customer: *login\nerasure:\n  atDisposal: *login\n";
    const places = ["2 login w", "4 login r", "6 login r"];
    it("from the anchor", () => assert.deepEqual(highlights(text.replace("&lo", "&lo<|>")), places));
    it("from its mark", () => assert.deepEqual(highlights(text.replace("&lo", "<|>&lo")), places));
    it("from an alias", () => assert.deepEqual(highlights(text.replace("*login\n", "*login<|>\n")), places));
    it("the right one of two anchors with the same name", () =>
      assert.deepEqual(highlights("x-a: &n 1\nx-b: *n\nx-c: &n 2\nx-d: *<|>n\n"), ["3 n w", "4 n r"]));
  });
  describe("nothing, so that the editor shows the same words", () => {
    for (const [title, marked] of [
      ["a fact that decides no row", "vendor:\n  name: 株式会社<|>あおば\n"],
      ["a section", "encry<|>ption:\n  atRest: []\n"],
      ["what an assessment says", 'assessment:\n  "1": { check: o<|>k }\n'],
      ["a row that the standard does not have", 'assessment:\n  "9<|>-9": { check: ok }\n'],
      ["an unknown key", "x-governingLaw: J<|>P\n"],
      ["a comment", "# govern<|>ingLaw\ncontract: { governingLaw: JP }\n"],
      ["an alias of nothing", "x-a: *no<|>thing\n"],
      ["an empty text", "<|>"],
    ] as const) {
      it(title, () => assert.deepEqual(highlights(marked), []));
    }
  });
});
