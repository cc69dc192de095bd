/** Tests the formatter: it changes white space only, and no more than needed. */
import assert from "node:assert/strict";
import { parseSource } from "../../server/src/core/yaml/parse.ts";
import { applyEdits } from "../../server/src/language-service/edits/edit.ts";
import { formatEdits, rangeEdits } from "../../server/src/language-service/formatting/format.ts";
import { onTypeEdits } from "../../server/src/language-service/formatting/on-type.ts";
import { formatting, onTypeFormatting, rangeFormatting } from "../../server/src/language-service/formatting.ts";
import { examples } from "../support/analyze.ts";

/** Removes the common indentation of lines. */
function yaml(parts: TemplateStringsArray): string {
  const lines = (parts.raw[0] as string).split("\n").slice(1, -1);
  const indent = Math.min(...lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/)));
  return lines.map((line) => `${line.slice(indent)}\n`).join("");
}

function formatted(text: string): string {
  return applyEdits(text, formatEdits(parseSource(text)));
}

describe("formatting", () => {
  it("leaves the examples unchanged", () => {
    for (const { name, text } of examples()) assert.deepEqual(formatEdits(parseSource(text)), [], name);
  });

  const cases: readonly (readonly [string, string, string])[] = [
    [
      "two columns a step, lists below their key",
      yaml`
        vendor:
            name: 株式会社あおば
            country: JP
        infrastructure:
        -   name: 国内クラウド株式会社
            regions:
            - 東京
            - 大阪
        -
            name: 予備
        encryption:
              atRest:
               - store: 業務データベース
                 cipher: AES-256
      `,
      yaml`
        vendor:
          name: 株式会社あおば
          country: JP
        infrastructure:
          - name: 国内クラウド株式会社
            regions:
              - 東京
              - 大阪
          - name: 予備
        encryption:
          atRest:
            - store: 業務データベース
              cipher: AES-256
      `,
    ],
    [
      "one space, and none where none is needed",
      yaml`
        profile:   1
        service : {  name : 'あおば' ,"url":"https://service.example.jp/" }
        dataLocation:
          primary: [ JP ,US ]
          backups: [ ]
          overseas:
            classifications: [III, ]
      `,
      yaml`
        profile: 1
        service: {name: 'あおば', "url": "https://service.example.jp/"}
        dataLocation:
          primary: [JP, US]
          backups: []
          overseas:
            classifications: [III,]
      `,
    ],
    [
      "one empty line at most, and none at the ends",
      "\n\nprofile: 1\n\n   \n\nvendor:   \n\n  name: 甲\n\n\n",
      "profile: 1\n\nvendor:\n\n  name: 甲\n",
    ],
    ["a line end at the end", "profile: 1", "profile: 1\n"],
    ["the file's line ends", "vendor:\r\n    name: 甲 \r\n\r\n\r\nprofile: 1", "vendor:\r\n  name: 甲\r\n\r\nprofile: 1\r\n"],
    ["a byte order mark", "\ufeffvendor:\n    name: 甲\n", "\ufeffvendor:\n  name: 甲\n"],
    [
      "aligned comments stay in their column, others behind their value",
      yaml`
        information:
            classification: I            # 最も高い分類
            personal: true               # 個人情報を含むか
                                         # （住民票の写しを含む）
            items:   [氏名]   # 利用者
            note:   なし # 空欄
      `,
      yaml`
        information:
          classification: I              # 最も高い分類
          personal: true                 # 個人情報を含むか
                                         # （住民票の写しを含む）
          items: [氏名]       # 利用者
          note: なし # 空欄
      `,
    ],
    [
      "comments stand with what they are about",
      yaml`
        # 記入例
        vendor:
            # 登記どおりに書く
            name: 甲
            # country: JP
        # ここから契約
        contract:
        # 準拠法
            governingLaw: JP
        certifications:
        - scheme: ISMAP
          # 更新中
        # 二つ目
        - scheme: ISO/IEC 27017
        # 終わり
      `,
      yaml`
        # 記入例
        vendor:
          # 登記どおりに書く
          name: 甲
          # country: JP
        # ここから契約
        contract:
          # 準拠法
          governingLaw: JP
        certifications:
          - scheme: ISMAP
            # 更新中
          # 二つ目
          - scheme: ISO/IEC 27017
        # 終わり
      `,
    ],
    [
      "what is said in quotes, numbers and nothing stays as it is written",
      yaml`
        vendor:
           corporateNumber:  0123456789012
           name:   "\\u682a"
           country:
        contract:  {governingLaw: ~,  domesticCourt: }
        x-number:  1_000
        x-octal:   0o17
      `,
      yaml`
        vendor:
          corporateNumber: 0123456789012
          name: "\\u682a"
          country:
        contract: {governingLaw: ~, domesticCourt: }
        x-number: 1_000
        x-octal: 0o17
      `,
    ],
    [
      "texts of several lines move with their key",
      yaml`
        service:
            description: |
                市民向けの申請
                  # これは注釈ではない

                問い合わせ先
            name: あおば
                  電子申請
            url: "https://service.example.jp/
                shinsei"
        x-note: >2-
            二文字下げ
           一文字
      `,
      yaml`
        service:
          description: |
            市民向けの申請
              # これは注釈ではない

            問い合わせ先
          name: あおば
                電子申請
          url: "https://service.example.jp/
              shinsei"
        x-note: >2-
            二文字下げ
           一文字
      `,
    ],
    ["the end of a text block is part of it", "x-a:\n    x-b: |+\n        甲\n\n\n", "x-a:\n  x-b: |+\n    甲\n\n\n"],
    ["a text block that has no last line end gets none", "x-a:\n    x-b: |\n        甲", "x-a:\n  x-b: |\n    甲"],
    [
      "brackets become one line if they fit",
      yaml`
        information:
          items: [
              氏名,
              住所
            ]
        service: {
          name: あおば, # 仮称
            url: https://service.example.jp/ }
        x-list: [aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,   bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb,
          ccccccccccccccccccccccccccc]
      `,
      yaml`
        information:
          items: [氏名, 住所]
        service: {
          name: あおば, # 仮称
            url: https://service.example.jp/}
        x-list: [aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb,
          ccccccccccccccccccccccccccc]
      `,
    ],
    [
      "anchors, aliases, merge keys, tags",
      yaml`
        x-common:   &common
            lockout:   true
            factors: &f   [knowledge, possession]
        authentication:
            provider:
                <<:   *common
                factors:  *f
            customer:   *common
        x-tagged:  !!map
            a: !!str   1
      `,
      yaml`
        x-common: &common
          lockout: true
          factors: &f [knowledge, possession]
        authentication:
          provider:
            <<: *common
            factors: *f
          customer: *common
        x-tagged: !!map
          a: !!str 1
      `,
    ],
    [
      "documents, each for itself",
      yaml`
        %YAML 1.2
        ---   # 一つ目
        vendor:
            name: 甲
        ...
        ---


        vendor:
           name: 乙
      `,
      yaml`
        %YAML 1.2
        ---   # 一つ目
        vendor:
          name: 甲
        ...
        ---

        vendor:
          name: 乙
      `,
    ],
    [
      "a document with a problem keeps its form, the others do not",
      "vendor:\n    name: 甲: 乙\n---\nvendor:\n    name: 乙\n---\na: 1\na:   1\n",
      "vendor:\n    name: 甲: 乙\n---\nvendor:\n  name: 乙\n---\na: 1\na:   1\n",
    ],
    [
      "JSON of several lines keeps its lines",
      `{\n    "profile":1,\n    "vendor": { "name":"${"あ".repeat(100)}" }\n}\n`,
      `{\n    "profile": 1,\n    "vendor": {"name": "${"あ".repeat(100)}"}\n}\n`,
    ],
    ["keys marked with ? keep their form", "? vendor\n:   name:  甲\n", "? vendor\n:   name:  甲\n"],
    ["lone CR is none of YAML's line ends", "vendor:\r    name:  甲\r", "vendor:\r    name:  甲\r"],
    [
      "items with nothing in them",
      "dataLocation:\n  primary:\n  -\n  -   JP\n  -\n",
      "dataLocation:\n  primary:\n    -\n    - JP\n    -\n",
    ],
    ["lists in lists", "x-a:\n-   - 1\n    -   2\n- -   - 3\n", "x-a:\n  - - 1\n    - 2\n  - - - 3\n"],
    ["nothing", "", ""],
    ["a comment only", "  # 記入前  ", "# 記入前\n"],
  ];
  for (const [title, text, expected] of cases) {
    it(title, () => {
      assert.equal(formatted(text), expected);
      assert.equal(formatted(expected), expected);
    });
  }

  it("handles a key behind thousands of anchors and tags, and leaves a broken text unchanged", () => {
    for (const text of [`${"&a ".repeat(10_000)}x:   1\n`, `${"!!str ".repeat(10_000)}x:   1\n`]) {
      assert.equal(formatted(text), text);
      assert.equal(formatted(`vendor:   1\n---\n${text}`), `vendor: 1\n---\n${text}`);
    }
  });
  it("indents a key behind an anchor and a tag", () => {
    assert.equal(formatted("&a !!str x:\n    &b y:   1\n    &c : 2\n"), "&a !!str x:\n  &b y: 1\n  &c : 2\n");
  });

  it("makes small edits", () => {
    const text = "profile: 1\nvendor:\n    name:  甲  \n";
    assert.deepEqual(formatting(parseSource(text)), [
      { range: { start: { line: 2, character: 2 }, end: { line: 2, character: 4 } }, newText: "" },
      { range: { start: { line: 2, character: 10 }, end: { line: 2, character: 11 } }, newText: "" },
      { range: { start: { line: 2, character: 12 }, end: { line: 2, character: 14 } }, newText: "" },
    ]);
  });
});

describe("formatting a range", () => {
  const text = "profile:  1\nvendor:\n    name: 甲\n    country: JP\nservice:\n  name:  乙\n";
  const inRange = (start: number, end: number) => applyEdits(text, rangeEdits(parseSource(text), { start, end }));

  it("changes the lines of the range only", () => {
    assert.equal(inRange(0, 5), text.replace("profile:  1", "profile: 1"));
    assert.equal(inRange(0, text.indexOf("vendor")), text.replace("profile:  1", "profile: 1"));
    assert.equal(inRange(text.length - 2, text.length - 2), text.replace("name:  乙", "name: 乙"));
  });
  it("also changes adjacent lines that have to change with them", () => {
    const place = text.indexOf("country");
    assert.equal(inRange(place, place + 1), text.replace("    name: 甲\n    country", "  name: 甲\n  country"));
  });
  it("changes nothing if the content would differ", () => {
    const broken = "vendor:\n    name: 甲\n\n    country: JP\n";
    assert.deepEqual(rangeEdits(parseSource(broken), { start: 12, end: 13 }), []);
  });
  it("is converted to the protocol", () => {
    const range = { start: { line: 5, character: 0 }, end: { line: 6, character: 0 } };
    assert.deepEqual(rangeFormatting(parseSource(text), range), [
      { range: { start: { line: 5, character: 8 }, end: { line: 5, character: 9 } }, newText: "" },
    ]);
  });
});

describe("the indentation of a new line", () => {
  /** The text after Enter at `¦`; the editor has put `indent` on the new line. */
  function typed(text: string, indent = ""): string {
    const place = text.indexOf("¦");
    const whole = text.replace("¦", `\n${indent}`);
    return applyEdits(whole, onTypeEdits(parseSource(whole), place + 1 + indent.length)).slice(place + 1);
  }

  const cases: readonly (readonly [string, string, string])[] = [
    ["behind a key with nothing behind it", "vendor:¦", "  "],
    ["behind a key and a comment", "vendor:  # 事業者¦", "  "],
    ["behind a key and an anchor", "vendor: &v¦", "  "],
    ["behind a key below another", "encryption:\n  atRest:¦", "    "],
    ["behind a value", "vendor:\n  name: 甲¦", "  "],
    ["behind a value and a comment", "vendor:\n  name: 甲 # 仮¦", "  "],
    ["behind a value in brackets", "dataLocation:\n  primary: [JP, {a: b}]¦", "  "],
    ["behind a value in quotes with a colon", 'vendor:\n  name: "a: b"¦', "  "],
    ["behind an item's first key", "atRest:\n  - store: DB¦", "    "],
    ["behind an item's first key with nothing behind it", "inTransit:\n  - protocols:¦", "      "],
    ["behind an item", "primary:\n  - JP¦", "  "],
    ["behind an item of a list in a list", "x-a:\n  - - JP¦", "    "],
    ["behind a key whose block goes on deeper", "vendor:¦\n    name: 甲\n", "    \n    name: 甲\n"],
    ["at the root", "profile: 1¦\nvendor:\n  name: 甲", "\nvendor:\n  name: 甲"],
  ];
  for (const [title, text, expected] of cases) {
    it(title, () => {
      assert.equal(typed(text), expected);
      assert.equal(typed(text, "   "), expected);
    });
  }

  const none: readonly (readonly [string, string])[] = [
    ["within brackets", "primary: [JP,¦"],
    ["within brackets of several lines", "primary: [JP,\n  US,¦\n  ]"],
    ["within a text block", "x-note: |\n  一行目:¦"],
    ["behind the head of a text block", "x-note: |¦"],
    ["within quotes", 'x-note: "一行目:¦'],
    ["behind a line that goes on with a value", "x-note: 一行目\n  二行目¦"],
    ["behind what is no key yet", "vend¦"],
    ["behind an empty line", "vendor:\n¦"],
    ["behind a comment", "  # vendor:¦"],
    ["behind a dash", "primary:\n  -¦"],
    ["behind the mark of a document", "---¦"],
    ["before what stood behind", "vendor:¦ name"],
  ];
  for (const [title, text] of none) {
    it(`does not change ${title}`, () => {
      const rest = text.slice(text.indexOf("¦") + 1);
      assert.equal(typed(text, "   "), `   ${rest}`);
    });
  }

  it("has no edit where it is right", () => {
    assert.deepEqual(onTypeEdits(parseSource("vendor:\n  "), 10), []);
    assert.deepEqual(onTypeEdits(parseSource(""), 0), []);
  });
  it("keeps CRLF", () => {
    const text = "vendor:\r\n\r\nprofile: 1\r\n";
    assert.equal(applyEdits(text, onTypeEdits(parseSource(text), 9)), "vendor:\r\n  \r\nprofile: 1\r\n");
  });
  it("is converted to the protocol", () => {
    const source = parseSource("vendor:\n");
    const start = { line: 1, character: 0 };
    assert.deepEqual(onTypeFormatting(source, start, "\n"), [{ range: { start, end: start }, newText: "  " }]);
    assert.deepEqual(onTypeFormatting(source, start, ":"), []);
  });
});
