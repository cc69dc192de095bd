/** Tests the sorting of keys: what moves with a key, what stays in place, and what is left unchanged. */
import assert from "node:assert/strict";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import { parseSource } from "../../server/src/core/yaml/parse.ts";
import { applyEdits } from "../../server/src/language-service/edits/edit.ts";
import { sortEdits } from "../../server/src/language-service/formatting/sort.ts";
import { examples } from "../support/analyze.ts";

const edits = (text: string) => sortEdits(parseSource(text), bundled.format);
const sorted = (text: string) => applyEdits(text, edits(text));

/** Removes the common indentation of lines. */
function yaml(parts: TemplateStringsArray): string {
  const lines = (parts.raw[0] as string).split("\n").slice(1, -1);
  const indent = Math.min(...lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/)));
  return lines.map((line) => `${line.slice(indent)}\n`).join("");
}

describe("sorting keys", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      "is the format's, in every mapping; what is not known comes last",
      yaml`
        service: {url: https://service.example.jp/, x-id: 7, name: あおば電子申請}
        x-memo: 先方に確認
        vendor:
          country: JP
          担当: 営業部
          name: 株式会社あおば
        encryption:
          atRest:
            - cipher: AES-256
              store: 業務データベース
          inTransit: []
        profile: 1
      `,
      yaml`
        profile: 1
        vendor:
          name: 株式会社あおば
          country: JP
          担当: 営業部
        service: {name: あおば電子申請, url: https://service.example.jp/, x-id: 7}
        encryption:
          inTransit: []
          atRest:
            - store: 業務データベース
              cipher: AES-256
        x-memo: 先方に確認
      `,
    ],
    [
      "of rows is the standard's",
      yaml`
        assessment:
          "8-1": {check: ok}
          "7": {by: 情報政策課, check: ok}
          "5-2": {check: na}
          "10": {check: ok}
          1: {check: ok}
      `,
      yaml`
        assessment:
          1: {check: ok}
          "5-2": {check: na}
          "7": {check: ok, by: 情報政策課}
          "8-1": {check: ok}
          "10": {check: ok}
      `,
    ],
    [
      "takes comments along, and leaves empty lines where they are",
      yaml`
        # yaml-language-server: $schema=vendor-profile.schema.json
        # 事業者
        vendor:   # 登記どおり
          # 国
          country: JP  # 本社
          name: 甲
          # 法人番号: 未確認

        # 版
        profile: 1

        service:
          name: 乙
      `,
      yaml`
        # yaml-language-server: $schema=vendor-profile.schema.json
        # 版
        profile: 1

        # 事業者
        vendor:   # 登記どおり
          name: 甲
          # 国
          country: JP  # 本社
          # 法人番号: 未確認

        service:
          name: 乙
      `,
    ],
    [
      "leaves the head and the foot of a document",
      yaml`
        # 電子申請の一覧（2026年度）

        service:
          name: 乙
        # 乙は仮称

        # 甲について

        vendor:
          name: 甲
        # 以上
      `,
      yaml`
        # 電子申請の一覧（2026年度）

        # 甲について

        vendor:
          name: 甲

        service:
          name: 乙
        # 乙は仮称
        # 以上
      `,
    ],
    [
      "of items begins behind the dash",
      yaml`
        certifications:
          -   holder: saas-provider # 保有者
              # 更新日
              expires: 2028-03-31
              # 制度
              scheme: ISMAP
          - - b
        infrastructure:
        - regions:
          - 東京
          name: 国内クラウド
      `,
      yaml`
        infrastructure:
        - name: 国内クラウド
          regions:
          - 東京
        certifications:
          -   # 制度
              scheme: ISMAP
              holder: saas-provider # 保有者
              # 更新日
              expires: 2028-03-31
          - - b
      `,
    ],
    [
      "moves texts of several lines as a whole",
      yaml`
        service:
          description: |
            市民向けの申請
            # これは本文

          url: "https://service.example.jp/
            shinsei"
          name: あおば
            電子申請
      `,
      yaml`
        service:
          name: あおば
            電子申請

          url: "https://service.example.jp/
            shinsei"
          description: |
            市民向けの申請
            # これは本文
      `,
    ],
    [
      "in brackets leaves what stands between",
      '{\n  "vendor": { "country":"JP" ,"name": "甲" },\n  "profile": 1\n}\n',
      '{\n  "profile": 1,\n  "vendor": { "name": "甲" ,"country":"JP" }\n}\n',
    ],
    [
      "knows keys with nothing behind them",
      "contract: {domesticCourt: , governingLaw}\n",
      "contract: {governingLaw, domesticCourt: }\n",
    ],
    ["leaves lists", "dataLocation:\n  primary: [US, DE, JP]\n", "dataLocation:\n  primary: [US, DE, JP]\n"],
    [
      "puts merge keys first",
      yaml`
        authentication:
          provider: &p
            twoStep: true
            factors: [knowledge]
          customer:
            lockout: true
            <<: *p
      `,
      yaml`
        authentication:
          provider: &p
            factors: [knowledge]
            twoStep: true
          customer:
            <<: *p
            lockout: true
      `,
    ],
    [
      "leaves a mapping in which an alias would come before its anchor, and sorts what is in it",
      yaml`
        x-common: &c {by: 課, check: ok}
        service: {url: https://service.example.jp/, name: 乙}
        assessment: {"1": *c}
      `,
      yaml`
        x-common: &c {by: 課, check: ok}
        service: {name: 乙, url: https://service.example.jp/}
        assessment: {"1": *c}
      `,
    ],
    [
      "leaves mappings whose keys are marked or named, and brackets with comments",
      yaml`
        vendor:
          ? country
          : JP
          ? name
          : 甲
        service:
          &u url: https://service.example.jp/
          name: 乙
        contract: {domesticCourt: designated, # 裁判所
          governingLaw: JP}
      `,
      yaml`
        vendor:
          ? country
          : JP
          ? name
          : 甲
        service:
          &u url: https://service.example.jp/
          name: 乙
        contract: {domesticCourt: designated, # 裁判所
          governingLaw: JP}
      `,
    ],
    [
      "is put right in each document without a problem",
      "vendor: {name: 甲}\nprofile: 1\n--- # 二つ目\nvendor: {name: 乙: 丙}\nprofile: 1\n---\nvendor: {name: 丁}\nprofile: 1\n",
      "profile: 1\nvendor: {name: 甲}\n--- # 二つ目\nvendor: {name: 乙: 丙}\nprofile: 1\n---\nprofile: 1\nvendor: {name: 丁}\n",
    ],
    [
      "keeps CRLF and a byte order mark",
      "\ufeff# 甲\r\nvendor: {}\r\n\r\nprofile: 1",
      "\ufeffprofile: 1\r\n\r\n# 甲\r\nvendor: {}",
    ],
  ];
  for (const [title, text, expected] of cases) {
    it(title, () => {
      assert.equal(sorted(text), expected);
      assert.equal(sorted(expected), expected);
    });
  }

  it("leaves the examples unchanged", () => {
    for (const { name, text } of examples().filter(({ text }) => !/^x-/m.test(text))) assert.equal(sorted(text), text, name);
  });

  it("makes one edit per mapping", () => {
    const text = "vendor:\n  country: JP\n  name: 甲\nservice: {url: u, name: 乙}\n";
    assert.deepEqual(edits(text), [
      { span: { start: 8, end: 31 }, text: "  name: 甲\n  country: JP" },
      { span: { start: 42, end: 57 }, text: "name: 乙, url: u" },
    ]);
  });
});

describe("Norway", () => {
  it("is put in quotes as a country", () => {
    const text = yaml`
      vendor: {name: NO, country: NO}
      contract:
        governingLaw: NO # ノルウェー
      dataLocation:
        primary: [JP, NO, "NO"]
        backups:
          - NO
      x-memo: NO
    `;
    assert.equal(
      sorted(text),
      yaml`
        vendor: {name: NO, country: "NO"}
        contract:
          governingLaw: "NO" # ノルウェー
        dataLocation:
          primary: [JP, "NO", "NO"]
          backups:
            - "NO"
        x-memo: NO
      `,
    );
  });
  it("is put in quotes in an entry that moves", () => {
    assert.equal(sorted("vendor: {country: &n NO, name: 甲}\n"), 'vendor: {name: 甲, country: &n "NO"}\n');
  });
});
