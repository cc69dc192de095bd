/** Tests the outline: the name of each symbol, and its ranges. */
import assert from "node:assert/strict";
import { type DocumentSymbol, type SymbolInformation, SymbolKind } from "vscode-languageserver";
import { documentSymbols } from "../../server/src/language-service/symbols.ts";
import { EVERYTHING, URI, viewOf } from "../support/view.ts";

const TEXT = `profile: 1
service: { name: あおば電子申請 }
infrastructure:
  - name: 国内クラウド株式会社
encryption:
  inTransit:
    - path: 利用者端末 → SaaS
      protocols: [TLS 1.2, TLS 1.3]
    - protocols: [HTTPS]
  atRest:
    - store: 業務データベース
      cipher: AES-256-GCM
certifications:
  - scheme: ISMAP
    holder: saas-provider
    expires: 2027-03-31
assessment:
  "5-1":
    evidence:
      - title: 管理者ログイン手順書
        section: 3.10
    check: ok
    note: |
      原本を確認。
      手順は2通り。

x-memo: { 担当: 情報政策課 }
`;

type Options = Parameters<typeof viewOf>[1];
const tree = (text: string, options?: Options) => documentSymbols(viewOf(text, options)) as DocumentSymbol[];

/** The outline as text: a line for each symbol, children indented. */
function outline(symbols: readonly DocumentSymbol[], indent = ""): string[] {
  return symbols.flatMap(({ name, detail, children = [] }) => [
    `${indent}${name}${detail === undefined ? "" : ` ‹${detail}›`}`,
    ...outline(children, `${indent}  `),
  ]);
}

function find(symbols: readonly DocumentSymbol[], name: string): DocumentSymbol {
  const found = all(symbols).find((symbol) => symbol.name === name);
  assert.ok(found, `no symbol ${name}`);
  return found;
}

function all(symbols: readonly DocumentSymbol[]): DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...all(symbol.children ?? [])]);
}

describe("symbols", () => {
  it("sections by their titles, items and rows by their names, facts with their values", () =>
    assert.deepEqual(outline(tree(TEXT)), [
      "形式の版 ‹1›",
      "サービス ‹service›",
      "  サービス名 ‹あおば電子申請›",
      "基盤 ‹infrastructure›",
      "  国内クラウド株式会社",
      "    基盤の事業者名 ‹国内クラウド株式会社›",
      "暗号化 ‹encryption›",
      "  通信経路 ‹inTransit›",
      "    利用者端末 → SaaS",
      "      経路 ‹利用者端末 → SaaS›",
      "      暗号化方式 ‹TLS 1.2, TLS 1.3›",
      "    通信経路（2件目）",
      "      暗号化方式 ‹HTTPS›",
      "  保存先 ‹atRest›",
      "    業務データベース",
      "      保存先の名称 ‹業務データベース›",
      "      暗号 ‹AES-256-GCM›",
      "認証取得 ‹certifications›",
      "  ISMAP · SaaS提供者",
      "    認証制度 ‹ISMAP›",
      "    取得者 ‹saas-provider›",
      "    有効期限 ‹2027-03-31›",
      "確認 ‹assessment›",
      "  No5-1 複数要素認証",
      "    根拠 ‹evidence›",
      "      管理者ログイン手順書",
      "        資料名 ‹管理者ログイン手順書›",
      "        該当箇所 ‹3.10›",
      "    チェック ‹ok›",
      "    備考 ‹原本を確認。 手順は2通り。›",
      "x-memo",
      "  担当 ‹情報政策課›",
    ]));
  it("in English", () => {
    const lines = outline(tree(TEXT, { language: "en" }));
    for (const line of ["Encryption ‹encryption›", "    Communication path 2", "  ISMAP · SaaS provider"]) {
      assert.ok(lines.includes(line), line);
    }
    assert.ok(lines.some((line) => line.includes("No. 5-1 Multi-factor authentication")));
  });
  it("kinds", () => {
    const kinds = (names: string[]) => names.map((name) => find(tree(TEXT), name).kind);
    assert.deepEqual(kinds(["暗号化", "保存先", "業務データベース", "No5-1 複数要素認証"]), [
      SymbolKind.Namespace,
      SymbolKind.Array,
      SymbolKind.Object,
      SymbolKind.Class,
    ]);
    assert.deepEqual(kinds(["サービス名", "暗号", "形式の版", "暗号化方式"]), [
      SymbolKind.String,
      SymbolKind.EnumMember,
      SymbolKind.Number,
      SymbolKind.Array,
    ]);
  });
  it("from the key to the value's last character, the key selected", () => {
    const { range, selectionRange } = find(tree(TEXT), "保存先");
    assert.deepEqual(range, { start: { line: 9, character: 2 }, end: { line: 11, character: 25 } });
    assert.deepEqual(selectionRange, { start: { line: 9, character: 2 }, end: { line: 9, character: 8 } });
    // the last line end of a block is not part of the section
    assert.deepEqual(find(tree(TEXT), "備考").range.end, { line: 24, character: 13 });
  });
  it("the same places with CRLF", () => assert.deepEqual(tree(TEXT.replaceAll("\n", "\r\n")), tree(TEXT)));

  it("several profiles by service, else vendor, else number", () => {
    const text = "service: {name: あおば}\n---\nvendor: {name: 株式会社みやこ坂}\n---\nprofile: 1\n";
    assert.deepEqual(
      tree(text).map(({ name }) => name),
      ["あおば", "株式会社みやこ坂", "3件目のプロファイル"],
    );
    assert.equal(tree(text, { language: "en" })[2]?.name, "Profile 3");
    assert.deepEqual(tree(text)[1]?.range, { start: { line: 1, character: 0 }, end: { line: 2, character: 24 } });
    assert.equal(tree(text)[0]?.kind, SymbolKind.Package);
  });
  it("aliased and merged values appear once, where they are written", () => {
    const text =
      "authentication:\n  provider: &login\n    twoStep: true\n    lockout: true\n  customer:\n    <<: *login\n    lockout: false\nerasure:\n  atTermination: *login\n";
    assert.deepEqual(outline(tree(text)), [
      "管理画面の認証 ‹authentication›",
      "  提供者側 ‹provider›",
      "    2段階認証 ‹true›",
      "    ロックアウト ‹true›",
      "  利用者側 ‹customer›",
      "    ロックアウト ‹false›",
      "データ消去 ‹erasure›",
      "  契約終了時 ‹atTermination›",
    ]);
  });
  it("an item behind an alias has its own name", () => {
    const text = "encryption:\n  atRest:\n    - &db\n      store: 業務データベース\n    - *db\n";
    assert.deepEqual(outline(tree(text)).slice(2), [
      "    業務データベース",
      "      保存先の名称 ‹業務データベース›",
      "    業務データベース",
    ]);
  });
  it("unknown keys, even `constructor`", () =>
    assert.deepEqual(outline(tree("constructor: { toString: 1 }\n__proto__: 2\n? ''\n: 3\nencrypton:\n  - a: 1\n")), [
      "constructor",
      "  toString ‹1›",
      "__proto__ ‹2›",
      "（空のキー） ‹3›",
      "encrypton",
      "  項目（1件目）",
      "    a ‹1›",
    ]));
  it("long values shortened, nothing for null", () => {
    const [service] = tree(`service:\n  name: ${"あ".repeat(100)}\n  url:\n`);
    assert.equal(service?.children?.[0]?.detail?.length, 40);
    assert.equal(service?.children?.[1]?.detail, undefined);
    assert.equal(service?.children?.[1]?.kind, SymbolKind.Null);
  });
  it("the readable parts of broken text", () => {
    assert.deepEqual(tree(""), []);
    assert.deepEqual(tree("書きかけ"), []);
    assert.deepEqual(outline(tree("service:\n  name: あおば\n  url： https://a.example.jp\ncontract: [")), [
      "サービス ‹service›",
      "  サービス名 ‹あおば›",
      "  サービスのURL",
      "契約",
    ]);
  });

  it("a flat list for clients without nested symbols", () => {
    const symbols = documentSymbols(
      viewOf(TEXT, { capabilities: { ...EVERYTHING, symbolTree: false } }),
    ) as readonly SymbolInformation[];
    const store = symbols.find(({ name }) => name === "業務データベース");
    assert.equal(store?.containerName, "保存先");
    assert.deepEqual(store?.location, {
      uri: URI,
      range: { start: { line: 10, character: 6 }, end: { line: 11, character: 25 } },
    });
    assert.deepEqual(
      symbols.map(({ name }) => name),
      all(tree(TEXT)).map(({ name }) => name),
    );
  });
});
