import assert from "node:assert/strict";
import { coreMessages, messageOf } from "../../server/src/messages/render.ts";
import { analyzeText } from "../support/analyze.ts";
import { profile } from "../support/profile.ts";

const codes = (text: string, options = {}) => analyzeText(text, options).findings.map(({ code }) => code);
const statusOf = (text: string, no: string) => analyzeText(text).profiles[0]?.rows.get(no)?.status;
const I = { "information.classification": "I" };

describe("at the edges", () => {
  it("a %YAML 1.1 directive changes no fact", () => {
    const text = profile({});
    assert.deepEqual(codes(`%YAML 1.1\n---\n${text}`), codes(text));
  });

  it("a root that is not a mapping has one finding, whatever the class", () => {
    assert.deepEqual(codes("- a\n", { classification: "S" }), ["schema.type"]);
  });

  it("an unreadable value does not count against the profile", () => {
    const expired = profile({ "certifications.0.expires": "2026-01-01", "certifications.0.scheme": "ISMAP" });
    assert.equal(statusOf(expired, "7"), "unmet");
    assert.equal(statusOf(expired.replace(/^( *)- scheme: ISMAP$/m, "$&\n$1  renewalPending：true"), "7"), "unknown");
  });

  it("the same factor twice is one factor", () => {
    assert.equal(statusOf(profile({ "authentication.provider.factors": ["knowledge", "knowledge"] }), "5-1"), "unmet");
    assert.equal(
      statusOf(profile({ "authentication.provider.factors": ["knowledge", "possession", "knowledge"] }), "5-1"),
      "met",
    );
  });

  it("evidence that names no document is none", () => {
    const found = codes(profile({ "assessment.1.evidence": [{ section: "第1条" }] }));
    assert.ok(found.includes("evidence.absent"));
  });

  it("several certificates that do not do have their reasons beside a recommendation, too", () => {
    const certificates = [
      { scheme: "ISO/IEC 27001", holder: "saas-provider", expires: "2030-01-01" },
      { scheme: "ISMAP", holder: "infrastructure-provider", expires: "2030-01-01" },
    ];
    const finding = analyzeText(profile({ ...I, certifications: certificates })).findings.find(
      ({ code }) => code === "7.recommended",
    );
    assert.equal(finding?.related.length, 2);
  });

  it("the certificate that lasts longest is the one that expires", () => {
    const of = (expires: string) => ({ scheme: "ISO/IEC 27017", holder: "saas-provider", expires });
    const text = profile({ certifications: [of("2026-12-01"), of("2027-01-15")] });
    const finding = analyzeText(text).findings.find(({ code }) => code === "7.expiring");
    assert.equal(finding && text.slice(finding.span.start, finding.span.end), "2027-01-15");
  });

  it("an alternative that does not apply is not called unmet", () => {
    const text = profile({
      ...I,
      "information.personal": false,
      "dataLocation.primary": ["US"],
      "dataLocation.overseas": {
        consent: { obtainedAtUse: false },
        classifications: ["I"],
        encryptionKey: { origin: "provider" },
      },
    });
    const { findings, standard } = analyzeText(text);
    const finding = findings.find(({ code }) => code === "6-1.unmet");
    assert.ok(finding);
    assert.doesNotMatch(messageOf(finding, standard, coreMessages.ja).what, /6-2/);
  });

  it("a misspelled required key has one finding", () => {
    assert.deepEqual(
      codes(profile({}).replace(/^vendor:/m, "vender:")).filter((code) => code.startsWith("schema.")),
      ["schema.unknown-key"],
    );
  });

  it("the class abroad is compared with the class that the profile states", () => {
    const abroad = { ...I, "dataLocation.overseas": { classifications: ["I"] } };
    assert.ok(!codes(profile(abroad), { classification: "III" }).includes("consistency.class-abroad-above-handled"));
  });

  it("an incomplete review is reported with the missing keys", () => {
    const text = profile({
      "erasure.atTermination.method": "clear",
      "assessment.8-1.exception": { by: "情報政策課", date: "2026-11-01" },
    });
    const { findings, standard } = analyzeText(text);
    const finding = findings.find(({ code }) => code === "8-1.exception");
    assert.ok(finding);
    assert.match(
      messageOf(finding, standard, coreMessages.ja).remedy.join("\n"),
      /、理由（reason）を記録する（assessment\."8-1"\.exception）/,
    );
  });

  it("an unreadable required key has one finding", () => {
    for (const broken of ["profile：1", 'profile: "1', "profile:1"])
      assert.equal(codes(profile({}).replace("profile: 1", broken)).length, 1, broken);
  });
});
