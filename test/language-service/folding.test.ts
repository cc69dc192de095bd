/** Tests the foldable ranges and where each one ends. */
import assert from "node:assert/strict";
import { foldingRanges } from "../../server/src/language-service/folding.ts";
import { viewOf } from "../support/view.ts";

/** Each fold as first–last line, 1-based. */
const folds = (text: string) =>
  foldingRanges(viewOf(text)).map(({ startLine, endLine, kind }) => `${startLine + 1}–${endLine + 1}${kind ? ` ${kind}` : ""}`);

const SECTIONS = `encryption:
  inTransit:
    - path: 利用者端末 → SaaS
      protocols:
        - TLS 1.3

  atRest: []


contract: { governingLaw: JP }
`;

describe("folding", () => {
  it("sections and items, without trailing blank lines", () => assert.deepEqual(folds(SECTIONS), ["1–7", "2–5", "3–5", "4–5"]));
  it("the same with CRLF", () => assert.deepEqual(folds(SECTIONS.replaceAll("\n", "\r\n")), folds(SECTIONS)));
  it("the outermost of those that start on one line", () =>
    assert.deepEqual(folds("assessment:\n  '1':\n    evidence:\n      - title:\n          利用規約\n        section: 第20条\n"), [
      "1–6",
      "2–6",
      "3–6",
      "4–6",
    ]));
  it("comments of two lines or more", () =>
    assert.deepEqual(folds("# 一\n  # 二\nprofile: 1 # 三\n# 四\n\n# 五\n# 六\n# 七\n"), ["1–2 comment", "6–8 comment"]));
  it("a comment up to the end of the text", () => assert.deepEqual(folds("profile: 1\n# 一\n# 二"), ["2–3 comment"]));
  it("an empty text, or nothing but comments", () => {
    assert.deepEqual(folds("# 一\n# 二\n"), ["1–2 comment"]);
    assert.deepEqual(folds(""), []);
  });
  it("no comments inside values", () => {
    assert.deepEqual(folds("prepared:\n  by: |\n    # 一\n    # 二\n  # 三\n  # 四\nprofile: 1\n"), [
      "1–4",
      "2–4",
      "5–6 comment",
    ]);
    assert.deepEqual(folds('prepared:\n  by: "\n    # 一\n    # 二"\n'), ["1–4", "2–4"]);
  });
  it("block scalars without the blank lines they keep", () =>
    assert.deepEqual(folds("x-memo: |+\n  一\n  二\n\n\nprofile: 1\n"), ["1–3"]));
  it("brackets over several lines; the closing one stays visible", () =>
    assert.deepEqual(folds("dataLocation:\n  primary: [\n    JP,\n    US\n  ]\n  backups: [JP,\n    US]\n"), [
      "1–7",
      "2–4",
      "6–7",
    ]));
  it("brackets, without the blank lines before the closing one", () =>
    assert.deepEqual(folds("dataLocation: {\n  primary: [JP]\n\n\n}\nx-a: [\n\n]\n"), ["1–2"]));
  it("a section that ends with such a bracket, whole", () =>
    assert.deepEqual(folds("dataLocation:\n  primary: [\n    JP\n  ]\nprofile: 1\n"), ["1–4", "2–3"]));
  it("JSON", () => assert.deepEqual(folds('{\n  "contract": {\n    "governingLaw": "JP"\n  }\n}\n'), ["1–4", "2–3"]));
  it("each of several documents, with its own comments", () =>
    assert.deepEqual(
      folds("# 一\n# 二\nprofile: 1\nvendor:\n  name: 株式会社あおば\n\n---\n# 三\n# 四\nprofile: 1\n\n---\nprofile: 1\n"),
      ["1–2 comment", "3–5 region", "4–5", "7–10 region", "8–9 comment", "12–13 region"],
    ));
  it("an alias does not fold; a section with a merge folds whole", () =>
    assert.deepEqual(folds("authentication:\n  provider: &a\n    twoStep: true\n  customer: *a\n"), ["1–4", "2–3"]));
  it("the readable parts of broken text", () =>
    assert.deepEqual(folds("contract:\n\tgoverningLaw: JP\nencryption:\n  atRest: [\n"), ["1–2", "3–4"]));
});
