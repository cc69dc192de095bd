/** Tests semantic tokens: keys, values, rows, names, and text that is not judged. */
import assert from "node:assert/strict";
import type { Range } from "vscode-languageserver";
import { semanticTokens, semanticTokensLegend } from "../../server/src/language-service/semantic-tokens.ts";
import { viewOf } from "../support/view.ts";

/** The tokens as text, decoded as a client does it. */
function tokens(text: string, range?: Range): string[] {
  const view = viewOf(text);
  const { data } = semanticTokens(view, range);
  const result: string[] = [];
  let line = 0;
  let character = 0;
  for (let i = 0; i < data.length; i += 5) {
    const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(i, i + 5);
    character = down === 0 ? character + right : right;
    line += down;
    const modifier = semanticTokensLegend.tokenModifiers.filter((_, bit) => modifiers & (1 << bit));
    const word = view.analysis.source.lines.text(line).slice(character, character + length);
    result.push([`${line + 1} ${word}`, semanticTokensLegend.tokenTypes[type], ...modifier].join(" "));
  }
  return result;
}

const TEXT = `profile: 1
information:
  classification: I
  items: [氏名, 住所]
dataLocation: { primary: ["NO", JP] }
assessment:
  "5-1": { check: ok, date: 2026-11-01 }
`;

describe("semantic tokens", () => {
  it("keys, vocabulary values and rows; not numbers, dates and free text", () =>
    assert.deepEqual(tokens(TEXT), [
      "1 profile property",
      "2 information property",
      "3 classification property",
      "3 I enumMember definition",
      "4 items property",
      "5 dataLocation property",
      "5 primary property",
      "5 NO enumMember",
      "5 JP enumMember",
      "6 assessment property",
      "7 5-1 class",
      "7 check property",
      "7 ok enumMember",
      "7 date property",
    ]));
  it("the same with CRLF", () => assert.deepEqual(tokens(TEXT.replaceAll("\n", "\r\n")), tokens(TEXT)));
  it("a class stored abroad is not the class handled", () =>
    assert.ok(tokens("dataLocation: { overseas: { classifications: [III] } }\n").includes("1 III enumMember")));
  it("valid values only", () =>
    assert.deepEqual(
      tokens(
        "encryption:\n  inTransit:\n    - protocols: [TLSv1.2, TLS 1.3]\n  atRest:\n    - cipher: AES-256-GCM\n    - cipher: AES256\n",
      ),
      [
        "1 encryption property",
        "2 inTransit property",
        "3 protocols property",
        "3 TLS 1.3 enumMember",
        "4 atRest property",
        "5 cipher property",
        "5 AES-256-GCM enumMember",
        "6 cipher property",
      ],
    ));
  it("text that is not judged, with everything below it, line by line", () =>
    assert.deepEqual(tokens("x-memo: |\n  原本を確認\n\n    済み\nvendr:\n  name: 株式会社あおば\n  list: ['一', 2]\n"), [
      "1 x-memo comment",
      "1 | comment",
      "2 原本を確認 comment",
      "4 済み comment",
      "5 vendr comment",
      "6 name comment",
      "6 株式会社あおば comment",
      "7 list comment",
      "7 一 comment",
      "7 2 comment",
    ]));
  it("a row that the standard does not have is not judged", () =>
    assert.deepEqual(tokens('assessment:\n  "9-9": { check: ok }\n').slice(1), [
      "2 9-9 comment",
      "2 check comment",
      "2 ok comment",
    ]));
  it("keys such as `constructor` are not the format's", () =>
    assert.deepEqual(
      tokens("constructor: 1\n__proto__: 2\n").filter((token) => token.includes("property")),
      [],
    ));
  it("anchors and aliases, also in text that is not judged", () =>
    assert.deepEqual(tokens("x-a: &jp JP\ncontract:\n  governingLaw: *jp\nx-b: [*jp]\n"), [
      "1 x-a comment",
      "1 &jp variable declaration",
      "1 JP comment",
      "2 contract property",
      "3 governingLaw property",
      "3 *jp variable",
      "4 x-b comment",
      "4 *jp variable",
    ]));
  it("merged entries, where they are written", () =>
    assert.deepEqual(tokens("authentication:\n  provider: &a { twoStep: true }\n  customer: { <<: *a }\n"), [
      "1 authentication property",
      "2 provider property",
      "2 &a variable declaration",
      "2 twoStep property",
      "3 customer property",
      "3 *a variable",
    ]));
  it("in a second document", () =>
    assert.deepEqual(tokens("profile: 1\n---\ncontract: { governingLaw: JP }\n"), [
      "1 profile property",
      "3 contract property",
      "3 governingLaw property",
      "3 JP enumMember",
    ]));
  it("only the lines of a range", () =>
    assert.deepEqual(tokens(TEXT, { start: { line: 2, character: 5 }, end: { line: 3, character: 0 } }), [
      "3 classification property",
      "3 I enumMember definition",
      "4 items property",
    ]));
  it("the readable parts of broken text", () => {
    assert.deepEqual(tokens(""), []);
    assert.deepEqual(tokens("contract:\n\tgovernin"), ["1 contract property"]);
    assert.deepEqual(tokens("contract:\n\tgoverningLaw: JP\n"), [
      "1 contract property",
      "2 governingLaw property",
      "2 JP enumMember",
    ]);
  });
});
