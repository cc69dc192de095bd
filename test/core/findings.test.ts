/** Tests every finding about a judged profile: when it appears, its severity, its range, how many there are, and the related information. */
import assert from "node:assert/strict";
import type { AnyFinding, Finding, Kind } from "../../server/src/core/findings/finding.ts";
import { coreMessages, messageOf } from "../../server/src/messages/render.ts";
import { analyzeText } from "../support/analyze.ts";
import { ABROAD, base, type Changes, findings, lines, profile, ROWS, relatedTexts, theFinding } from "../support/profile.ts";

const I: Changes = { "information.classification": "I" };
const certificate = { scheme: "ISMAP", holder: "saas-provider", expires: "2028-03-31" };
const review = { by: "情報政策課", date: "2026-11-01", reason: "共用の保管庫" };
const path = (...protocols: string[]) => ({ path: "経路", protocols });

/** No alternative to 6-1 holds; three places fail 6-1 itself. */
const NO_ALTERNATIVE: Changes = {
  ...I,
  "dataLocation.primary": ["JP", "US", "SG"],
  "dataLocation.backups": ["KR"],
  "dataLocation.overseas": {
    consent: { obtainedAtUse: false },
    classifications: ["I"],
    encryptionKey: { origin: "provider", dedicated: true, custody: "domestic" },
  },
};

type Case = readonly [when: string, changes: Changes, found: readonly string[]];

/** Asserts the findings of a profile, all of them or those whose codes match. */
function table(cases: readonly Case[], only?: RegExp): void {
  for (const [when, changes, found] of cases) {
    it(`${when}: ${found.join("; ") || "nothing"}`, () => assert.deepEqual(findings(changes, {}, only), found));
  }
}

function dataOf<K extends Kind>(finding: AnyFinding, kind: K): Finding<K>["data"] {
  assert.equal(finding.kind, kind);
  return finding.data as Finding<K>["data"];
}

describe("<row>.unmet", () => {
  describe("an unmet ∀ over a list: one for each item that fails, at what fails in it", () => {
    const stores = base.encryption.atRest.map(({ store, role }) => ({ store, role, cipher: "none" }));
    table([
      [
        "3",
        { "encryption.inTransit": [path("none", "VPN"), path("VPN"), path("TLS 1.1")] },
        ["error 3.unmet none", "error 3.unmet [TLS 1.1]"],
      ],
      ["3, plain text among others", { "encryption.inTransit.0.protocols": ["TLS 1.3", "none"] }, ["error 3.unmet none"]],
      ["4", { "encryption.atRest": stores }, ["error 4.unmet none", "error 4.unmet none"]],
      [
        "6-1 at S",
        { "dataLocation.primary": ["US", "JP", "SG"], "dataLocation.backups": ["KR"] },
        ["error 6-1.unmet US", "error 6-1.unmet SG", "error 6-1.unmet KR"],
      ],
    ]);
  });

  describe("an unmet ∧ without a list: one, at its first failing leaf, the others beside it", () => {
    const cases: [string, Changes, string, string[]][] = [
      ["8-2", { "erasure.atDisposal.method": "clear", "erasure.standardDeletionAtTermination": false }, "clear", ["false"]],
      ["8-2", { "erasure.standardDeletionAtTermination": false }, "false", []],
      [
        "5-1",
        { "authentication.provider.factors": ["knowledge"], "authentication.customer.factors": ["inherence"] },
        "[knowledge]",
        ["[inherence]"],
      ],
      ["5-1", { "authentication.customer.factors": ["inherence"] }, "[inherence]", []],
    ];
    for (const [no, changes, marked, beside] of cases) {
      it(`${no}: ${[marked, ...beside].join(", ")}`, () => {
        const text = profile(changes);
        assert.deepEqual(lines(text), [`error ${no}.unmet ${marked}`]);
        assert.deepEqual(relatedTexts(text, theFinding(text, `${no}.unmet`)), beside);
      });
    }
  });

  describe("an unmet ∃: one, at the failing leaf of its one item, else at the list's key with each item's reason", () => {
    const expired = { ...certificate, expires: "2026-09-30" };
    const cases: [string, unknown[], string, string[]][] = [
      ["no item", [], "certifications", []],
      ["one, another scheme", [{ ...certificate, scheme: "ISO/IEC 27001" }], "ISO/IEC 27001", []],
      ["one, another holder", [{ ...certificate, holder: "infrastructure-provider" }], "infrastructure-provider", []],
      ["one, expired", [expired], "2026-09-30", []],
      ["one, in two ways", [{ ...expired, holder: "infrastructure-provider" }], "infrastructure-provider", ["2026-09-30"]],
      ["one, of another scheme and expired", [{ ...expired, scheme: "other" }], "other", ["2026-09-30"]],
      [
        "several",
        [expired, { ...expired, scheme: "ISO/IEC 27001" }, { ...certificate, holder: "infrastructure-provider" }],
        "certifications",
        ["2026-09-30", "ISO/IEC 27001", "infrastructure-provider"],
      ],
    ];
    for (const [what, certifications, marked, beside] of cases) {
      it(`${what}: ${[marked, ...beside].join(", ")}`, () => {
        const text = profile({ certifications });
        assert.deepEqual(lines(text), [`error 7.unmet ${marked}`]);
        assert.deepEqual(relatedTexts(text, theFinding(text, "7.unmet")), beside);
      });
    }
  });

  describe("an unmet group: one, at the first failing place of its first row", () => {
    const text = profile(NO_ALTERNATIVE);
    const finding = theFinding(text, "6-1.unmet");
    it("marks the first country", () => assert.deepEqual(lines(text), ["error 6-1.unmet US"]));
    it("has the row's other places and one of each alternative beside it", () => {
      assert.deepEqual(relatedTexts(text, finding), ["SG", "KR", "false", "US", "I", "provider"]);
      assert.deepEqual(
        finding.related.map(({ row }) => row?.no),
        [undefined, undefined, "6-2", "6-3", "6-4", "6-5"],
      );
    });
    it("names every alternative", () => {
      const { alternatives } = dataOf(finding, "unmet");
      assert.deepEqual(
        alternatives.map(({ row }) => row.no),
        ["6-2", "6-3", "6-4", "6-5"],
      );
      assert.match(messageOf(finding, analyzeText(text).standard, coreMessages.ja).what, /6-2・6-3・6-4・6-5/);
    });
    it("the same of 5-1", () => {
      const weak = { factors: ["knowledge"], twoStep: false, lockout: false };
      const text = profile({ ...I, "authentication.customer": weak });
      assert.deepEqual(lines(text), ["error 5-1.unmet [knowledge]"]);
      assert.deepEqual(relatedTexts(text, theFinding(text, "5-1.unmet")), ["false", "false"]);
    });
  });

  it("a list in block style is marked to the end of its last item", () => {
    const text = profile().replace("factors: [knowledge, inherence]", "factors:\n      - knowledge # one only\n");
    assert.deepEqual(lines(text), ["error 5-1.unmet - knowledge"]);
  });
});

describe("<row>.unstated", () => {
  describe("marks the key, else the nearest ancestor that exists, else the class", () => {
    const withoutErasure = { ...I, "erasure.atTermination": undefined };
    table([
      ["a null", { "contract.governingLaw": null }, ["warning 1.unstated governingLaw"]],
      ["a key of a section", { "contract.governingLaw": undefined }, ["warning 1.unstated contract"]],
      ["a key of an item: its first key", { "encryption.inTransit.0.protocols": undefined }, ["warning 3.unstated path"]],
      ["a null of an item", { "encryption.inTransit.0.protocols": null }, ["warning 3.unstated protocols"]],
      ["an item that says nothing", { "authentication.customer.factors": ["knowledge", null] }, ["warning 5-1.unstated null"]],
      ["a country that says nothing", { "dataLocation.backups": ["JP", null] }, ["warning 6-1.unstated null"]],
      [
        "a protocol that may be plain text",
        { "encryption.inTransit.0.protocols": [null, "TLS 1.3"] },
        ["warning 3.unstated null"],
      ],
      [
        "the item before a value that leaves it open",
        { "encryption.inTransit.0.protocols": ["HTTPS", null] },
        ["warning 3.unstated null"],
      ],
      ["a key two levels up", { "erasure.atDisposal": undefined }, ["warning 8-2.unstated erasure"]],
      ["a value that leaves it open", { "encryption.inTransit.0.protocols": ["TLS 1.1", "HTTPS"] }, ["warning 3.unstated HTTPS"]],
      ["another guideline", { "erasure.atDisposal.guideline": "other" }, ["warning 8-2.unstated other"]],
      [
        "a certificate without a date",
        { certifications: [{ scheme: "ISMAP", holder: "saas-provider" }] },
        ["warning 7.unstated scheme"],
      ],
      ["a whole section", { contract: undefined }, ["warning 1.unstated S", "warning 2.unstated S"]],
      ["a section with nothing behind it", { contract: null }, ["warning 1.unstated contract", "warning 2.unstated contract"]],
      ["a store without a role", { "encryption.atRest.0.role": undefined }, ["warning 4.unstated store"]],
      ["no primary store", { "encryption.atRest.0.role": "backup" }, ["warning 4.unstated atRest"]],
      ["no backup store: the stores, not the countries", { "encryption.atRest.1": undefined }, ["warning 4.unstated atRest"]],
      [
        "a group: its first open place",
        { ...I, authentication: { provider: base.authentication.provider } },
        ["warning 5-1.unstated authentication"],
      ],
      ["a recommended row", withoutErasure, ["information 8-1.recommended erasure"]],
    ]);
  });

  it("is one for a row, whatever is open in it; the other places lie beside it", () => {
    const text = profile({ "encryption.inTransit": [{ path: "甲" }, path("HTTPS"), path("VPN")] });
    assert.deepEqual(lines(text), ["warning 3.unstated path"]);
    assert.deepEqual(relatedTexts(text, theFinding(text, "3.unstated")), ["HTTPS"]);
  });

  it("of a group says its first row's own status, which alternatives are open, and what would settle them", () => {
    const text = profile({ ...NO_ALTERNATIVE, "dataLocation.overseas.encryptionKey": { origin: "customer" } });
    const { status, alternatives } = dataOf(theFinding(text, "6-1.unstated"), "unstated");
    assert.equal(status, "unmet");
    assert.deepEqual(
      alternatives.map(({ row, status, open }) => [row.no, status, ...open]),
      [
        ["6-2", "unmet", "dataLocation.overseas.consent.informs"],
        ["6-3", "unmet"],
        ["6-4", "unmet"],
        ["6-5", "unknown", "dataLocation.overseas.encryptionKey.dedicated", "dataLocation.overseas.encryptionKey.custody"],
      ],
    );
  });

  it("of a group whose first row waits for an unreadable value does not blame that row on an alternative's facts", () => {
    const text = profile({ ...I, "dataLocation.primary": ["日本"] });
    const unstated = analyzeText(text).findings.filter(({ code }) => code === "6-1.unstated");
    assert.deepEqual(
      unstated.map((finding) => dataOf(finding, "unstated").reason.path).filter((path) => path.includes("overseas")),
      [],
    );
  });
});

describe("<row>.recommended", () => {
  describe("a recommended row that is not met, one each", () => {
    table([
      ["unmet", { ...I, "erasure.atTermination.method": "none" }, ["information 8-1.recommended none"]],
      [
        "unmet, several certificates",
        { ...I, certifications: [{ scheme: "other" }, { scheme: "ISO/IEC 27001" }] },
        ["information 7.recommended certifications"],
      ],
      ["unknown", { ...I, certifications: undefined }, ["information 7.recommended I"]],
      [
        "countries abroad: one for all",
        { ...I, ...ABROAD, "dataLocation.primary": ["JP", "FR", "DE"] },
        ["information 6-1.recommended FR"],
      ],
      ["its group is unmet", NO_ALTERNATIVE, ["error 6-1.unmet US"]],
      [
        "its group is unknown",
        { ...NO_ALTERNATIVE, "dataLocation.overseas.consent": undefined, "dataLocation.overseas.classifications": ["II"] },
        ["warning 6-1.unstated overseas"],
      ],
    ]);
  });
});

describe("8-1.exception, 8-1.excepted", () => {
  const clear = { "erasure.atTermination.method": "clear" };
  const reviewed = { ...clear, "assessment.8-1.exception": review };
  const unknown = { "erasure.atDisposal.guideline": "other" };
  table([
    ["no review", clear, ["warning 8-1.exception clear"]],
    ["no review, 8-2 unknown", { ...clear, ...unknown }, ["warning 8-1.exception clear", "warning 8-2.unstated other"]],
    [
      "no review, 8-2 unmet",
      { ...clear, "erasure.atDisposal.method": "none" },
      ["error 8-1.unmet clear", "error 8-2.unmet none"],
    ],
    ["a review", reviewed, ["information 8-1.excepted clear"]],
    ["a review, 8-2 unknown", { ...reviewed, ...unknown }, ["information 8-1.excepted clear", "warning 8-2.unstated other"]],
    [
      "a review, 8-2 unmet",
      { ...reviewed, "erasure.atDisposal.method": "none" },
      ["error 8-1.unmet clear", "error 8-2.unmet none"],
    ],
    ["a review at I", { ...reviewed, ...I }, ["information 8-1.recommended clear"]],
  ]);
});

describe("3.legacy", () => {
  const transit = (...paths: unknown[]): Changes => ({ "encryption.inTransit": paths });
  const outdated = transit(path("TLS 1.2", "TLS 1.1", "SSL 3.0"), path("VPN"), path("TLS 1.0", "TLS 1.3"));
  table([
    [
      "one for each secure path, at its first outdated version",
      outdated,
      ["warning 3.legacy TLS 1.1", "warning 3.legacy TLS 1.0"],
    ],
    ["class I", { ...outdated, ...I }, ["warning 3.legacy TLS 1.1", "warning 3.legacy TLS 1.0"]],
    ["class II", { ...outdated, "information.classification": "II" }, ["warning 3.legacy TLS 1.1", "warning 3.legacy TLS 1.0"]],
    ["class III", { ...outdated, "information.classification": "III" }, []],
    ["a path that fails", transit(path("TLS 1.1")), ["error 3.unmet [TLS 1.1]"]],
    ["a path with plain text", transit(path("TLS 1.2", "TLS 1.1", "none")), ["error 3.unmet none"]],
    ["a path that is open", transit(path("TLS 1.1", "HTTPS")), ["warning 3.unstated HTTPS"]],
    [
      "a secure path beside one that fails",
      transit(path("none"), path("TLS 1.1", "VPN")),
      ["error 3.unmet none", "warning 3.legacy TLS 1.1"],
    ],
  ]);
  it("tells every outdated version of the path", () => {
    const text = profile(transit(path("TLS 1.2", "TLS 1.1", "SSL 3.0")));
    assert.deepEqual(dataOf(theFinding(text, "3.legacy"), "legacy").values, ["TLS 1.1", "SSL 3.0"]);
  });
});

describe("7.expiring", () => {
  const held = (...changes: Record<string, unknown>[]): Changes => ({
    certifications: changes.map((change) => ({ ...certificate, ...change })),
  });
  const near = { expires: "2027-02-20" };
  const nearer = { expires: "2026-12-01" };
  table([
    ["in 90 days", held(near), ["warning 7.expiring 2027-02-20"]],
    ["in 91 days", held({ expires: "2027-02-21" }), []],
    ["today", held({ expires: "2026-11-22" }), ["warning 7.expiring 2026-11-22"]],
    ["recommended at I", { ...held(near), ...I }, ["warning 7.expiring 2027-02-20"]],
    ["optional at II", { ...held(near), "information.classification": "II" }, []],
    ["class III", { ...held(near), "information.classification": "III" }, []],
    ["a renewal is pending", held({ ...near, renewalPending: true }), []],
    ["a renewal is pending, its date past", held({ expires: "2026-01-01", renewalPending: true }), []],
    ["another meets it by a pending renewal", held(near, { expires: "2026-01-01", renewalPending: true }), []],
    ["another is valid for longer", held(near, {}), []],
    [
      "another that is valid for longer does not meet the row",
      held(near, { scheme: "ISO/IEC 27001" }),
      ["warning 7.expiring 2027-02-20"],
    ],
    ["what does not meet the row is near", held({ ...near, scheme: "ISO/IEC 27001" }, {}), []],
  ]);
  it("several are near: one, the others beside it", () => {
    const text = profile(held(near, nearer));
    assert.deepEqual(lines(text), ["warning 7.expiring 2027-02-20"]);
    assert.deepEqual(relatedTexts(text, theFinding(text, "7.expiring")), ["2026-12-01"]);
  });
});

describe("check.*", () => {
  const check = (no: string, check: string): Changes => ({ [`assessment.${no}.check`]: check });
  const clear = { "erasure.atTermination.method": "clear" };
  const excepted = { ...clear, "assessment.8-1.exception": review };
  const unmet = { "contract.governingLaw": "US" };
  const unknown = { "contract.governingLaw": null };
  const noTwoStep = { ...I, "authentication.customer.twoStep": false };
  const class2 = { "information.classification": "II" };
  const only = /^check/;
  table(
    [
      ["ok, met", check("1", "ok"), []],
      ["ok, unmet", { ...unmet, ...check("1", "ok") }, ["warning check.contradiction ok"]],
      ["ok, unknown", { ...unknown, ...check("1", "ok") }, ["warning check.unsupported ok"]],
      ["ng, met", check("1", "ng"), ["warning check.objection ng"]],
      ["ng, unmet", { ...unmet, ...check("1", "ng") }, []],
      ["ng, unknown", { ...unknown, ...check("1", "ng") }, []],
      ["na, met", check("1", "na"), []],
      ["na, unmet", { ...unmet, ...check("1", "na") }, []],
      ["ok, a recommended row unmet", { ...I, certifications: [], ...check("7", "ok") }, ["warning check.contradiction ok"]],
      ["ok, an alternative unmet", { ...noTwoStep, ...check("5-2", "ok") }, ["warning check.contradiction ok"]],
      ["ng, an alternative met", { ...I, ...check("5-2", "ng") }, ["warning check.objection ng"]],
      ["ok, an alternative that is not applicable", { ...I, ...check("6-2", "ok") }, []],
      ["ok, an optional row unmet", { ...class2, certifications: [], ...check("7", "ok") }, []],
      ["ok, no obligation at S", { "authentication.customer.twoStep": false, ...check("5-2", "ok") }, []],
      ["ok, class III", { ...unmet, ...check("1", "ok"), "information.classification": "III" }, []],
      ["ok, a row that a recorded exception carries", { ...excepted, ...check("8-1", "ok") }, []],
      [
        "ok, the carrying row not yet met",
        { ...excepted, "erasure.atDisposal": null, ...check("8-1", "ok") },
        ["warning check.contradiction ok"],
      ],
      ["ok, no review recorded", { ...clear, ...check("8-1", "ok") }, ["warning check.contradiction ok"]],
      [
        "ok, an exception that the class has not",
        { ...I, ...excepted, ...check("8-1", "ok") },
        ["warning check.contradiction ok"],
      ],
    ],
    only,
  );
});

describe("evidence.absent", () => {
  const without = (...rows: string[]): Changes => Object.fromEntries(rows.map((no) => [`assessment.${no}.evidence`, undefined]));
  const all = without(...ROWS);
  const oneFactor = { "authentication.customer.factors": ["knowledge"] };
  const clear = { "erasure.atTermination.method": "clear", "assessment.8-1.exception": review };
  const cases: [what: string, changes: Changes, rows: string][] = [
    ["S: the required rows", all, "1 2 3 4 5-1 6-1 7 8-1 8-2"],
    ["I: the required rows, and those that carry the groups", { ...I, ...all }, "1 2 3 4 5-1 6-1 8-2"],
    ["II", { "information.classification": "II", ...all }, "1 2 3 5-1 6-1 8-2"],
    ["the carriers are alternatives", { ...I, ...ABROAD, ...oneFactor, ...all }, "1 2 3 4 5-2 6-2 8-2"],
    [
      "not what is unmet or unknown",
      { ...all, "contract.governingLaw": "US", "contract.domesticCourt": null },
      "3 4 5-1 6-1 7 8-1 8-2",
    ],
    ["8-1 met by an exception: the exception is its evidence", { ...all, ...clear }, "1 2 3 4 5-1 6-1 7 8-2"],
    ["only what has none", without("3", "7"), "3 7"],
    ["an empty list is none", { "assessment.1.evidence": [] }, "1"],
  ];
  for (const [what, changes, rows] of cases) {
    it(`${what}: ${rows}`, () => {
      const finding = theFinding(profile(changes), "evidence.absent");
      assert.equal(finding.severity, "information");
      const named = dataOf(finding, "evidence.absent").rows.map(({ no }) => no);
      assert.equal(named.join(" "), rows);
    });
  }
  table(
    [
      ["marks the assessment", without("1"), ["information evidence.absent assessment"]],
      ["marks the class where there is none", { assessment: undefined }, ["information evidence.absent S"]],
      ["class III", { ...all, "information.classification": "III" }, []],
      ["rows that do not carry their group need none", { ...I, ...without("5-2", "5-3", "7", "8-1") }, []],
    ],
    /^evidence/,
  );
});

describe("evidence.expired, evidence.file", () => {
  const evidence = (...items: unknown[]): Changes => ({ "assessment.1.evidence": items });
  table([
    ["expired yesterday", evidence({ title: "規約", expires: "2026-11-21" }), ["warning evidence.expired 2026-11-21"]],
    ["valid until today", evidence({ title: "規約", expires: "2026-11-22" }), []],
    [
      "each piece by itself",
      evidence({ title: "甲", expires: "2020-01-01" }, { expires: "2028-01-01" }, { title: "乙", expires: "2021-01-01" }),
      ["warning evidence.expired 2020-01-01", "warning evidence.expired 2021-01-01"],
    ],
  ]);
  const files = evidence({ file: "evidence/a.pdf" }, { file: "evidence/b.pdf" });
  it("names the files, and marks those that the host has not found", () => {
    const text = profile(files);
    assert.deepEqual(analyzeText(text).evidenceFiles, ["evidence/a.pdf", "evidence/b.pdf"]);
    assert.deepEqual(lines(text), []);
    assert.deepEqual(lines(text, { missingFiles: new Set(["evidence/b.pdf"]) }), ["warning evidence.file evidence/b.pdf"]);
  });
});

describe("consistency.*", () => {
  const overseas = "dataLocation.overseas";
  const atTermination = (facts: unknown): Changes => ({ "erasure.atTermination": facts });
  const only = /^consistency/;
  const cases: Record<string, Case[]> = {
    "overseas-unused": [
      ["6-1 is met", { [overseas]: { classifications: ["III"] } }, ["warning consistency.overseas-unused overseas"]],
      ["6-1 is unmet", ABROAD, []],
      ["6-1 is unknown", { [overseas]: { classifications: ["III"] }, "dataLocation.backups": null }, []],
      ["nothing behind it", { [overseas]: null }, []],
    ],
    "backup-store-unused": [
      ["no backups are taken", { "dataLocation.backups": [] }, ["warning consistency.backup-store-unused backup"]],
      ["backups are not stated", { "dataLocation.backups": undefined }, []],
    ],
    "class-abroad-above-handled": [
      [
        "stricter, each",
        { ...ABROAD, ...I, [`${overseas}.classifications`]: ["S", "I", "II"] },
        ["warning consistency.class-abroad-above-handled S"],
      ],
      [
        "class II abroad, III handled",
        { ...ABROAD, "information.classification": "III", [`${overseas}.classifications`]: ["II"] },
        ["warning consistency.class-abroad-above-handled II"],
      ],
      ["the same class", { ...ABROAD, ...I, [`${overseas}.classifications`]: ["I"] }, []],
    ],
    "erasure-flags-unused": [
      [
        "another method, each flag",
        atTermination({ method: "purge", encryptedSinceFirstWrite: true, allKeyCopiesDestroyed: false }),
        ["warning consistency.erasure-flags-unused true", "warning consistency.erasure-flags-unused false"],
      ],
      ["at disposal", { "erasure.atDisposal.allKeyCopiesDestroyed": true }, ["warning consistency.erasure-flags-unused true"]],
      ["cryptographic erase", atTermination({ method: "cryptographic-erase", encryptedSinceFirstWrite: true }), []],
      ["method not stated", atTermination({ encryptedSinceFirstWrite: true }), []],
    ],
    "exception-unused": [
      ["8-1 is met", { "assessment.8-1.exception": review }, ["warning consistency.exception-unused exception"]],
      [
        "8-1 is met, at II",
        { "assessment.8-1.exception": review, "information.classification": "II" },
        ["warning consistency.exception-unused exception"],
      ],
      ["8-1 is unmet", { "assessment.8-1.exception": review, ...atTermination({ method: "clear" }) }, []],
      ["8-1 is unknown", { "assessment.8-1.exception": review, ...atTermination(null) }, []],
    ],
    "renewal-not-ismap": [
      ["ISO/IEC 27017", { "certifications.0.renewalPending": true }, ["warning consistency.renewal-not-ismap true"]],
      ["ISMAP-LIU", { certifications: [{ ...certificate, scheme: "ISMAP-LIU", renewalPending: true }] }, []],
      ["scheme not stated", { certifications: [{ renewalPending: true }] }, []],
      ["no renewal pending", { "certifications.0.renewalPending": false }, []],
    ],
    "admin-facts-unused": [
      [
        "something else is stated",
        { "authentication.customer.adminLogin": "none" },
        ["warning consistency.admin-facts-unused [knowledge, inherence]"],
      ],
      ["nothing else is stated", { "authentication.customer": { adminLogin: "none", factors: null } }, []],
    ],
    "date-in-future": [
      ["prepared", { "prepared.date": "2026-11-23" }, ["warning consistency.date-in-future 2026-11-23"]],
      ["prepared today", { "prepared.date": "2026-11-22" }, []],
      ["checked", { "assessment.1.date": "2027-01-01" }, ["warning consistency.date-in-future 2027-01-01"]],
      [
        "collected",
        { "assessment.1.evidence": [{ collected: "2027-01-02" }] },
        ["warning consistency.date-in-future 2027-01-02"],
      ],
      [
        "reviewed",
        { ...atTermination({ method: "clear" }), "assessment.8-1.exception": { ...review, date: "2027-01-03" } },
        ["warning consistency.date-in-future 2027-01-03"],
      ],
      ["what expires may", { "assessment.1.evidence": [{ expires: "2030-01-01" }] }, []],
    ],
  };
  for (const [what, rows] of Object.entries(cases)) describe(what, () => table(rows, only));

  it("changes no verdict", () => {
    const changes = { "prepared.date": "2030-01-01", "dataLocation.overseas": {}, "authentication.customer.adminLogin": "none" };
    assert.equal(analyzeText(profile(changes)).profiles[0]?.verdict, "conforming");
  });
});

describe("what is unknown only because of values with a schema finding", () => {
  const cases: [what: string, changes: Changes, found: string[], blocks: string[]][] = [
    ["a required row", { "contract.governingLaw": "日本" }, ["error schema.country 日本"], ["1"]],
    ["a recommended row", { ...I, "erasure.atTermination.method": "erase" }, ["error schema.enum erase"], ["8-1"]],
    [
      "a group",
      { ...NO_ALTERNATIVE, "dataLocation.primary": ["日本"], "dataLocation.backups": ["JP"] },
      ["error schema.country 日本"],
      ["6-1", "6-3"],
    ],
    [
      "beside what is not stated",
      { "encryption.atRest.0.cipher": "AES-512", "encryption.atRest.1.cipher": null },
      ["error schema.cipher AES-512", "warning 4.unstated cipher"],
      [],
    ],
    [
      "several unreadable values of one row",
      { "encryption.atRest.0.cipher": "AES-512", "encryption.atRest.1.cipher": "AES-1024" },
      ["error schema.cipher AES-512", "error schema.cipher AES-1024"],
      ["4"],
    ],
    [
      "several unreadable items of one list",
      { "encryption.inTransit.0.protocols": ["TLSv1.2", "TLSv1.3"] },
      ["error schema.enum TLSv1.2", "error schema.enum TLSv1.3"],
      ["3"],
    ],
    [
      "a value that the row can do without",
      { "erasure.atDisposal.guideline": "NIST SP800-88" },
      ["error schema.enum NIST SP800-88"],
      [],
    ],
    [
      "a row that is unmet all the same",
      { "encryption.atRest.0.cipher": "AES-512", "encryption.atRest.1.cipher": "none" },
      ["error schema.cipher AES-512", "error 4.unmet none"],
      [],
    ],
    [
      "a misspelled key",
      { "contract.governingLaw": undefined, "contract.governinglaw": "JP" },
      ["error schema.unknown-key governinglaw"],
      ["1"],
    ],
  ];
  for (const [what, changes, found, blocks] of cases) {
    it(`${what}: ${found.join("; ")}; blocks ${blocks.join(", ") || "nothing"}`, () => {
      const text = profile(changes);
      assert.deepEqual(lines(text), found);
      for (const { kind, data } of analyzeText(text).findings)
        if (kind.startsWith("schema.")) assert.deepEqual("blocks" in data ? data.blocks : undefined, blocks);
    });
  }
  it("what rests on another value has its finding still", () =>
    assert.deepEqual(findings({ "contract.governingLaw": "日本", "contract.domesticCourt": null }), [
      "error schema.country 日本",
      "warning 2.unstated domesticCourt",
    ]));
});

describe("while a document has a YAML finding", () => {
  const broken = 'x-broken: "\n';
  const withheld: [string, Changes][] = [
    ["1.unstated", { "contract.governingLaw": null }],
    ["7.recommended", { ...I, certifications: null }],
    ["7.recommended", { ...I, certifications: [] }],
    ["8-1.exception", { "erasure.atTermination.method": "clear" }],
    ["check.unsupported", { "contract.governingLaw": null, "assessment.1.check": "ok" }],
    ["evidence.absent", { "assessment.1.evidence": null }],
  ];
  for (const [code, changes] of withheld) {
    it(`${code} is withheld`, () => {
      const only = new RegExp(`^${code}$`);
      assert.equal(findings(changes, {}, only).length, 1);
      assert.deepEqual(lines(profile(changes) + broken, {}, only), []);
    });
  }
  const kept: [string, Changes][] = [
    ["1.unmet", { "contract.governingLaw": "US" }],
    ["8-1.excepted", { "erasure.atTermination.method": "clear", "assessment.8-1.exception": review }],
    ["3.legacy", { "encryption.inTransit.0.protocols": ["VPN", "SSL 3.0"] }],
    ["7.expiring", { certifications: [{ ...certificate, expires: "2026-12-01" }] }],
    ["check.contradiction", { "contract.governingLaw": "US", "assessment.1.check": "ok" }],
    ["check.objection", { "assessment.1.check": "ng" }],
    ["evidence.expired", { "assessment.1.evidence": [{ title: "甲", expires: "2020-01-01" }] }],
    ["consistency.overseas-unused", { "dataLocation.overseas": { classifications: ["III"] } }],
    ["schema.country", { "contract.governingLaw": "日本" }],
  ];
  for (const [code, changes] of kept) {
    it(`${code} stands`, () => {
      const only = new RegExp(`^${code}$`);
      assert.equal(lines(profile(changes) + broken, {}, only).length, 1);
    });
  }
  it("the other documents of the file keep theirs", () => {
    const unstated = profile({ "contract.governingLaw": null });
    assert.deepEqual(lines(`${unstated}---\n${unstated}${broken}`), ["warning 1.unstated governingLaw", 'error yaml.quote "']);
  });
});

describe("order", () => {
  it("is that of the text; at one place the gravest first, then by the rows' numbers", () => {
    const text = profile({
      contract: undefined,
      erasure: undefined,
      encryption: undefined,
      certifications: undefined,
      assessment: undefined,
      ...I,
      "dataLocation.primary": ["US"],
      "dataLocation.backups": ["US"],
    });
    assert.deepEqual(lines(text), [
      ...["1", "2", "3", "4", "8-2"].map((no) => `warning ${no}.unstated I`),
      "information 7.recommended I",
      "information 8-1.recommended I",
      "information evidence.absent I",
      "warning 6-1.unstated dataLocation",
    ]);
  });
  it("goes by profile first", () => {
    const text = `${profile({ "contract.governingLaw": "US" })}---\n${profile({ "contract.domesticCourt": "unavailable" })}`;
    assert.deepEqual(
      analyzeText(text).findings.map(({ profile, code }) => [profile, code]),
      [
        [0, "1.unmet"],
        [1, "2.unmet"],
      ],
    );
  });
});
