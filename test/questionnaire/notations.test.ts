/**
 * Tests how an answer in words is read: by the one table that the profile's fixes use, where it can be read in one way only; else the
 * cell is told, and the fact is not stated.
 */
import { strict as assert } from "node:assert";
import { parse } from "yaml";
import { analyzeText } from "../support/analyze.ts";
import { cellsOf, filledGrids, importedFrom, placeOf } from "../support/form.ts";
import { profile } from "../support/profile.ts";

/** The cell is told by its address, and states nothing. */
const TOLD = Symbol("told");

type Row = readonly [text: string, value: unknown];

const TABLE: readonly (readonly [kind: string, fact: string, rows: readonly Row[]])[] = [
  [
    "a text",
    "service.url",
    [
      ["https://service.example.jp/", "https://service.example.jp/"],
      ["なし", TOLD],
      ["なし。", TOLD],
      ["無し", TOLD],
      ["特になし", TOLD],
      ["該当なし", TOLD],
      ["N/A", TOLD],
      ["ｎ／ａ", TOLD],
      ["none", TOLD],
      ["no", TOLD],
      ["-", TOLD],
      ["－", TOLD],
      ["ー", TOLD],
      ["―", TOLD],
      ["---", TOLD],
      ["？", TOLD],
      ["未定", TOLD],
      ["不明", TOLD],
      ["記入不要", TOLD],
      ["無回答", TOLD],
      ["別紙参照", TOLD],
      ["TBA", TOLD],
      ["確認中", TOLD],
      ["同上", TOLD],
      ["〃", TOLD],
      ["\u200b", undefined],
      ["　", undefined],
      ["無印サービス", "無印サービス"],
    ],
  ],
  [
    "a list of texts",
    "information.items",
    [
      ["氏名", ["氏名"]],
      ["氏名、住所", ["氏名", "住所"]],
      ["氏名，住所", ["氏名", "住所"]],
      ["氏名, 住所", ["氏名", "住所"]],
      ["氏名\n住所", ["氏名", "住所"]],
      ["・氏名\n・住所", ["氏名", "住所"]],
      ["氏名、住所。", ["氏名", "住所"]],
      ["氏名（姓、名）、住所", ["氏名（姓、名）", "住所"]],
      ["1,000件の氏名", ["1,000件の氏名"]],
      ["一つもない", []],
      ["なし", []],
      ["-", TOLD],
      ["未定", TOLD],
      ["氏名、-", TOLD],
    ],
  ],
  [
    "a country",
    "contract.governingLaw",
    [
      ["日本", "JP"],
      ["日本（JP）", "JP"],
      ["日本国内", "JP"],
      ["日本法", "JP"],
      ["jp", "JP"],
      ["日本。", "JP"],
      ["UK", "GB"],
      ["U.K.", "GB"],
      ["ノルウェー（NO）", "NO"],
      ["Norway (NO)", "NO"],
      ["ナミビア", "NA"],
      ["No", TOLD],
      ["NO", TOLD],
      ["ＮＯ", TOLD],
      ["na", TOLD],
      ["NA", TOLD],
      ["NG", TOLD],
      ["日本（US）", TOLD],
      ["日本（東京）", TOLD],
      ["日本と米国", TOLD],
      ["日本、米国", TOLD],
      ["なし", TOLD],
      ["-", TOLD],
    ],
  ],
  [
    "a list of countries that must have one",
    "dataLocation.primary",
    [
      ["日本", ["JP"]],
      ["日本、米国", ["JP", "US"]],
      ["日本\n米国", ["JP", "US"]],
      ["日本、日本国", ["JP"]],
      ["■日本 □米国", ["JP"]],
      ["☑日本 ☑米国", ["JP", "US"]],
      ["ボネール、シント・ユースタティウス及びサバ", ["BQ"]],
      ["日本、アジア", TOLD],
      ["日本・米国", TOLD],
      ["No", TOLD],
      ["na", TOLD],
      ["なし", TOLD],
    ],
  ],
  [
    "a list of countries that may have none",
    "dataLocation.backups",
    [
      ["一つもない", []],
      ["なし", []],
      ["なし。", []],
      ["ない", []],
      ["can", TOLD],
      ["mac", TOLD],
      ["no", TOLD],
      ["n/a", TOLD],
      ["該当なし", TOLD],
      ["-", TOLD],
      ["未定", TOLD],
    ],
  ],
  [
    "a choice",
    "contract.domesticCourt",
    [
      ["契約で指定済み", "designated"],
      ["契約で指定済み。", "designated"],
      ["■契約で指定済み □協議で指定できる □指定できない", "designated"],
      ["designated", "designated"],
      ["要相談", TOLD],
      ["なし", TOLD],
      ["-", TOLD],
      ["○", TOLD],
      ["■", TOLD],
    ],
  ],
  [
    "several choices",
    "authentication.customer.factors",
    [
      ["知識", ["knowledge"]],
      ["知識、所持", ["knowledge", "possession"]],
      ["■知識 ■所持 □生体", ["knowledge", "possession"]],
      ["知識又は所持", TOLD],
      ["知識/所持", TOLD],
      ["□知識 □所持", TOLD],
      ["知識、ワンタイムパスワード", TOLD],
      ["なし", TOLD],
    ],
  ],
  [
    "yes or no",
    "information.personal",
    [
      ["はい", true],
      ["はい。", true],
      ["Yes.", true],
      ["有", true],
      ["○", true],
      ["☑", true],
      ["■", true],
      ["レ", true],
      ["✓", true],
      ["✔\ufe0f", true],
      ["いいえ", false],
      ["いいえ。", false],
      ["なし", false],
      ["×", false],
      ["■はい □いいえ", true],
      ["□はい ■いいえ", false],
      ["☑はい　☐いいえ", true],
      ["☒はい ☐いいえ", true],
      ["☑ はい", true],
      ["はい（有）", true],
      ["■はい ■いいえ", TOLD],
      ["□はい □いいえ", TOLD],
      ["□はい", TOLD],
      ["■はい □いいえ（一部）", TOLD],
      ["☒", TOLD],
      ["□", TOLD],
      ["-", TOLD],
      ["はい（一部）", TOLD],
      ["はい（いいえ）", TOLD],
      ["多分", TOLD],
    ],
  ],
  [
    "a date",
    "prepared.date",
    [
      ["2026-10-15", "2026-10-15"],
      ["2026/10/5", "2026-10-05"],
      ["2026年10月5日", "2026-10-05"],
      ["2026 年 10 月 5 日", "2026-10-05"],
      ["令和8年10月5日", "2026-10-05"],
      ["令和 8 年 10 月 5 日", "2026-10-05"],
      ["R8.4.1", "2026-04-01"],
      ["Ｒ８．４．１", "2026-04-01"],
      ["r8/4/1", "2026-04-01"],
      ["令和元年5月1日", "2019-05-01"],
      ["平成31年4月30日", "2019-04-30"],
      ["H31.4.30", "2019-04-30"],
      ["2026-10-15 12:00", "2026-10-15"],
      ["2026-10-15T12:00:00", "2026-10-15"],
      ["2026-10-15T12:00:00+09:00", "2026-10-15"],
      ["2026年10月15日 9:00", "2026-10-15"],
      ["2026年10月15日（木）", "2026-10-15"],
      ["2026/10/15(木曜日)", "2026-10-15"],
      ["2026-10-15。", "2026-10-15"],
      ["令和元年4月30日", TOLD],
      ["R1.4.30", TOLD],
      ["令和0年5月1日", TOLD],
      ["平成32年4月1日", TOLD],
      ["2026年10月15日（水）", TOLD],
      ["2026-10-15T22:00:00Z", TOLD],
      ["2026-10-15 25:00", TOLD],
      ["2026-02-30", TOLD],
      ["2026年10月", TOLD],
      ["10/15", TOLD],
      ["15/10/2026", TOLD],
      ["未定", TOLD],
    ],
  ],
  [
    "a number",
    "authentication.provider.lockoutAttempts",
    [
      ["5", 5],
      ["５", 5],
      ["5回", 5],
      ["５ 回", 5],
      ["5回。", 5],
      ["5 times", 5],
      ["0", TOLD],
      ["0回", TOLD],
      ["-5", TOLD],
      ["5.5", TOLD],
      ["5〜10回", TOLD],
      ["5回以上", TOLD],
      ["5分", TOLD],
      ["5回目", TOLD],
      ["なし", TOLD],
    ],
  ],
  [
    "a corporate number",
    "vendor.corporateNumber",
    [
      ["９９９９９９９９９９９９９", "9999999999999"],
      ["9-9999-9999-9999", "9999999999999"],
      ["1234567890123", TOLD],
      ["なし", TOLD],
    ],
  ],
  [
    "protocols",
    "encryption.inTransit.0.protocols",
    [
      ["TLSv1.2", ["TLS 1.2"]],
      ["TLS 1.2、TLS 1.3", ["TLS 1.2", "TLS 1.3"]],
      ["暗号化しない", ["none"]],
      ["HTTP（社内のみ）", TOLD],
      ["TLS 1.2（社内のみ）", TOLD],
      ["TLS 1.2/1.3", TOLD],
      ["TLS 1.2以上", TOLD],
      ["-", TOLD],
    ],
  ],
  [
    "a cipher",
    "encryption.atRest.0.cipher",
    [
      ["AES256", "AES-256"],
      ["AES-256（GCM）", "AES-256-GCM"],
      ["AES（256bit）", "AES-256"],
      ["AES-256bit（GCMモード）", "AES-256-GCM"],
      ["AES (256-GCM)", "AES-256-GCM"],
      ["XTS-AES-256", "AES-256-XTS"],
      ["AES-256。", "AES-256"],
      ["暗号化しない", "none"],
      ["CBC-MAC", "CBC-MAC"],
      ["AES-GCM-256", TOLD],
      ["XTS-AES-256-GCM", TOLD],
      ["AES-256（業務DBのみ）", TOLD],
      ["AES-256（", TOLD],
      ["AES-256()", TOLD],
      ["AES-512", TOLD],
      ["bitAES", TOLD],
      ["mode AES", TOLD],
      ["透過的データ暗号化", TOLD],
    ],
  ],
  [
    "a certificate",
    "certifications.0.scheme",
    [
      ["ISO/IEC 27001:2022", "ISO/IEC 27001"],
      ["ISO27017：2015", "ISO/IEC 27017"],
      ["JIS Q 27001:2023", "ISO/IEC 27001"],
      ["ISMS", "ISO/IEC 27001"],
      ["ISO/IEC 27001 2022年版", TOLD],
      ["ISO/IEC 27002:2022", TOLD],
      ["なし", TOLD],
    ],
  ],
  [
    "an erasure method",
    "erasure.atDisposal.method",
    [
      ["デストロイ", "destroy"],
      ["消去しない", "none"],
      ["なし", "none"],
      ["物理破壊", TOLD],
    ],
  ],
];

/** What a questionnaire with one answer states of the fact, and the cells that it tells. */
function read(fact: string, text: string): { value: unknown; told: string[]; place: string } {
  const [cell] = cellsOf(fact.replace(".0.", "."));
  assert.ok(cell);
  const { facts, problems } = importedFrom(filledGrids([{ cell, content: { kind: "text", text } }]));
  const value = fact.split(".").reduce<unknown>((parent, step) => (parent as Record<string, unknown> | undefined)?.[step], facts);
  const told = problems.filter(({ kind }) => kind !== "missing").map(({ sheet, address }) => `${sheet}!${address}`);
  return { value, told, place: placeOf(cell) };
}

/** What the profile's finding says was meant by a text; undefined where it says nothing. */
function meant(fact: string, text: string): unknown {
  const finding = analyzeText(profile({ [fact]: text })).findings.find(({ path }) => path.join(".") === fact);
  return finding && "meant" in finding.data ? parse(String(finding.data.meant)) : undefined;
}

const isList = (fact: string) => /(?:items|primary|backups|factors|protocols)$/.test(fact);

describe("an answer in words", () => {
  for (const [kind, fact, rows] of TABLE) {
    describe(kind, () => {
      for (const [text, value] of rows) {
        it(`${JSON.stringify(text)}: ${value === TOLD ? "is told" : JSON.stringify(value)}`, () => {
          const found = read(fact, text);
          if (value !== TOLD) assert.deepEqual([found.value, found.told], [value, []]);
          else assert.deepEqual([found.value, found.told], [isList(fact) ? [null] : null, [found.place]]);
        });
      }
    });
  }

  it("stands for the same in a profile: one table serves both", () => {
    for (const [kind, fact, rows] of TABLE) {
      for (const [text, value] of rows) {
        if (kind === "a text" || (kind === "a list of texts" && value === TOLD)) continue;
        const written = meant(fact, text);
        // what is valid in a profile as it stands needs no notation
        const isCode = /^N[OAG]$|^[A-Z]+-MAC$/.test(text) || text === value;
        if (!isCode) assert.deepEqual(written, value === TOLD ? undefined : value, `${fact}: ${text}`);
      }
    }
  });

  it("keeps the edition of a standard under its own key", () => {
    const [scheme] = cellsOf("certifications.scheme");
    const [edition] = cellsOf("certifications.edition");
    assert.ok(scheme && edition);
    const certificate = (text: string, written = "ISO/IEC 27001:2022") => {
      const filled = [{ cell: scheme, content: { kind: "text", text: written } as const }];
      const more = text === "" ? [] : [{ cell: edition, content: { kind: "text", text } as const }];
      const { facts, problems } = importedFrom(filledGrids([...filled, ...more]));
      return [facts.certifications, problems.flatMap(({ kind }) => (kind === "missing" ? [] : [kind]))];
    };
    assert.deepEqual(certificate(""), [[{ scheme: "ISO/IEC 27001", edition: "2022" }], []]);
    assert.deepEqual(certificate("2022"), [[{ scheme: "ISO/IEC 27001", edition: "2022" }], []]);
    assert.deepEqual(certificate("2013"), [[{ scheme: "ISO/IEC 27001", edition: null }], ["contradiction", "contradiction"]]);
    // a year of JIS is none of ISO
    const japanese = { scheme: "ISO/IEC 27017", edition: "JIS Q 27017:2016" };
    assert.deepEqual(certificate("", "JIS Q 27017：2016"), [[japanese], []]);
    const found = analyzeText(profile({ "certifications.0.scheme": "JIS Q 27017:2016" })).findings[0]?.data;
    assert.deepEqual(found && "beside" in found && found.beside, { key: "edition", value: "JIS Q 27017:2016" });
  });
});
