/** Tests definitions: from an alias to its anchor; from a row's number or a fact to the standard. */
import assert from "node:assert/strict";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import { definition } from "../../server/src/language-service/definition.ts";
import { pageText } from "../../server/src/language-service/pages.ts";
import { atCursor, EVERYTHING, URI } from "../support/view.ts";

const HEAD = `profile: 1
vendor:
  name: 株式会社あおば
service:
  name: あおば電子申請
information:
  classification: I
  personal: true
`;

/** The rows that a definition leads to, or the text of its range. */
function definitionsAt(marked: string, options: Parameters<typeof atCursor>[1] = {}): string[] | null {
  const { view, position } = atCursor(marked, options);
  const found = definition(view, position);
  return (
    found?.map(({ uri, range }) => {
      const { start, end } = range;
      const text = uri === URI ? view.analysis.source.text : (pageText(uri, bundled) ?? assert.fail(uri));
      const line = text.split("\n")[start.line] ?? "";
      assert.equal(start.line, end.line);
      return `${uri === URI ? "" : "§"}${line.slice(start.character, end.character)}`;
    }) ?? null
  );
}

describe("definition", () => {
  const aliases = `${HEAD}authentication:
  provider: &kanri
    factors: [knowledge]
  customer: *kanri
`;

  it("leads from an alias to its anchor, also from their marks", () => {
    for (const at of ["*<|>kanri", "<|>*kanri", "*kanri<|>", "*kan<|>ri"]) {
      assert.deepEqual(definitionsAt(aliases.replace("*kanri", at)), ["kanri"]);
    }
    assert.deepEqual(definitionsAt(aliases.replace("&kanri", "&k<|>anri")), ["kanri"]);
  });

  it("leads to the preceding anchor if two have the same name", () => {
    const text = `${HEAD}x-a: &国 JP\nx-b: *国\nx-c: &国 US\nx-d: *国<|>\n`;
    const { view, position } = atCursor(text);
    assert.equal(definition(view, position)?.[0]?.range.start.line, 10);
  });

  it("leads from a row's number under assessment to the row", () => {
    const assessment = `${HEAD}assessment:\n  "8-1<|>":\n    check: ok\n`;
    assert.deepEqual(definitionsAt(assessment), ["§## No8-1 データ消去 (契約終了時)"]);
    assert.deepEqual(definitionsAt(assessment, { language: "en" }), ["§## No. 8-1 Data erasure (at contract end)"]);
    assert.deepEqual(definitionsAt(`${HEAD}assessment: { 6<|>-1: { check: ok } }\n`), ["§## No6-1 サーバ設置場所"]);
    assert.deepEqual(definitionsAt(`${HEAD}assessment:\n  1<|>:\n`), ["§## No1 法律について"]);
    assert.equal(definitionsAt(`${HEAD}assessment:\n  "9<|>": {}\n`), null);
    assert.equal(definitionsAt(`${HEAD}assessment:\n  "1":\n    by: 情報<|>政策課\n`), null);
    assert.equal(definitionsAt(`${HEAD}x-a:\n  "1<|>": {}\n`), null);
  });

  it("leads from a fact, by its key or its value, to the rows that it decides", () => {
    assert.deepEqual(definitionsAt(`${HEAD}contract:\n  governing<|>Law: JP\n`), ["§## No1 法律について"]);
    assert.deepEqual(definitionsAt(`${HEAD}contract:\n  governingLaw: U<|>S\n`), ["§## No1 法律について"]);
    assert.deepEqual(definitionsAt(`${HEAD}encryption:\n  atRest:\n    - store: 業務DB\n      cipher: AES<|>-256\n`), [
      "§## No4 暗号化対策 (保存)",
    ]);
    const rows = definitionsAt(`${HEAD}dataLocation:\n  primary: [JP, U<|>S]\n`) ?? [];
    assert.deepEqual(
      rows.map((row) => /No(\S+)/.exec(row)?.[1]),
      ["6-1", "6-3", "6-4"],
    );
  });

  it("leads from a finding to its row", () => {
    const rows = definitionsAt(`${HEAD.replace(": I\n", ": <|>I\n")}contract: { governingLaw: JP }\n`) ?? [];
    // a finding about a missing fact is at the class
    assert.ok(rows.includes("§## No3 暗号化対策 (通信)"));
    assert.ok(!rows.includes("§## No1 法律について"));
    assert.deepEqual(definitionsAt(`${HEAD}contract:\n  domestic<|>Court:\n`), ["§## No2 管轄裁判所について"]);
  });

  it("leads from a section's key to the rows that read its facts", () => {
    assert.deepEqual(definitionsAt(`${HEAD}cert<|>ifications:\n  - scheme: ISMAP\n`), ["§## No7 認証取得"]);
    assert.deepEqual(definitionsAt(`${HEAD}contra<|>ct: { governingLaw: JP, domesticCourt: designated }\n`), [
      "§## No1 法律について",
      "§## No2 管轄裁判所について",
    ]);
  });

  it("leads nowhere from text that no row reads", () => {
    assert.equal(definitionsAt(HEAD.replace("あおば電子", "あおば<|>電子")), null);
    assert.equal(definitionsAt(`${HEAD}contract:\n  # 準拠法は<|>未定\n  governingLaw: JP\n`), null);
    assert.equal(definitionsAt("<|>"), null);
  });

  it("stays in the file if the client cannot open documents of the server", () => {
    const capabilities = { ...EVERYTHING, pages: false };
    assert.equal(definitionsAt(`${HEAD}contract:\n  governing<|>Law: JP\n`, { capabilities }), null);
    assert.equal(definitionsAt(`${HEAD}assessment:\n  "1<|>": {}\n`, { capabilities }), null);
    assert.deepEqual(definitionsAt(aliases.replace("*kanri", "*kan<|>ri"), { capabilities }), ["kanri"]);
  });

  it("works in the second document of a file", () => {
    const text = `${HEAD}---\n${HEAD}contract:\n  governingLaw: J<|>P\n`;
    assert.deepEqual(definitionsAt(text), ["§## No1 法律について"]);
  });
});
