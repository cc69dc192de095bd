/** Tests our reading of the standard, point by point as its document numbers them. */
import assert from "node:assert/strict";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import { riskOf, rowOf } from "../../server/src/core/standard/standard.ts";
import { coreMessages, messageOf, textOf } from "../../server/src/messages/render.ts";
import { analyzeText } from "../support/analyze.ts";
import { ABROAD, type Changes, findings, judged, profile, statusOf, theFinding } from "../support/profile.ts";

const { standard } = bundled;

const status = (no: string, changes: Changes) => statusOf(judged(profile(changes)), no);
const duty = (no: string, changes: Changes) => judged(profile(changes)).duties.find(({ row }) => row.no === no)?.status;
const at = (classification: string, changes: Changes): Changes => ({ "information.classification": classification, ...changes });

/** Data in Japan and the United States, class I abroad, no consent: no alternative to 6-1 holds. */
const NO_ALTERNATIVE: Changes = {
  "dataLocation.primary": ["JP", "US"],
  "dataLocation.overseas": {
    consent: { obtainedAtUse: false },
    classifications: ["I"],
    encryptionKey: { origin: "provider", dedicated: true, custody: "domestic" },
  },
};

describe("reading of the standard", () => {
  describe("1. a row without a risk of its own inherits that of the first row of its item", () => {
    const heirs = { "3": ["4"], "5-1": ["5-2", "5-3"], "6-1": ["6-2", "6-3", "6-4", "6-5"], "8-1": ["8-2"] };
    for (const [first, others] of Object.entries(heirs)) {
      for (const no of others) {
        it(`${no} ← ${first}`, () => {
          assert.deepEqual(riskOf(standard, rowOf(standard, no)), rowOf(standard, first).risk);
          assert.notEqual(rowOf(standard, first).risk.ja, "");
        });
      }
    }
    it("a finding on 8-2 tells the risk of 8-1", () => {
      const finding = theFinding(profile({ "erasure.atDisposal.method": "clear" }), "8-2.unmet");
      assert.equal(messageOf(finding, standard, coreMessages.ja).risk, rowOf(standard, "8-1").risk.ja);
    });
  });

  describe("2. at I, the group's duty and the recommendation are never both reported", () => {
    const oneFactor = { "authentication.customer.factors": ["knowledge"] };
    const neither = { "authentication.customer": { factors: ["knowledge"], twoStep: false, lockout: false } };
    it("the group is met by an alternative: the recommendation alone", () =>
      assert.deepEqual(findings(at("I", oneFactor), {}, /^5-/), ["information 5-1.recommended [knowledge]"]));
    it("the group is unmet: one error alone", () => assert.deepEqual(findings(at("I", neither), {}, /^5-/).length, 1));
    it("the same of 6-1", () => {
      assert.deepEqual(findings(at("I", ABROAD), {}, /^6-/), ["information 6-1.recommended DE"]);
      assert.deepEqual(findings(at("I", NO_ALTERNATIVE), {}, /^6-/), ["error 6-1.unmet US"]);
    });
  });

  describe("3. what is not stated is unknown, and unknown never passes", () => {
    it("∧ with a false part is unmet, whatever is not stated", () =>
      assert.equal(status("8-2", { erasure: { standardDeletionAtTermination: false } }), "unmet"));
    it("∧ with an open part is unknown", () =>
      assert.equal(status("8-2", { "erasure.standardDeletionAtTermination": undefined }), "unknown"));
    it("∨ with a true part is met, whatever is not stated", () =>
      assert.equal(duty("5-1", at("I", { "authentication.customer": { lockout: true } })), "met"));
    it("∨ with an open part is unknown", () =>
      assert.equal(duty("5-1", at("I", { "authentication.customer": { factors: ["knowledge"], twoStep: false } })), "unknown"));
    it("a profile that states nothing but its class passes for no class", () => {
      const { verdict, eligible } = judged(
        "profile: 1\nvendor: {name: v}\nservice: {name: s}\ninformation: {classification: II}\n",
      );
      assert.deepEqual({ verdict, eligible }, { verdict: "undetermined", eligible: [] });
    });
  });

  describe("4. erasing only at disposal is acceptable at S after a recorded review", () => {
    const clear = { "erasure.atTermination.method": "clear" };
    const exception = { "assessment.8-1.exception": { by: "情報政策課", date: "2026-11-01", reason: "共用の保管庫" } };
    it("without a review, one is asked for", () => assert.deepEqual(findings(clear), ["warning 8-1.exception clear"]));
    it("with one, the duty is met", () => {
      assert.equal(duty("8-1", { ...clear, ...exception }), "met");
      assert.deepEqual(findings({ ...clear, ...exception }), ["information 8-1.excepted clear"]);
    });
    it("at I the cell only recommends: no review is asked for", () => {
      assert.deepEqual(findings(at("I", clear)), ["information 8-1.recommended clear"]);
      assert.equal(judged(profile(at("I", clear))).verdict, "conforming");
    });
    it("at II the cell is optional: no finding", () => assert.deepEqual(findings(at("II", clear)), []));
  });

  it("5. deletion by standard functions when the contract ends is part of 8-2", () => {
    assert.equal(status("8-2", {}), "met");
    assert.equal(status("8-2", { "erasure.standardDeletionAtTermination": false }), "unmet");
  });

  describe("6. consent presupposes personal information, a country's standing does not", () => {
    it("6-2 without personal information is not applicable and carries no group", () => {
      const changes = at("I", { ...NO_ALTERNATIVE, "information.personal": false });
      assert.equal(status("6-2", changes), "not-applicable");
      assert.equal(duty("6-1", changes), "unmet");
    });
    it("6-3 is judged on countries alone", () => {
      const changes = at("I", { ...NO_ALTERNATIVE, "information.personal": false, "dataLocation.primary": ["DE"] });
      assert.equal(status("6-3", changes), "met");
      assert.equal(duty("6-1", changes), "met");
    });
    for (const item of ["handling-scope", "country-name"]) {
      it(`6-2 accepts ${item} as its first item`, () => {
        const informs = [item, "foreign-system", "recipient-measures"];
        assert.equal(status("6-2", { ...ABROAD, "dataLocation.overseas.consent.informs": informs }), "met");
      });
    }
  });

  describe("7. one alternative must cover everything", () => {
    it("Germany by 6-3 and the United States by another row do not add up", () =>
      assert.equal(duty("6-1", at("I", { ...NO_ALTERNATIVE, "dataLocation.primary": ["DE", "US"] })), "unmet"));
    it("5-2 for one group and 5-3 for the other do not add up", () => {
      const authentication = {
        provider: { factors: ["knowledge"], twoStep: true, lockout: false },
        customer: { factors: ["knowledge"], twoStep: false, lockout: true },
      };
      assert.equal(duty("5-1", at("I", { authentication })), "unmet");
    });
  });

  describe("8. 6-4 lets only class III abroad; 6-5 wants the city's own key, held by it or in Japan", () => {
    const cases: [string, string, unknown, string][] = [
      ["6-4", "classifications", ["III"], "met"],
      ["6-4", "classifications", ["II"], "unmet"],
      ["6-5", "encryptionKey.custody", "customer", "met"],
      ["6-5", "encryptionKey.custody", "domestic", "met"],
      ["6-5", "encryptionKey.custody", "overseas", "unmet"],
      ["6-5", "encryptionKey.origin", "provider", "unmet"],
    ];
    for (const [no, fact, value, expected] of cases) {
      it(`${no} ${expected}: ${fact} ${value}`, () =>
        assert.equal(status(no, { ...ABROAD, [`dataLocation.overseas.${fact}`]: value }), expected));
    }
    it("6-4 wants a place in Japan too", () =>
      assert.equal(status("6-4", { ...ABROAD, "dataLocation.primary": ["US"] }), "unmet"));
  });

  describe("9. row 7 asks for a valid certificate that the SaaS provider itself holds", () => {
    const held = { scheme: "ISMAP", holder: "saas-provider", expires: "2027-03-31" };
    const past = "2026-11-21";
    const cases: [string, Record<string, unknown>, string][] = [
      ["the infrastructure provider's does not count", { holder: "infrastructure-provider" }, "unmet"],
      ["ISO/IEC 27001 does not count", { scheme: "ISO/IEC 27001" }, "unmet"],
      ["an expired one does not count", { expires: past }, "unmet"],
      ["ISMAP stays valid while a renewal is pending", { expires: past, renewalPending: true }, "met"],
      ["others do not", { scheme: "ISO/IEC 27018", expires: past, renewalPending: true }, "unmet"],
    ];
    for (const [what, change, expected] of cases) {
      it(what, () => assert.equal(status("7", { certifications: [{ ...held, ...change }] }), expected));
    }
  });

  for (const [no, when] of [
    ["8-1", "atTermination"],
    ["8-2", "atDisposal"],
  ] as const) {
    it(`10. ${no} accepts erasure by the infrastructure provider`, () =>
      assert.equal(status(no, { [`erasure.${when}.performedBy`]: "infrastructure-provider" }), "met"));
  }

  describe("11. a database's own encryption is an accepted means; its cipher must still be listed", () => {
    const cases: [string | undefined, string][] = [
      ["AES-256", "met"],
      ["3-key Triple DES", "unmet"],
      [undefined, "unknown"],
    ];
    for (const [cipher, expected] of cases) {
      it(`${expected} with ${cipher ?? "no cipher stated"}`, () => {
        const changes = { "encryption.atRest.0.mechanism": "database", "encryption.atRest.0.cipher": cipher };
        assert.equal(status("4", changes), expected);
      });
    }
  });

  for (const protocol of ["SSL 3.0", "TLS 1.0", "TLS 1.1"]) {
    it(`12. ${protocol} alone is unmet, and the message says that this is a reading of the guideline`, () => {
      const finding = theFinding(profile({ "encryption.inTransit.0.protocols": [protocol] }), "3.unmet");
      for (const [language, reading] of [
        [coreMessages.ja, /「適切に」を、TLS暗号設定ガイドラインにより読んだもの/],
        [coreMessages.en, /our reading of the standard’s “suitably”, based on the TLS configuration guidelines/],
      ] as const) {
        assert.match(textOf(messageOf(finding, standard, language), language), reading);
      }
    });
  }

  it("13. the law stands only in the standard's own words, marked as such", () => {
    const finding = theFinding(profile(at("I", NO_ALTERNATIVE)), "6-1.unmet");
    for (const language of Object.values(coreMessages)) {
      const lines = textOf(messageOf(finding, standard, language), language).split("\n");
      const risk = language.risk(riskOf(standard, rowOf(standard, "6-1"))[language.id]);
      assert.ok(lines.includes(risk));
      assert.deepEqual(
        lines.filter((line) => line !== risk && /71|法律|保護法|\blaw\b|\bAct\b/.test(line)),
        [],
      );
    }
  });

  for (const line of ["private-line", "LGWAN"]) {
    it(`14. ${line} by itself is not encryption; with a VPN it is`, () => {
      assert.equal(status("3", { "encryption.inTransit.0.protocols": [line] }), "unknown");
      assert.equal(status("3", { "encryption.inTransit.0.protocols": [line, "VPN"] }), "met");
    });
  }

  it("15. a person's check changes no status, duty or verdict", () => {
    for (const facts of [{}, { "contract.governingLaw": "US" }, { "contract.governingLaw": undefined }]) {
      const seen = ["ok", "ng", "na", undefined].map((check) => {
        const { rows, duties, verdict, eligible } = judged(profile({ ...facts, "assessment.1.check": check }));
        return { row: rows.get("1")?.status, duties: duties.map(({ status }) => status), verdict, eligible };
      });
      for (const other of seen) assert.deepEqual(other, seen[0]);
    }
  });

  it("15. nothing asks for a check that is not there", () => assert.deepEqual(analyzeText(profile()).findings, []));
});
