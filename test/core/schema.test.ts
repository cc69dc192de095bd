/** Tests the findings about values that break the format: one per cause, with its range and what was meant, and that nothing else is lost. */
import assert from "node:assert/strict";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import type { AnyFinding } from "../../server/src/core/findings/finding.ts";
import type { Field } from "../../server/src/core/schema/format.ts";
import { misspelled } from "../../server/src/core/schema/misspelling.ts";
import { normalize } from "../../server/src/core/schema/normalize.ts";
import { matches } from "../../server/src/core/schema/pattern.ts";
import { analyzeText } from "../support/analyze.ts";
import { ABROAD, type Changes, findings, judged, lines, profile, statusOf } from "../support/profile.ts";

/** The one finding of a profile with changes. */
function only(changes: Changes): AnyFinding {
  const { findings } = analyzeText(profile(changes));
  assert.deepEqual(findings.length, 1, findings.map(({ code }) => code).join());
  return findings[0] as AnyFinding;
}

const held = { scheme: "ISMAP", holder: "saas-provider", expires: "2028-03-31" };

describe("schema findings", () => {
  const cases: [code: string, because: string, changes: Changes, marked: string[]][] = [
    ["schema.type", "a number for a text", { "vendor.name": 5 }, ["5"]],
    ["schema.country", "a number for a code", { "vendor.country": 81 }, ["81"]],
    ["schema.type", "a text for true or false", { "information.personal": "maybe" }, ["maybe"]],
    ["schema.type", "a section for a text", { "vendor.name": { ja: "あおば" } }, ["name"]],
    ["schema.type", "a text for a section", { prepared: "室" }, ["室"]],
    ["schema.type", "a section for a list", { infrastructure: { name: "基盤" } }, ["infrastructure"]],
    ["schema.type", "a text for an item", { infrastructure: ["基盤"] }, ["基盤"]],
    ["schema.type", "a fraction for a whole number", { "authentication.provider.lockoutAttempts": 1.5 }, ["1.5"]],
    ["schema.enum", "a word that is none of them", { "encryption.atRest.0.mechanism": "disk" }, ["disk"]],
    ["schema.enum", "another standard", { standard: "sapporo" }, ["sapporo"]],
    ["schema.country", "no country", { "vendor.country": "XX" }, ["XX"]],
    ["schema.date", "no day of the calendar", { "prepared.date": "2026-02-30" }, ["2026-02-30"]],
    ["schema.date", "a time", { "prepared.date": "2026-02-03T10:00:00Z" }, ["2026-02-03T10:00:00Z"]],
    ["schema.corporate-number", "a wrong check digit", { "vendor.corporateNumber": "1999999999999" }, ['"1999999999999"']],
    ["schema.corporate-number", "twelve digits", { "vendor.corporateNumber": "999999999999" }, ['"999999999999"']],
    ["schema.version", "another version", { profile: 2 }, ["2"]],
    ["schema.minimum", "no attempts", { "authentication.provider.lockoutAttempts": 0 }, ["0"]],
    ["schema.empty", "an empty name", { "vendor.name": "" }, ['""']],
    ["schema.empty", "an empty by", { "prepared.by": "" }, ['""']],
    ["schema.empty", "an empty title", { "assessment.1.evidence": [{ title: "" }] }, ['""']],
    ["schema.empty", "an empty reason", { "assessment.8-1.exception.reason": "" }, ['""']],
    [
      "schema.duplicate",
      "a value that stands again, each time",
      { "encryption.inTransit.0.protocols": ["VPN", "SSH", "VPN", "SSH"] },
      ["VPN", "SSH"],
    ],
    ["schema.required", "a section", { vendor: undefined }, ["profile"]],
    ["schema.required", "a key", { "service.name": undefined, "service.url": "https://a.example.jp/" }, ["service"]],
    ["schema.required", "a key with nothing behind it", { "service.name": null }, ["name"]],
    ["schema.unknown-key", "at the top", { certificates: [] }, ["certificates"]],
    ["schema.unknown-key", "in a section", { "contract.law": "JP" }, ["law"]],
    ["schema.unknown-key", "in an item", { "encryption.atRest.0.key": 256 }, ["key"]],
    ["schema.unknown-key", "several", { "contract.law": "JP", "contract.court": "JP" }, ["law", "court"]],
    ["schema.unknown-key", "with nothing behind it", { "contract.governingLow": null }, ["governingLow"]],
    ["schema.unknown-key", "an exception on another row", { "assessment.8-2.exception": { by: "課" } }, ["exception"]],
  ];
  for (const [code, because, changes, marked] of cases) {
    it(`${code}: ${because}`, () => {
      const found = findings(changes, {}, /^schema/);
      assert.deepEqual(
        found,
        marked.map((text) => `error ${code} ${text}`),
      );
    });
  }

  const roots: [string, string, string[]][] = [
    ["nothing", "", ["error schema.empty-profile "]],
    ["a comment alone", "# 書きかけ\n", ["error schema.empty-profile "]],
    ["a word", "profile\n", ["error schema.type profile"]],
    ["a list", "- profile: 1\n- vendor\n", ["error schema.type - profile: 1"]],
  ];
  for (const [what, text, found] of roots) {
    it(`a file that is ${what}`, () => {
      assert.deepEqual(lines(text), found);
      assert.equal(judged(text).verdict, "invalid");
    });
  }
  it("an empty file is one invalid profile at its very start", () => {
    const { profiles, findings, source } = analyzeText("");
    assert.equal(profiles.length, 1);
    assert.deepEqual(source.lines.range((findings[0] as AnyFinding).span), {
      start: { line: 0, character: 0 },
      end: { line: 0, character: 0 },
    });
  });

  for (const number of ["7000012050002", "4011001098993", "2120901007402", "8700110005901", "9999999999999"]) {
    it(`the corporate number ${number} is valid`, () => assert.deepEqual(findings({ "vendor.corporateNumber": number }), []));
  }

  it("an exception may stand under 8-1 alone, and the finding says so", () => {
    const { data } = analyzeText(profile({ "assessment.7.exception": { by: "課" } })).findings[0] as AnyFinding;
    assert.deepEqual("only" in data && data.only, ["8-1"]);
  });
});

describe("not stated and no error", () => {
  const cases: [string, Changes][] = [
    ["null", { "prepared.date": null, "vendor.country": null, infrastructure: null, "information.items": null }],
    ["null among what rows look at", { "authentication.provider.lockoutAttempts": null, "encryption.atRest.0.mechanism": null }],
    ["empty lists that state something", { "information.items": [], infrastructure: [] }],
    [
      "keys that begin with x-",
      { "x-memo": "何でも", "vendor.x-code": { a: [1] }, "encryption.inTransit.0.x-id": 7, "assessment.1.x-a": null },
    ],
    ["Norway", { "vendor.country": "NO" }],
    ["quoted dates", { "prepared.date": "2026-10-15" }],
    ["an unused name", { "encryption.inTransit.0.name": "独自方式" }],
  ];
  for (const [what, changes] of cases) it(what, () => assert.deepEqual(findings(changes), []));
});

describe("equivalent notations", () => {
  const protocol = "encryption.inTransit.0.protocols.0";
  const scheme = "certifications.0.scheme";
  const classification = "information.classification";
  const cases: [path: string, written: unknown, meant: string][] = [
    ["vendor.country", "日本", "JP"],
    ["vendor.country", "Japan", "JP"],
    ["vendor.country", "jp", "JP"],
    ["vendor.country", "ＪＰ", "JP"],
    ["vendor.country", "UK", "GB"],
    ["vendor.country", "英国", "GB"],
    ["vendor.country", "EL", "GR"],
    ["vendor.country", "米国", "US"],
    [protocol, "TLSv1.2", "TLS 1.2"],
    [protocol, "TLS1.3", "TLS 1.3"],
    [protocol, "ＴＬＳ　１．２", "TLS 1.2"],
    [protocol, "tls 1.2", "TLS 1.2"],
    [protocol, "SSLv3", "SSL 3.0"],
    [protocol, "専用線", "private-line"],
    [scheme, "ISO27017", "ISO/IEC 27017"],
    [scheme, "ＩＳＯ／ＩＥＣ　２７０１８", "ISO/IEC 27018"],
    [scheme, "JIS Q 27017", "ISO/IEC 27017"],
    [scheme, "ISMSクラウドセキュリティ認証", "ISO/IEC 27017"],
    [classification, "Ⅰ", "I"],
    [classification, "Ⅱ", "II"],
    [classification, "Ⅲ", "III"],
    [classification, "Ｓ", "S"],
    [classification, "Ｉ", "I"],
    [classification, "１", "I"],
    [classification, 2, "II"],
    ["authentication.provider.factors.0", "ｋｎｏｗｌｅｄｇｅ", "knowledge"],
    ["authentication.provider.factors.0", "知識", "knowledge"],
    ["erasure.atDisposal.guideline", "NIST SP800-88 Rev. 1", "NIST SP 800-88 Rev.1"],
    ["erasure.atDisposal.method", "Destroy", "destroy"],
    ["information.personal", "はい", "true"],
    ["information.personal", "yes", "true"],
    ["information.personal", "ｔｒｕｅ", "true"],
    ["information.personal", "true", "true"],
    ["authentication.provider.lockoutAttempts", "５", "5"],
    ["authentication.provider.lockoutAttempts", "5", "5"],
    ["prepared.date", "２０２６－１０－１５", "2026-10-15"],
    ["prepared.date", "2026/10/5", "2026-10-05"],
    ["prepared.date", "2026年10月5日", "2026-10-05"],
    ["prepared.date", "令和8年10月5日", "2026-10-05"],
    ["vendor.corporateNumber", 9999999999999, '"9999999999999"'],
    ["vendor.corporateNumber", "９９９９９９９９９９９９９", '"9999999999999"'],
    ["service.name", 2026, '"2026"'],
    ["dataLocation.primary", "JP", "[JP]"],
    ["dataLocation.primary", "日本", "[JP]"],
    ["encryption.inTransit.0.protocols", "TLS 1.2", "[TLS 1.2]"],
  ];
  for (const [path, written, meant] of cases) {
    it(`${path}: ${written} → ${meant}`, () => {
      const finding = analyzeText(profile({ [path]: written })).findings.find(({ kind }) => kind.startsWith("schema."));
      assert.ok(finding && "meant" in finding.data);
      assert.equal(finding.data.meant, meant);
      assert.ok(!("similar" in finding.data));
    });
  }

  it("they never count for the status", () => {
    const changes = {
      "contract.governingLaw": "日本",
      "encryption.inTransit.0.protocols": ["TLSv1.2"],
      "encryption.atRest.0.cipher": "AES256",
    };
    const seen = judged(profile(changes));
    assert.deepEqual(
      ["1", "3", "4"].map((no) => statusOf(seen, no)),
      ["unknown", "unknown", "unknown"],
    );
  });
});

describe("similar words", () => {
  const cases: [path: string, written: unknown, similar: string][] = [
    ["contract.domesticCourt", "designatd", "designated"],
    ["authentication.provider.factors.0", "knowlege", "knowledge"],
    ["erasure.atDisposal.method", "distroy", "destroy"],
    ["encryption.atRest.0.role", "primry", "primary"],
    ["certifications.0.holder", "saas-providor", "saas-provider"],
  ];
  for (const [path, written, similar] of cases) {
    it(`${path}: ${written} ~ ${similar}`, () => {
      const { data } = only({ [path]: written });
      assert.deepEqual(["meant" in data, "similar" in data && data.similar], [false, similar]);
    });
  }

  const keys: [path: string, similar: string | undefined][] = [
    ["contract.goveringLaw", "governingLaw"],
    ["dataLocation.backup", "backups"],
    ["certification", "certifications"],
    ["contract.zzz", undefined],
    ["authentication.provider.noLockout", undefined],
    ["authentication.provider.lockoutNo", undefined],
    ["authentication.customer.notTwoStep", undefined],
    ["information.nonPersonal", undefined],
    ["information.impersonal", undefined],
    ["erasure.noStandardDeletionAtTermination", undefined],
    ["erasure.atTermination.anyKeyCopiesDestroyed", undefined],
  ];
  for (const [path, similar] of keys) {
    it(`the key ${path} ~ ${similar ?? "nothing"}`, () => {
      const right = similar && { [[...path.split(".").slice(0, -1), similar].join(".")]: undefined };
      const { data } = only({ ...right, [path]: undefined, ...(right ? { [path]: ["JP"] } : { [path]: 1 }) });
      assert.equal("similar" in data ? data.similar : undefined, similar);
    });
  }

  it("a key that is there already is not suggested", () => {
    const { data } = only({ "contract.governinglaw": "JP" });
    assert.ok(!("similar" in data));
  });

  const never: [what: string, path: string, written: unknown][] = [
    ["a country", "vendor.country", "JQ"],
    ["a version of TLS", "encryption.inTransit.0.protocols", ["TLS 1.4", "VPN"]],
    ["a class", "information.classification", "IV"],
    ["a certificate", "certifications.0.scheme", "ISO/IEC 27107"],
    ["a guideline", "erasure.atDisposal.guideline", "NIST SP 800-88 Rev.3"],
    ["a date", "prepared.date", "2026-13-01"],
    ["a corporate number", "vendor.corporateNumber", "9999999999998"],
    ["the format's version", "profile", 2],
    ["a row's number", "assessment", { "5-4": { check: "ok" } }],
    ["a cipher", "encryption.atRest.0.cipher", "Camelia-256"],
    ["a negation", "contract.domesticCourt", "non-negotiable"],
    ["a negation written on", "contract.domesticCourt", "nonegotiable"],
    ["a negation in Japanese", "erasure.atTermination.method", "不purge"],
    ["an opposite", "contract.domesticCourt", "available"],
    ["another name", "certifications.0.holder", "iaas-provider"],
    ["another name by one letter", "certifications.0.holder", "STaaS-provider"],
    ["another word by one letter", "authentication.provider.factors.0", "inference"],
    ["another method by one letter", "erasure.atTermination.method", "clean"],
    ["another word", "dataLocation.overseas.encryptionKey.origin", "consumer"],
    ["a word for nothing", "authentication.provider.adminLogin", "node"],
    ["a short word", "assessment.1.check", "nok"],
    ["a short word of other letters", "assessment.1.check", "UK"],
    ["a denial for a country", "vendor.country", "no"],
    ["a denial in capitals for a country", "vendor.country", "No"],
    ["what does not apply for a country", "vendor.country", "na"],
    ["what is not good for a country", "vendor.country", "ng"],
    ["a denial for a list of countries", "dataLocation.backups", "NO"],
    ["what does not apply for a list of countries", "dataLocation.backups", "ｎａ"],
    ["a day before the era", "prepared.date", "令和元年4月30日"],
    ["a year before the era", "prepared.date", "令和0年5月1日"],
  ];
  for (const [what, path, written] of never) {
    it(`never for ${what}`, () => {
      const finding = analyzeText(profile({ [path]: written })).findings.find(({ kind }) => kind.startsWith("schema."));
      assert.ok(finding);
      assert.ok(!("similar" in finding.data) && !("meant" in finding.data), JSON.stringify(finding.data));
    });
  }
});

describe("a text in which a reader sees nothing", () => {
  for (const blank of ["", " ", "　", "\u00a0", "\u200b \ufeff"]) {
    it(`${JSON.stringify(blank)} is empty`, () => {
      const facts = { "vendor.name": "無", "assessment.8-1.exception": { by: "甲", date: "2026-01-01", reason: "無" } };
      const text = profile(facts).replaceAll("無", JSON.stringify(blank));
      const found = analyzeText(text).findings.filter(({ kind }) => kind.startsWith("schema."));
      assert.deepEqual(
        found.map(({ kind, path }) => `${kind} ${path.join(".")}`),
        ["schema.empty vendor.name", "schema.empty assessment.8-1.exception.reason"],
      );
    });
  }
});

describe("the tables of words", () => {
  for (const [name, { values, compound, notations, readings = {}, words = [], wordy }] of Object.entries(
    bundled.format.vocabularies,
  )) {
    const names = Object.keys(values);
    for (const [written, value] of Object.entries(readings)) {
      it(`${name}: ${written} may stand for a value, and is no notation of it`, () => {
        assert.ok(names.includes(value) || (compound && matches(compound.pattern, value)));
        assert.ok(!Object.hasOwn(notations, written));
      });
    }
    for (const word of words) {
      it(`${name}: ${word} would be taken for a value, and is no notation of it`, () => {
        assert.ok(names.map(normalize).includes(word) || (wordy && misspelled(word, names)));
        assert.ok(!Object.hasOwn(notations, word));
      });
    }
  }
});

describe("the smallest value at fault counts as not stated; its siblings stand", () => {
  const location = (primary: unknown, backups: unknown): Changes => ({
    ...ABROAD,
    "dataLocation.primary": primary,
    "dataLocation.backups": backups,
  });
  const informs = (...items: string[]): Changes => ({ ...ABROAD, "dataLocation.overseas.consent.informs": items });
  const cases: [no: string, status: string, because: string, changes: Changes][] = [
    ["1", "unknown", "the value itself", { "contract.governingLaw": "日本" }],
    ["2", "met", "its neighbour", { "contract.governingLaw": "日本" }],
    ["2", "met", "an unknown neighbour", { "contract.law": "JP" }],
    ["6-1", "unknown", "one country of several", location(["JP", "日本"], ["JP"])],
    ["6-1", "unmet", "one country of several, another fails", location(["US", "日本"], ["JP"])],
    ["6-1", "unmet", "a list that cannot be read, another fails", location("日本", ["US"])],
    ["6-4", "met", "an unreadable country beside the one looked for", location(["JP", "合衆国", "US"], ["JP"])],
    [
      "3",
      "unknown",
      "a protocol beside one that is secure: plain text may be possible",
      { "encryption.inTransit.0.protocols": ["VPN", "TSL"] },
    ],
    ["3", "unmet", "a protocol beside plain text", { "encryption.inTransit.0.protocols": ["TSL", "none"] }],
    ["3", "unknown", "the only protocol", { "encryption.inTransit.0.protocols": ["TSL"] }],
    ["3", "unmet", "an item that is no path beside one that fails", { "encryption.inTransit": ["VPN", { protocols: ["none"] }] }],
    ["4", "unknown", "one cipher of several", { "encryption.atRest.0.cipher": "AES-512" }],
    [
      "4",
      "unmet",
      "one cipher of several, another fails",
      { "encryption.atRest.0.cipher": "AES-512", "encryption.atRest.1.cipher": "none" },
    ],
    ["4", "met", "the mechanism", { "encryption.atRest.0.mechanism": "disk" }],
    ["5-1", "met", "a factor beside two", { "authentication.customer.factors": ["knowledge", "possession", "voice"] }],
    ["5-1", "unknown", "a factor beside one", { "authentication.customer.factors": ["knowledge", "voice"] }],
    ["5-2", "met", "the factors beside the two steps", { "authentication.customer.factors": "two" }],
    ["6-2", "met", "an item beside all three", informs("country-name", "foreign-system", "recipient-measures", "more")],
    ["6-2", "unknown", "an item where one of three is missing", informs("country", "foreign-system", "recipient-measures")],
    ["7", "unknown", "the date of the one certificate", { certifications: [{ ...held, expires: "2028-02-30" }] }],
    ["7", "met", "the date of another certificate", { certifications: [{ ...held, expires: "2028-02-30" }, held] }],
    ["7", "unmet", "the date of a certificate that fails", { certifications: [{ ...held, scheme: "other", expires: "いつか" }] }],
    ["8-1", "unknown", "the method", { "erasure.atTermination.method": "erase" }],
    [
      "8-2",
      "unmet",
      "the method, while the premise fails",
      { "erasure.atDisposal.method": "erase", "erasure.standardDeletionAtTermination": false },
    ],
  ];
  for (const [no, status, because, changes] of cases) {
    it(`${no} ${status}: ${because}`, () => {
      const seen = judged(profile(changes));
      assert.equal(seen.verdict, "invalid");
      assert.equal(statusOf(seen, no), status);
    });
  }
});

describe("what a finding says to write is no error again", () => {
  /** The fields of one value, each kind of them once, by a path in a profile that has an item of every list. */
  const kinds = new Map<string, [path: string, field: Field]>();
  const visit = (field: Field, path: readonly (string | number)[]): void => {
    for (const [name, child] of Object.entries(field.properties ?? {})) visit(child, [...path, name]);
    if (field.items?.type === "object") visit(field.items, [...path, 0]);
    const { type, format, vocabulary, const: constant, minimum } = field;
    const kind = JSON.stringify([type, format, vocabulary, constant, minimum]);
    if (type !== "object" && type !== "array" && !kinds.has(kind)) kinds.set(kind, [path.join("."), field]);
  };
  visit(bundled.format.root, []);

  const at = (text: string, path: string) =>
    analyzeText(text).findings.filter(({ code, path: found }) => code.startsWith("schema.") && found.join(".") === path);
  /** The whole profile with a word of YAML in one place. */
  const written = (path: string, word: string) =>
    profile({ ...ABROAD, infrastructure: [{ name: "基盤" }], [path]: "%word%" }).replace(/"?%word%"?/, () => word);

  const numbers = ["0", "1", "12", "27017", "20261001", "9999999999999", "9999999999998"];
  for (const [path, field] of kinds.values()) {
    it(`${path}: a number, with and without quotation marks`, () => {
      for (const number of numbers) {
        for (const word of [number, `"${number}"`]) {
          const [finding] = at(written(path, word), path);
          const meant = finding && "meant" in finding.data ? finding.data.meant : undefined;
          if (meant !== undefined) assert.deepEqual(at(written(path, meant), path), [], `${word} → ${meant}`);
          // a finding about the type says whether quotation marks are needed: that must be all that is wrong
          const typed = field.type === "string" ? `"${number}"` : number;
          if (finding?.code === "schema.type" && field.type !== "boolean")
            assert.deepEqual(at(written(path, typed), path), [], `${word} → ${typed}`);
        }
      }
    });
  }

  it("a list in full-width brackets", () => {
    for (const [written, meant] of [
      ["［JP］", "[JP]"],
      ["［JP，米国］", "[JP, US]"],
      ["［ＪＰ、US]", "[JP, US]"],
      ["[JP]", undefined],
      ["［］", "[]"],
      ["［どこか］", undefined],
    ] as const) {
      const text = profile({ "dataLocation.backups": "%" }).replace(/"?%"?/, () => written);
      const [finding] = at(text, "dataLocation.backups");
      assert.equal(finding && "meant" in finding.data ? finding.data.meant : undefined, meant, written);
    }
  });
});
