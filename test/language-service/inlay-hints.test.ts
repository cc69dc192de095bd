/** Tests the hints after facts: the rows they decide with their status, and that none misleads. */
import assert from "node:assert/strict";
import type { MarkupContent } from "vscode-languageserver";
import { inlayHints } from "../../server/src/language-service/inlay-hints.ts";
import { ABROAD, type Changes, profile } from "../support/profile.ts";
import { EVERYTHING, viewOf } from "../support/view.ts";

type Options = Parameters<typeof viewOf>[1];

const I: Changes = { "information.classification": "I" };
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };

/** Each line with its hint, in order; asserts that no hint is inside a line's text. */
function hints(text: string, range = WHOLE, options: Options = {}): string[] {
  const lines = text.split(/\r?\n/);
  return inlayHints(viewOf(text, options), range).map(({ position, label }) => {
    const line = lines[position.line] ?? "";
    assert.match(line.slice(position.character), /^\s*([,}\]].*)?(#.*)?$/);
    return `${line.slice(0, position.character).trim()} ${label}`;
  });
}

/** The hints of some rows. */
const on = (row: string, changes: Changes) =>
  hints(profile(changes)).filter((hint) => new RegExp(`(← |· )${row}[ -]`).test(hint));

const tooltips = (changes: Changes, options: Options = {}) =>
  inlayHints(viewOf(profile(changes), options), WHOLE).map(({ tooltip }) => tooltip as MarkupContent);

type Case = readonly [when: string, row: string, changes: Changes, hints: string[]];

function table(cases: readonly Case[]): void {
  for (const [when, row, changes, found] of cases) it(`${row}, ${when}`, () => assert.deepEqual(on(row, changes), found));
}

const cert = { scheme: "ISO/IEC 27017", holder: "saas-provider", expires: "2028-03-31" };

describe("inlay hints", () => {
  describe("show after each fact the row it decides and the status", () =>
    table([
      ["met", "1", {}, ["governingLaw: JP ← 1 ✓"]],
      ["unmet", "1", { "contract.governingLaw": "US" }, ["governingLaw: US ← 1 ✗ 米国"]],
      ["nothing behind the key", "1", { "contract.governingLaw": null }, ["governingLaw: null ← 1 ?"]],
      ["what cannot be read", "1", { "contract.governingLaw": "日本" }, ["governingLaw: 日本 ← 1 ?"]],
      ["every item", "3", {}, ["protocols: [TLS 1.2, TLS 1.3] ← 3 ✓", "protocols: [IPsec] ← 3 ✓"]],
      ["an empty list that says enough", "7", { certifications: [] }, ["certifications: [] ← 7 ✗ 条件を満たす認証がない"]],
      [
        "the certificate that holds alone",
        "7",
        { certifications: [{ ...cert, scheme: "ISO/IEC 27001" }, cert] },
        ["- scheme: ISO/IEC 27017 ← 7 ✓", "holder: saas-provider ← 7 ✓", "expires: 2028-03-31 ← 7 ✓"],
      ],
    ]));

  it("show all the rows that one fact decides", () =>
    assert.match(on("6-1", { ...I, "dataLocation.primary": ["JP", "DE"] })[0] ?? "", /^primary: \[JP, DE\] ← 6-1 ✗ · 6-3 ✓/));

  describe("do not mislead", () => {
    it("7, an accepted scheme is not marked for its date", () => {
      const found = on("7", { certifications: [{ ...cert, expires: "2026-01-01" }] });
      assert.deepEqual(
        found.filter((hint) => hint.includes("✗")),
        ["expires: 2026-01-01 ← 7 ✗ 期限切れ"],
      );
    });
    table([
      [
        "an alternative does not matter where the row itself holds",
        "5-3",
        { ...I, "authentication.customer.lockout": false },
        [],
      ],
      [
        "nor where another carries the group",
        "5-2",
        { ...I, "authentication.customer": { factors: ["knowledge"], twoStep: false, lockout: true } },
        [],
      ],
      [
        "a group that has no admin screens",
        "5-1",
        { "authentication.customer": { adminLogin: "none", factors: ["knowledge"] } },
        ["factors: [knowledge, possession] ← 5-1 ✓", "adminLogin: none ← 5-1 ✓"],
      ],
      ["a row that does not apply", "6-2", { ...I, ...ABROAD, "information.personal": false }, []],
      ["rows that do not apply in Japan", "6-[2-5]", I, []],
      ["an alternative that the class does not know", "6-[2-5]", ABROAD, []],
      ["a row that is optional", "7", { "information.classification": "II" }, []],
      [
        "a pending renewal that nobody stated",
        "7",
        { "certifications.0.renewalPending": null },
        ["- scheme: ISO/IEC 27017 ← 7 ✓", "holder: saas-provider ← 7 ✓", "expires: 2028-03-31 ← 7 ✓"],
      ],
    ]);

    it("are absent at III, and without a class", () => {
      assert.deepEqual(hints(profile({ "information.classification": "III" })), []);
      assert.deepEqual(hints(profile({ "information.classification": undefined })), []);
    });

    const marked: [when: string, row: string, changes: Changes][] = [
      ["one group fails", "5-1", { "authentication.customer.factors": ["knowledge"] }],
      ["half of an ∧ fails", "8-2", { "erasure.atDisposal.method": "clear" }],
      ["backups are nowhere stored", "4", { "encryption.atRest": [{ store: "a", role: "primary", cipher: "AES-256" }] }],
    ];
    for (const [when, row, changes] of marked) {
      it(`${row}, ${when}: no hint shows ✓ for a row that is not met`, () =>
        assert.deepEqual(
          on(row, changes).filter((hint) => hint.includes(`${row} ✓`)),
          [],
        ));
    }
  });

  describe("are at the end of their fact", () => {
    const law = (written: string) => profile().replace("governingLaw: JP", written);
    const cases: [what: string, text: string, hint: string][] = [
      ["before a comment", law("governingLaw: JP # 第20条"), "governingLaw: JP ← 1 ✓"],
      ["in quotes", law('governingLaw: "JP"'), 'governingLaw: "JP" ← 1 ✓'],
      ["a text over several lines", law("governingLaw: >-\n    JP"), "JP ← 1 ✓"],
      ["a list over several lines", profile().replace("[JP]", "\n    - JP"), "- JP ← 6-1 ✓"],
      ["nothing behind the colon", law("governingLaw:"), "governingLaw: ← 1 ?"],
      ["Windows line ends", profile().replaceAll("\n", "\r\n"), "governingLaw: JP ← 1 ✓"],
    ];
    for (const [what, text, hint] of cases) it(what, () => assert.ok(hints(text).includes(hint), hints(text).join("\n")));

    it("are joined if several are on one line", () =>
      assert.deepEqual(
        hints(profile().replace(/contract:\n.*\n.*\n/, "contract: {governingLaw: JP, domesticCourt: unavailable}\n"))[0],
        "contract: {governingLaw: JP, domesticCourt: unavailable} ← 1 ✓ · 2 ✗",
      ));
  });

  it("are limited to the requested lines", () => {
    const text = profile();
    const line = text.split("\n").findIndex((line) => line.includes("governingLaw"));
    assert.deepEqual(hints(text, { start: { line, character: 5 }, end: { line, character: 6 } }), ["governingLaw: JP ← 1 ✓"]);
    assert.deepEqual(hints(text, { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }), []);
  });

  it("cover every profile of a file", () => {
    const both = hints(`${profile()}---\n${profile({ "contract.governingLaw": "US" })}`);
    assert.deepEqual(
      both.filter((hint) => hint.startsWith("governingLaw")),
      ["governingLaw: JP ← 1 ✓", "governingLaw: US ← 1 ✗ 米国"],
    );
  });

  describe("have a tooltip with the reasons", () => {
    const changes = { "encryption.atRest.1.cipher": "3-key Triple DES" };
    it("in Japanese and English", () => {
      assert.match(
        tooltips(changes)
          .map(({ value }) => value)
          .join("\n"),
        /✗ No4 暗号化対策 \(保存\)\*\*: 満たさない — 保存先「日次バックアップ」の暗号が「3-key Triple DES」（運用監視暗号リスト）/,
      );
      assert.match(
        tooltips(changes, { language: "en" })
          .map(({ value }) => value)
          .join("\n"),
        /✗ .*4 .*not met — .*3-key Triple DES/,
      );
    });
    it("each reason once", () => {
      for (const { value } of tooltips({
        certifications: [{ ...cert, scheme: "ISMAP", expires: "2026-01-01", renewalPending: true }],
      })) {
        assert.doesNotMatch(value, /(「ISMAP」.*){2}/);
      }
    });
    it("in plain text if the client does not support Markdown", () => {
      for (const { kind, value } of tooltips(changes, { capabilities: { ...EVERYTHING, markdown: false } })) {
        assert.equal(kind, "plaintext");
        assert.doesNotMatch(value, /\*\*|\\/);
      }
    });
  });
});
