/** Tests the lenses above each profile: its verdict, and the outcome for each class. */
import assert from "node:assert/strict";
import { codeLenses } from "../../server/src/language-service/code-lens.ts";
import { ABROAD, type Changes, profile } from "../support/profile.ts";
import { viewOf } from "../support/view.ts";

type Options = Parameters<typeof viewOf>[1];

const lenses = (text: string, options?: Options) =>
  codeLenses(viewOf(text, options)).map(({ range, command }) => `${range.start.line}: ${command?.title}`);
const of = (changes: Changes, options?: Options) => lenses(profile(changes), options);

const cases: [when: string, changes: Changes, ja: string[], en: string[]][] = [
  [
    "conforming",
    {},
    ["0: 判定 — 分類S: 適合 · 利用できる: S、Ⅰ、Ⅱ", "0: S: 適合 · Ⅰ: 適合 · Ⅱ: 適合"],
    ["0: Verdict — Class S: conforms · usable: S, I and II", "0: S: conforms · I: conforms · II: conforms"],
  ],
  [
    "only for a looser class",
    { ...ABROAD, "encryption.atRest.0.cipher": "none" },
    ["0: 判定 — 分類S: 不適合 · 未達 2 · 利用できる: Ⅱ ／ 利用できない: S、Ⅰ", "0: S: 未達 2 · Ⅰ: 未達 1 · Ⅱ: 適合"],
    [
      "0: Verdict — Class S: does not conform · 2 unmet · usable: II / not usable: S and I",
      "0: S: 2 unmet · I: 1 unmet · II: conforms",
    ],
  ],
  [
    "not stated",
    { "contract.governingLaw": "US", "contract.domesticCourt": undefined },
    [
      "0: 判定 — 分類S: 不適合 · 未達 1 · 未記載 1 · 利用できない: S、Ⅰ、Ⅱ",
      "0: S: 未達 1・未記載 1 · Ⅰ: 未達 1・未記載 1 · Ⅱ: 未達 1・未記載 1",
    ],
    [
      "0: Verdict — Class S: does not conform · 1 unmet · 1 not stated · not usable: S, I and II",
      "0: S: 1 unmet, 1 not stated · I: 1 unmet, 1 not stated · II: 1 unmet, 1 not stated",
    ],
  ],
];

describe("the lens above a profile", () => {
  for (const [when, changes, ja, en] of cases) {
    it(`${when}: ${ja[1]}`, () => {
      assert.deepEqual(of(changes), ja);
      assert.deepEqual(of(changes, { language: "en" }), en);
    });
  }

  it("at III says that nothing is required, and shows the outcome for stricter classes", () => {
    const [verdict, classes] = of({ "information.classification": "III" });
    assert.match(verdict ?? "", /分類Ⅲ: 対象外/);
    assert.equal(classes, "0: S: 適合 · Ⅰ: 適合 · Ⅱ: 適合");
  });

  it("of a broken profile shows no outcomes for classes", () => {
    for (const changes of [{ "contract.governingLaw": "日本" }, { "information.classification": undefined }]) {
      const found = of(changes);
      assert.equal(found.length, 1);
      assert.match(found[0] ?? "", /書式エラー/);
    }
    assert.equal(lenses("").length, 1);
  });

  it("is at the first key, below the comments above it", () =>
    assert.deepEqual(
      lenses(`# 記入中\n\n${profile()}`).map((lens) => lens.split(":")[0]),
      ["2", "2"],
    ));

  it("is above each of several profiles", () => {
    const text = profile();
    const second = text.split("\n").length;
    assert.deepEqual(
      lenses(`${text}---\n${profile({ contract: undefined })}`).map((lens) => Number(lens.split(":")[0])),
      [0, 0, second, second],
    );
  });
});
