/** Tests that a finding says what would be enough: who does to the letter what it says no longer has it, nor another in its place. */
import assert from "node:assert/strict";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import type { AnyFinding } from "../../server/src/core/findings/finding.ts";
import { coreMessages, messageOf, textOf } from "../../server/src/messages/render.ts";
import { analysisOf } from "../support/analyze.ts";
import { ABROAD, type Changes, profile } from "../support/profile.ts";

const I = { "information.classification": "I" };
const group = (facts: object): Changes => ({
  ...I,
  "authentication.provider": { adminLogin: "none" },
  "authentication.customer": facts,
});
const FACTORS = { factors: ["knowledge", "possession"] };
const NO_ALTERNATIVE: Changes = {
  ...I,
  "information.personal": undefined,
  "dataLocation.primary": ["JP", "US"],
  "dataLocation.backups": ["US"],
  "dataLocation.overseas": {
    consent: { obtainedAtUse: false },
    classifications: ["I"],
    encryptionKey: { origin: "provider", dedicated: true, custody: "domestic" },
  },
};
const abroad = (changes: Changes): Changes => ({ ...NO_ALTERNATIVE, ...changes });
const erasure = (method: string, more = {}): Changes => ({ "erasure.atTermination": { method, ...more } });
const review = { by: "情報政策課", date: "2026-11-01", reason: "他の要件を検討した" };

/** The code, a profile that has it, what its message says in Japanese, and the profile of who did so. */
type Case = readonly [code: string, before: Changes, says: string, after: Changes];

const CASES: readonly Case[] = [
  ["1.unmet", { "contract.governingLaw": "US" }, "契約の準拠法を日本法とする", {}],
  ["1.unstated", { contract: { domesticCourt: "designated" } }, "書く場所: contract.governingLaw", {}],
  [
    "2.unmet",
    { "contract.domesticCourt": "unavailable" },
    "協議で指定できる契約とする",
    { "contract.domesticCourt": "negotiable" },
  ],
  ["3.unmet", { "encryption.inTransit.0.protocols": ["none"] }, "TLS 1.2以上", {}],
  ["3.unstated", { "encryption.inTransit.0.protocols": ["HTTPS"] }, "TLS 1.2以上", {}],
  ["3.unstated", { "encryption.inTransit.0.protocols": ["private-line"] }, "暗号化の有無が分からない", {}],
  ["3.legacy", { "encryption.inTransit.0.protocols": ["TLS 1.0", "TLS 1.2"] }, "TLS 1.0を無効にする", {}],
  ["4.unmet", { "encryption.atRest.0.cipher": "RC4" }, "AES-256", { "encryption.atRest.0.cipher": "AES-256" }],
  [
    "4.unstated",
    { "encryption.atRest.1": undefined, "dataLocation.backups": undefined },
    "取らないなら dataLocation.backups: []",
    { "encryption.atRest.1": undefined, "dataLocation.backups": [] },
  ],
  ["4.unstated", { "encryption.atRest.1": undefined }, "バックアップの保存先（role: backup）が未記載", {}],
  [
    "5-1.unmet",
    group({ factors: ["knowledge"], twoStep: false, lockout: false }),
    "すべての管理画面で、知識・所持・生体のうち2種類以上",
    group(FACTORS),
  ],
  [
    "5-1.unmet",
    group({ factors: ["knowledge"], twoStep: false, lockout: false }),
    "すべての管理画面で、2段階認証",
    group({ factors: ["knowledge"], twoStep: true }),
  ],
  [
    "5-1.unmet",
    group({ factors: ["knowledge"], twoStep: false, lockout: false }),
    "一定回数の失敗でロック",
    group({ factors: ["knowledge"], lockout: true }),
  ],
  ["5-1.unstated", group({ twoStep: false, lockout: false }), "書く場所: authentication.customer.factors", group(FACTORS)],
  [
    "6-1.unmet",
    NO_ALTERNATIVE,
    "データもバックアップも国内だけに置く",
    abroad({ "dataLocation.primary": ["JP"], "dataLocation.backups": ["JP"] }),
  ],
  [
    "6-1.unmet",
    NO_ALTERNATIVE,
    "個人情報を含むことを書き、利用時に本人の同意を得る",
    abroad({
      "information.personal": true,
      "dataLocation.overseas.consent": (ABROAD["dataLocation.overseas"] as { consent: unknown }).consent,
    }),
  ],
  [
    "6-1.unmet",
    NO_ALTERNATIVE,
    "英国）だけに置く",
    abroad({ "dataLocation.primary": ["JP", "GB"], "dataLocation.backups": ["GB"] }),
  ],
  [
    "6-1.unmet",
    NO_ALTERNATIVE,
    "国外に置くのは重要性分類Ⅲだけとし、それ以外はデータもバックアップも国内に置く",
    abroad({ "dataLocation.backups": ["JP", "US"], "dataLocation.overseas.classifications": ["III"] }),
  ],
  [
    "6-1.unmet",
    NO_ALTERNATIVE,
    "本市が生成した本市専用の鍵",
    abroad({ "dataLocation.overseas.encryptionKey.origin": "customer" }),
  ],
  ["7.unmet", { certifications: [] }, "有効に保つ", {}],
  ["7.expiring", { "certifications.0.expires": "2026-12-31" }, "期限までに更新し、新しい期限を書く", {}],
  ["7.recommended", { ...I, certifications: [] }, "ISMAP・ISMAP-LIU", I],
  ["8-1.exception", erasure("clear"), "purgeかdestroyで消去する", erasure("destroy")],
  [
    "8-1.exception",
    erasure("clear"),
    "検討日（date）、理由（reason）を記録する",
    { ...erasure("clear"), "assessment.8-1.exception": review },
  ],
  ["8-1.excepted", { ...erasure("clear"), "assessment.8-1.exception": review }, "purgeかdestroyで消去する", erasure("purge")],
  ["8-2.unmet", { "erasure.atDisposal.method": "none" }, "purgeかdestroyで消去し", {}],
  ["evidence.absent", { "assessment.1.evidence": undefined }, "根拠の資料名とURLを書く", {}],
  [
    "consistency.class-abroad-above-handled",
    { ...I, ...ABROAD, "dataLocation.overseas.classifications": ["S"] },
    "分類Sが、扱う情報の分類Ⅰより高い",
    { ...ABROAD, "dataLocation.overseas.classifications": ["S"] },
  ],
  [
    "check.contradiction",
    { "contract.governingLaw": "US", "assessment.1.check": "ok" },
    "書かれた事実では満たさない",
    { "assessment.1.check": "ok" },
  ],
  [
    "check.unsupported",
    { "contract.governingLaw": null, "assessment.1.check": "ok" },
    "書かれた事実では判定できない",
    { "assessment.1.check": "ok" },
  ],
  [
    "check.objection",
    { "assessment.1.check": "ng" },
    "書かれた事実では満たす",
    { "contract.governingLaw": "US", "assessment.1.check": "ng" },
  ],
  [
    "evidence.expired",
    { "assessment.1.evidence.0.expires": "2026-01-01" },
    "有効期限（2026-01-01）が過ぎている",
    { "assessment.1.evidence.0.expires": "2027-01-01" },
  ],
  ["consistency.overseas-unused", { "dataLocation.overseas": { classifications: ["III"] } }, "国外保存の記載は", {}],
  [
    "consistency.backup-store-unused",
    { "dataLocation.backups": [] },
    "「取らない」（[]）としている",
    { "dataLocation.backups": ["JP"] },
  ],
  [
    "consistency.erasure-flags-unused",
    erasure("purge", { allKeyCopiesDestroyed: true }),
    "暗号化消去のときだけ使われる",
    erasure("purge"),
  ],
  ["consistency.exception-unused", { "assessment.8-1.exception": review }, "例外の検討は使われない", {}],
  [
    "consistency.renewal-not-ismap",
    { "certifications.0.renewalPending": true },
    "意味を持つのは",
    { "certifications.0.scheme": "ISMAP", "certifications.0.renewalPending": true },
  ],
  [
    "consistency.admin-facts-unused",
    { "authentication.provider.adminLogin": "none" },
    "ほかの記載は使われない",
    { "authentication.provider": { adminLogin: "none" } },
  ],
  ["consistency.date-in-future", { "assessment.1.date": "2027-01-01" }, "判定日より後", { "assessment.1.date": "2026-01-01" }],
  ["schema.type", { "service.name": 123 }, '正しい書き方: "123"', { "service.name": "123" }],
  ["schema.type", { "dataLocation.primary": "日本、米国" }, "正しい書き方: [JP, US]", { "dataLocation.primary": ["JP", "US"] }],
  ["schema.type", { "dataLocation.backups": "取っていない" }, "ないことを示すには、[] と書く", { "dataLocation.backups": [] }],
  ["schema.type", { "dataLocation.backups": "no" }, "ないことを示すには、[] と書く", { "dataLocation.backups": [] }],
  [
    "schema.country",
    { "dataLocation.primary": ["日本、米国"] },
    "一つずつ分けて書く: JP、US",
    { "dataLocation.primary": ["JP", "US"] },
  ],
  ["schema.country", { "contract.governingLaw": 81 }, "例: JP", { "contract.governingLaw": "JP" }],
  ["schema.enum", { "encryption.inTransit.0.protocols": ["TLS 1.2、TLS 1.3"] }, "一つずつ分けて書く: TLS 1.2、TLS 1.3", {}],
  ["schema.enum", { "contract.domesticCourt": true }, "designated（契約で指定済み）", {}],
  [
    "schema.cipher",
    { "encryption.atRest.0.cipher": "AES256" },
    "正しい書き方: AES-256",
    { "encryption.atRest.0.cipher": "AES-256" },
  ],
  ["schema.cipher", { "encryption.atRest.0.cipher": 256 }, "例: AES-256-GCM", {}],
  ["schema.date", { "prepared.date": 20261001 }, "例: 2027-03-31", { "prepared.date": "2026-10-01" }],
  ["schema.corporate-number", { "vendor.corporateNumber": 123 }, "13桁", {}],
  ["schema.version", { profile: 2 }, "profile: 1 と書く", {}],
  [
    "schema.minimum",
    { "authentication.provider.lockoutAttempts": 0 },
    "1以上の整数で書く",
    { "authentication.provider.lockoutAttempts": 1 },
  ],
  ["schema.empty", { "service.name": "" }, "値を書くか", {}],
  ["schema.duplicate", { "dataLocation.primary": ["JP", "JP"] }, "重複している", {}],
  ["schema.required", { "service.name": undefined }, "は必ず書く", {}],
  ["schema.unknown-key", { 独自: 1 }, "x- で始める", { "x-独自": 1 }],
  ["schema.unknown-key", { "": 1 }, "「:」の前にキーがない", { "x-独自": 1 }],
];

/** Kinds without a case: a file that the host does not find, and a text that is no profile. */
const OTHERS = ["evidence.file", "schema.empty-profile"];

const text = ({ findings }: { findings: readonly AnyFinding[] }, code: string, id: "ja" | "en") => {
  const finding = findings.find((finding) => finding.code === code) ?? assert.fail(`no ${code}`);
  return textOf(messageOf(finding, bundled.standard, coreMessages[id]), coreMessages[id]);
};

describe("what a finding says to do is enough", () => {
  for (const [code, before, says, after] of CASES) {
    it(`${code}: ${says}`, () => {
      const analysis = analysisOf(profile(before));
      assert.ok(text(analysis, code, "ja").includes(says), text(analysis, code, "ja"));
      assert.notEqual(text(analysis, code, "en"), "");
      const had = new Set(analysis.findings.map(({ code }) => code));
      const left = analysisOf(profile(after)).findings.map((finding) => finding.code);
      assert.ok(!left.includes(code), "it is still there");
      const errors = left.filter((code) => /^(schema|yaml)/.test(code) && !had.has(code));
      assert.deepEqual(errors, [], "it cannot be read now");
    });
  }

  it("of every kind", () => {
    const kinds = Object.keys(coreMessages.ja.kinds).filter((kind) => !kind.startsWith("yaml."));
    const shown = CASES.map(([code]) => code.replace(/^\d(-\d)?\./, ""));
    assert.deepEqual(
      kinds.filter((kind) => !shown.includes(kind)),
      OTHERS,
    );
  });
});
