/** Tests hovers: the answer first, then the reasons, the risk in the standard's words, and the requirement last. */
import assert from "node:assert/strict";
import type { MarkupContent } from "vscode-languageserver";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import { riskOf, rowOf } from "../../server/src/core/standard/standard.ts";
import { hover } from "../../server/src/language-service/hover.ts";
import { ABROAD, type Changes, profile, ROWS } from "../support/profile.ts";
import { EVERYTHING, viewOf } from "../support/view.ts";

type Options = Parameters<typeof viewOf>[1];

const { standard } = bundled;
const I: Changes = { "information.classification": "I" };

/** The hover at the start of `place` (its first occurrence; "a…b" means the first b after a), and the text of its range. */
function hoverAt(text: string, place: string, options: Options = {}): { value: string; on: string } | null {
  const [before, what] = place.includes("…") ? (place.split("…") as [string, string]) : ["", place];
  const offset = text.indexOf(what, text.indexOf(before) + before.length);
  assert.ok(offset >= 0, `${place} is not in the text`);
  const view = viewOf(text, options);
  const { lines } = view.analysis.source;
  const found = hover(view, lines.position(offset));
  if (!found?.range) return null;
  return {
    value: (found.contents as MarkupContent).value,
    on: text.slice(lines.offset(found.range.start), lines.offset(found.range.end)),
  };
}

/** The visible text of Markdown: escapes undone. */
const shown = (value: string) => value.replace(/\\([!-/:-@[-`{-~])/g, "$1").replaceAll("  \n", "\n");
const said = (changes: Changes, place: string, options: Options = {}) =>
  shown(hoverAt(profile(changes), place, options)?.value ?? "");

/** Asserts that a text contains parts in this order. */
function assertInOrder(text: string, parts: readonly (string | RegExp)[]): void {
  let at = 0;
  for (const part of parts) {
    const found = typeof part === "string" ? text.indexOf(part, at) : text.slice(at).search(part) + at;
    assert.ok(found >= at, `${part} behind the first ${at} characters of:\n${text}`);
    at = found + 1;
  }
}

describe("hover on a key", () => {
  describe("shows its title and the allowed values", () => {
    const cases: [key: string, ja: RegExp[], en: RegExp[]][] = [
      [
        "domesticCourt",
        [/国内裁判所の指定/, /日本の裁判所/, /`negotiable` 協議で指定できる/],
        [/Domestic court/, /`negotiable` can be designated/],
      ],
      ["factors", [/認証要素/, /併せて使う/, /`possession` 所持/], [/Factors/, /used together/, /`possession`/]],
      [
        "cipher",
        [/暗号/, /NAME|名称-鍵長/, /CRYPTREC暗号リスト.*2026-03-30/],
        [/Cipher/, /NAME-KEY-MODE/, /CRYPTREC.*2026-03-30/],
      ],
      ["classification", [/重要性分類/, /`S`.*`I`.*`II`.*`III`/], [/Classification/]],
      ["personal", [/個人情報の有無/], [/Personal information/]],
      ["vendor", [/事業者/, /SaaS提供者/], [/Vendor/]],
      ["profile", [/形式の版/, /1/], [/Format version/]],
    ];
    for (const [key, ja, en] of cases) {
      it(key, () => {
        for (const part of ja) assert.match(said({}, key), part);
        for (const part of en) assert.match(said({}, key, { language: "en" }), part);
        assert.equal(hoverAt(profile(), key)?.on, key);
      });
    }
  });

  describe("shows the answer before the details", () => {
    for (const [id, status, why, enough, risk, requirement] of [
      [
        "ja",
        "満たさない",
        "準拠法が「US」（米国）",
        "満たすには: 契約の準拠法を日本法とする。",
        "基準に記載のリスク: ",
        "要件: ",
      ],
      ["en", "not met", "US", "To meet it: ", "Risk stated in the standard: ", "Requirement: "],
    ] as const) {
      it(id, () => {
        const row = rowOf(standard, "1");
        const text = said({ "contract.governingLaw": "US" }, "governingLaw", { language: id });
        assertInOrder(text, [
          "✗",
          "1 ",
          row.label[id],
          status,
          why,
          enough,
          risk + row.risk[id],
          /S .*(?:I|Ⅰ) .*(?:II|Ⅱ) /,
          requirement + row.requirement[id],
        ]);
      });
    }
  });

  describe("quotes the risk of every row from the standard, in both languages", () => {
    const keys: Record<(typeof ROWS)[number], string> = {
      "1": "governingLaw",
      "2": "domesticCourt",
      "3": "protocols",
      "4": "cipher",
      "5-1": "factors",
      "5-2": "twoStep",
      "5-3": "lockout",
      "6-1": "primary:",
      "6-2": "obtainedAtUse",
      "6-3": "primary:",
      "6-4": "classifications",
      "6-5": "origin",
      "7": "scheme",
      "8-1": "atTermination…method",
      "8-2": "standardDeletionAtTermination",
    };
    const text = { ...I, ...ABROAD };
    for (const no of ROWS) {
      it(no, () => {
        const row = rowOf(standard, no);
        // "primary" is also a role
        const place = keys[no].startsWith("primary") ? `dataLocation…${keys[no]}` : keys[no];
        for (const language of ["ja", "en"] as const) {
          const value = said(text, place, { language });
          assert.ok(value.includes(riskOf(standard, row)[language]), value);
          assert.ok(value.includes(row.requirement[language]), value);
          assert.ok(value.includes(row.label[language]), value);
        }
      });
    }
  });

  describe("shows the obligation of each class, the profile's own in bold", () => {
    const cases: [changes: Changes, key: string, classes: string][] = [
      [{}, "governingLaw", "分類: **S 必須** · Ⅰ 必須 · Ⅱ 必須"],
      [I, "twoStep", "分類: S なし · **Ⅰ 条件付き** · Ⅱ 条件付き"],
      [{ "information.classification": "II" }, "scheme", "分類: S 必須 · Ⅰ 推奨 · **Ⅱ 任意**"],
      [{ "information.classification": "III" }, "governingLaw", "分類: S 必須 · Ⅰ 必須 · Ⅱ 必須"],
      [{}, "atTermination…method", "分類: **S 原則必須** · Ⅰ 推奨 · Ⅱ 任意"],
    ];
    for (const [changes, key, classes] of cases) it(`${key}: ${classes}`, () => assert.ok(said(changes, key).includes(classes)));
  });

  describe("gives reasons, for passes as well as failures", () => {
    const cases: [when: string, changes: Changes, key: string, status: string][] = [
      ["met", {}, "governingLaw", "✓ No1 法律について**: 満たす — 準拠法が「JP」（日本）"],
      ["not stated", { "contract.governingLaw": null }, "governingLaw", "? No1 法律について**: 判定できない — 準拠法が未記載"],
      [
        "not readable",
        { "contract.governingLaw": "日本" },
        "governingLaw",
        "? No1 法律について**: 判定できない — 準拠法が読み取れない",
      ],
      [
        "which of the items",
        { "encryption.atRest.1.cipher": "3-key Triple DES" },
        "cipher",
        "✗ No4 暗号化対策 (保存)**: 満たさない — 保存先「日次バックアップ」の暗号が「3-key Triple DES」（運用監視暗号リスト）",
      ],
      ["another row", I, "twoStep", "✓ No5-2 2段階認証**: 満たす"],
      ["does not apply", { ...I, "information.personal": false }, "personal", "– No6-2 本人同意**: 対象外"],
      ["a date", { "certifications.0.expires": "2026-09-30" }, "expires", "の有効期限が「2026-09-30」（期限切れ）"],
      ["which certificate carries it", {}, "scheme", "✓ No7 認証取得**: 満たす"],
    ];
    for (const [when, changes, key, status] of cases)
      it(`${when}: ${status}`, () => assert.ok(said(changes, key).includes(status), said(changes, key)));
  });

  describe("names the alternative that is met", () => {
    const weak = { factors: ["knowledge"], twoStep: false, lockout: true };
    const cases: [when: string, changes: Changes, key: string, text: RegExp][] = [
      ["carried", { ...I, "authentication.customer": weak }, "customer…factors", /5-1・5-2・5-3のいずれかが必須。5-3を満たす/],
      [
        "none holds",
        { ...I, "authentication.customer": { ...weak, lockout: false } },
        "customer…factors",
        /いずれかが必須。どれも満たさない/,
      ],
      [
        "open",
        { ...I, "authentication.customer": { factors: ["knowledge"] } },
        "customer…factors",
        /いずれかが必須。まだ判定できない/,
      ],
    ];
    for (const [when, changes, key, text] of cases) it(when, () => assert.match(said(changes, key), text));
    it("at S there are no alternatives", () =>
      assert.doesNotMatch(said({ "authentication.customer": weak }, "factors"), /いずれかが必須/));
  });

  describe("shows what would be enough, if the row is required", () => {
    const enough = /満たすには/;
    it("for unmet and undecided rows", () => {
      assert.match(said({ "contract.governingLaw": "US" }, "governingLaw"), enough);
      assert.match(said({ "contract.governingLaw": null }, "governingLaw"), enough);
    });
    it("not for met rows, nor for rows that the class does not require", () => {
      assert.doesNotMatch(said({}, "governingLaw"), enough);
      assert.doesNotMatch(
        said({ "information.classification": "II", "certifications.0.holder": "infrastructure-provider" }, "holder"),
        enough,
      );
    });
  });

  it("of 8-1 at S, says that a review is recorded and what carries it", () => {
    const changes = {
      "erasure.atTermination.method": "clear",
      "assessment.8-1.exception": { by: "情報政策課", date: "2026-11-01", reason: "共用の保管庫" },
    };
    assert.match(said(changes, "atTermination…method"), /検討の記録があり、8-2で代替/);
  });

  it("on a section, shows the status of its rows", () => {
    const text = said({ "contract.governingLaw": "US" }, "contract");
    assertInOrder(text, ["契約", "✗ No1", "✓ No2"]);
    assert.ok(text.length < 400, text);
  });

  it("on a key of the user's own, says that it is not judged", () =>
    assert.match(said({ "x-備考": "社内" }, "x-備考"), /独自のキー/));
  it("never says that a law was broken", () => {
    for (const place of ["governingLaw", "cipher", "dataLocation…primary", "obtainedAtUse"]) {
      const text = said({ ...I, ...ABROAD, "contract.governingLaw": "US" }, place);
      // the standard's own text may say it
      const own = standard.rows.reduce(
        (rest, row) => rest.replaceAll(riskOf(standard, row).ja, "").replaceAll(row.requirement.ja, ""),
        text,
      );
      assert.doesNotMatch(own, /違反|違法|抵触|法令/);
    }
  });
});

describe("hover on a value", () => {
  const cases: [what: string, changes: Changes, place: string, on: string, parts: RegExp[]][] = [
    [
      "a recommended cipher",
      {},
      "AES-256-GCM",
      "AES-256-GCM",
      [/電子政府推奨暗号リスト/, /128ビットブロック暗号/, /LS-0001-2022/, /2026-03-30/],
    ],
    [
      "a cipher under watch",
      { "encryption.atRest.0.cipher": "3-key Triple DES" },
      "3-key",
      "3-key Triple DES",
      [/運用監視暗号リスト/, /2026-03-30/, /互換性維持/],
    ],
    ["a candidate", { "encryption.atRest.0.cipher": "CLEFIA" }, "CLEFIA", "CLEFIA", [/推奨候補暗号リスト/]],
    ["a cipher on no list", { "encryption.atRest.0.cipher": "RC4" }, "RC4", "RC4", [/リスト.*(ない|外)|載っていない/]],
    [
      "a mode on no list",
      { "encryption.atRest.0.cipher": "AES-256-ECB" },
      "AES-256-ECB",
      "AES-256-ECB",
      [/ECB|利用モード|リスト.*ない/],
    ],
    ["a country of storage", ABROAD, "DE", "DE", [/ドイツ/, /同等.*当たる/]],
    ["one that is not equivalent", { ...ABROAD, "dataLocation.primary": ["US"] }, "US", "US", [/米国/, /同等.*当たらない/]],
    ["Japan, of which nobody asks whether it is equivalent to Japan", {}, "JP]", "JP", [/^(?![\s\S]*当たらない)[\s\S]*日本/]],
    ["a country elsewhere", { "vendor.country": "US" }, "US", "US", [/米国/]],
    ["an accepted scheme", {}, "ISO/IEC 27017", "ISO/IEC 27017", [/基準が認める認証・登録」に当たる/]],
    [
      "one that is not accepted",
      { "certifications.0.scheme": "ISO/IEC 27001" },
      "ISO/IEC 27001",
      "ISO/IEC 27001",
      [/基準が認める認証・登録」に当たらない/],
    ],
    ["a factor", {}, "knowledge", "knowledge", [/知識/, /パスワード/, /1要素/]],
    ["another factor", {}, "possession", "possession", [/所持/, /ワンタイムパスワード/]],
    ["a class", {}, "classification: …S", "S", [/重要性分類S/, /行政の円滑な執行/, /例: .*特定個人情報/]],
    ["a method", {}, "purge", "purge", [/パージ/, /NIST|復元|回復|研究所|実験室/]],
    ["a word of a short list", {}, "designated", "designated", [/契約で指定済み/]],
    ["a protocol", {}, "TLS 1.3", "TLS 1.3", [/適切/]],
    ["a value that cannot be read", { "contract.governingLaw": "日本" }, "日本", "日本", [/読み取れない/, /未記載/]],
  ];
  for (const [what, changes, place, on, parts] of cases) {
    it(`${what}: ${on}`, () => {
      const found = hoverAt(profile(changes), place);
      assert.equal(found?.on, on);
      for (const part of parts) assert.match(shown(found?.value ?? ""), part);
    });
  }

  it("does not mention the equivalence of a country where it does not matter", () => {
    assert.doesNotMatch(said({ "vendor.country": "US" }, "US"), /同等/);
    assert.doesNotMatch(said({ "contract.governingLaw": "US" }, "US"), /同等/);
  });

  it("shows the value first, then its fact, then the status of the row", () =>
    assertInOrder(said({}, "AES-256-GCM"), ["`AES-256-GCM`", "電子政府推奨暗号リスト", "**暗号**", "✓ No4"]));

  it("mentions the lists that contain the value, or that it is not accepted", () => {
    const text = said({ "encryption.inTransit.0.protocols": ["TLS 1.2", "TLS 1.3"] }, "TLS 1.2");
    assert.ok((text.match(/に当たらない/g) ?? []).length <= 1, text);
  });

  it("in English", () => {
    assert.match(said({}, "AES-256-GCM", { language: "en" }), /e-Government Recommended Ciphers List/);
    assert.match(said({}, "knowledge", { language: "en" }), /password/);
    assert.match(said(ABROAD, "DE", { language: "en" }), /Germany/);
    assert.doesNotMatch(said({}, "knowledge", { language: "en" }), /[ぁ-んァ-ン]/);
  });
});

describe("hover on a row's number", () => {
  for (const [place, original] of [
    ['4"', "電子政府推薦暗号リスト"],
    ["6-5", "管理されなければ"],
    ['7"', "SaaS提供者またはPaaS提供者"],
    ["8-1", "ににおいて"],
  ] as const) {
    const no = place.replace('"', "");
    it(`${no}: the corrected text and the original of the row`, () => {
      const row = rowOf(standard, no);
      const text = said({ ...I, ...ABROAD }, `assessment…${place}`);
      assertInOrder(text, [`No${no}`, row.requirement.ja, "原文", original]);
      assert.ok(text.includes(row.requirement.original), text);
      for (const { reason } of row.requirement.corrections ?? []) assert.ok(text.includes(reason.ja), reason.ja);
    });
  }
  it("shows an undamaged text once", () => assert.doesNotMatch(said({}, 'assessment…"1"'), /原文/));
  it("shows no row for a number that the standard does not have", () =>
    assert.equal(hoverAt(profile({ "assessment.9": { check: "ok" } }), '"9"'), null));
});

describe("hover on an alias", () => {
  const text = profile({ "authentication.customer": undefined })
    .replace("provider:\n", "provider: &admin\n")
    .replace("dataLocation:", "  customer: *admin\ndataLocation:");
  it("shows the anchored value", () => {
    const found = hoverAt(text, "*admin");
    assert.equal(found?.on, "*admin");
    const line = text.slice(0, text.indexOf("&admin")).split("\n").length;
    assert.match(shown(found?.value ?? ""), new RegExp(`${line}行目`));
    assert.match(found?.value ?? "", /```yaml\n {4}factors: \[knowledge, possession\]/);
  });
  it("also on a merge", () => {
    const merged = text.replace("customer: *admin", "customer:\n    <<: *admin");
    assert.equal(hoverAt(merged, "*admin")?.on, "*admin");
  });
  it("shows the beginning of a long value", () => {
    const long = `x-a: &a\n${Array.from({ length: 50 }, (_, index) => `  - ${index}\n`).join("")}x-b: *a\n`;
    const value = hoverAt(profile() + long, "*a")?.value ?? "";
    assert.ok(value.split("\n").length < 15, value);
    assert.match(value, /…/);
  });
  it("shows the beginning of a long line", () => {
    const value = hoverAt(`${profile()}x-a: &a ${"あ".repeat(5000)}\nx-b: *a\n`, "*a")?.value ?? "";
    assert.ok(value.length < 1000, `${value.length} characters`);
  });
});

describe("hover", () => {
  it("is empty where there is nothing", () => {
    const text = `# 記入中\n\n${profile()}\n`;
    for (const place of ["記入中", "\n\n"]) assert.equal(hoverAt(text, place), null);
  });
  it("is about the profile at the position", () => {
    const text = `${profile()}---\n${profile({ "contract.governingLaw": "US" })}`;
    assert.match(hoverAt(text, "governingLaw")?.value ?? "", /✓ No1/);
    assert.match(hoverAt(text, "---…governingLaw")?.value ?? "", /✗ No1/);
  });
  it("is plain text if the client does not support Markdown", () => {
    const options = { capabilities: { ...EVERYTHING, markdown: false } };
    const value = hoverAt(profile({ "encryption.atRest.0.store": "顧客_DB [本番]" }), "cipher", options)?.value ?? "";
    assert.match(value, /顧客_DB \[本番\]/);
    assert.doesNotMatch(value, /\\|`/);
  });
  it("shows a name from the file on one line, shortened", () => {
    const forged = "倉庫\n\n✓ No1 法律について: 満たす";
    for (const markdown of [true, false]) {
      const options = { capabilities: { ...EVERYTHING, markdown } };
      const value = hoverAt(profile({ "encryption.atRest.0.store": forged }), "cipher", options)?.value ?? "";
      assert.doesNotMatch(value, /^\W*No1 /m);
      const long = hoverAt(profile({ "encryption.atRest.0.store": "倉".repeat(5000) }), "cipher", options)?.value ?? "";
      assert.ok(long.length < 3000, `${long.length} characters`);
    }
  });
});
