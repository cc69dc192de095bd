/** Tests the consequences of the rows' statuses for a class: duties and groups, the exception, the verdict, and the usable classes. */
import assert from "node:assert/strict";
import type { Status } from "../../server/src/core/standard/status.ts";
import { ABROAD, type Changes, findings, judged, profile, statusOf, verdictOf } from "../support/profile.ts";

const STATUSES = ["met", "unmet", "unknown"] as const;

const at = (classification: string, changes: Changes = {}): Changes => ({
  "information.classification": classification,
  ...changes,
});
const duty = (no: string, changes: Changes) => judged(profile(changes)).duties.find(({ row }) => row.no === no)?.status;
const codes = (changes: Changes, only: RegExp) =>
  findings(changes, {}, only).map((line) => line.split(" ").slice(0, 2).join(" "));
const either = (...statuses: Status[]): Status =>
  statuses.includes("met") ? "met" : statuses.includes("unknown") ? "unknown" : "unmet";

describe("duties", () => {
  const required = ["1", "2", "3"];
  const cases: [string, string[]][] = [
    ["S", [...required, "4", "5-1", "6-1", "7", "8-1", "8-2"]],
    ["I", [...required, "4", "5-1", "6-1", "8-2"]],
    ["II", [...required, "5-1", "6-1", "8-2"]],
    ["III", []],
  ];
  for (const [name, rows] of cases) {
    it(`of class ${name}: ${rows.join(", ") || "none"}`, () => {
      const { duties } = judged(profile(at(name)));
      assert.deepEqual(
        duties.map(({ row }) => row.no),
        rows,
      );
      assert.deepEqual(
        duties.flatMap(({ row, alternatives }) => (alternatives ? [row.no] : [])),
        name === "I" || name === "II" ? ["5-1", "6-1"] : [],
      );
    });
  }
});

describe("the group 5-1∨5-2∨5-3", () => {
  const facts = { "5-1": "factors", "5-2": "twoStep", "5-3": "lockout" };
  const values = { met: [["knowledge", "possession"], true], unmet: [["knowledge"], false], unknown: [undefined, undefined] };
  const stating = (statuses: readonly Status[]): Changes =>
    Object.fromEntries(
      Object.values(facts).map((fact, row) => {
        const value = values[statuses[row] as keyof typeof values][row === 0 ? 0 : 1];
        return [`authentication.customer.${fact}`, value];
      }),
    );
  for (const first of STATUSES) {
    for (const second of STATUSES) {
      for (const third of STATUSES) {
        const statuses = [first, second, third];
        const group = either(...statuses);
        it(`${statuses.join(" ∨ ")} is ${group}`, () => {
          const changes = stating(statuses);
          const { rows } = judged(profile(changes));
          assert.deepEqual(
            Object.keys(facts).map((no) => rows.get(no)?.status),
            statuses,
          );
          assert.equal(duty("5-1", at("S", changes)), first);
          for (const name of ["I", "II"]) assert.equal(duty("5-1", at(name, changes)), group);
          const own = group === "unmet" ? "error 5-1.unmet" : group === "unknown" ? "warning 5-1.unstated" : undefined;
          const recommended = group === "met" && first !== "met" ? "information 5-1.recommended" : undefined;
          assert.deepEqual(codes(at("I", changes), /^5-/), [own ?? recommended].filter(Boolean));
          assert.deepEqual(codes(at("II", changes), /^5-/), [own].filter(Boolean));
        });
      }
    }
  }
});

describe("the group 6-1∨…∨6-5", () => {
  const overseas = (facts: Record<string, unknown>): Changes =>
    Object.fromEntries(Object.entries(facts).map(([fact, value]) => [`dataLocation.overseas.${fact}`, value]));
  const none: Changes = {
    ...ABROAD,
    "dataLocation.primary": ["JP", "US"],
    ...overseas({ "consent.obtainedAtUse": false, classifications: ["II"], "encryptionKey.origin": "provider" }),
  };
  const cases: [what: string, changes: Changes, statuses: string, group: Status, found: string][] = [
    ["in Japan", {}, "met -  -  -  -", "met", ""],
    ["all alternatives", ABROAD, "unmet met met met met", "met", "information 6-1.recommended"],
    ["no alternative", none, "unmet unmet unmet unmet unmet", "unmet", "error 6-1.unmet"],
    [
      "consent only",
      { ...none, ...overseas({ "consent.obtainedAtUse": true }) },
      "unmet met unmet unmet unmet",
      "met",
      "information 6-1.recommended",
    ],
    [
      "equivalent countries only",
      { ...none, "dataLocation.primary": ["JP", "FR"] },
      "unmet unmet met unmet unmet",
      "met",
      "information 6-1.recommended",
    ],
    [
      "class III abroad only",
      { ...none, ...overseas({ classifications: ["III"] }) },
      "unmet unmet unmet met unmet",
      "met",
      "information 6-1.recommended",
    ],
    [
      "the city's key only",
      { ...none, ...overseas({ "encryptionKey.origin": "customer" }) },
      "unmet unmet unmet unmet met",
      "met",
      "information 6-1.recommended",
    ],
    [
      "one alternative open",
      { ...none, ...overseas({ encryptionKey: undefined }) },
      "unmet unmet unmet unmet unknown",
      "unknown",
      "warning 6-1.unstated",
    ],
    [
      "one open, another met",
      { ...ABROAD, ...overseas({ encryptionKey: undefined }) },
      "unmet met met met unknown",
      "met",
      "information 6-1.recommended",
    ],
    [
      "not applicable counts as unmet",
      { ...none, "information.personal": false },
      "unmet - unmet unmet unmet",
      "unmet",
      "error 6-1.unmet",
    ],
    [
      "backups not stated",
      { "dataLocation.backups": undefined },
      "unknown unknown unknown unknown unknown",
      "unknown",
      "warning 6-1.unstated",
    ],
    [
      "6-1 open, an alternative met",
      { ...ABROAD, "dataLocation.primary": undefined },
      "unknown met unknown unknown met",
      "met",
      "information 6-1.recommended",
    ],
  ];
  for (const [what, changes, statuses, group, found] of cases) {
    it(`${what}: ${group}`, () => {
      const judgement = judged(profile(at("I", changes)));
      const expected = statuses.split(/ +/).map((status) => (status === "-" ? "not-applicable" : status));
      assert.deepEqual(
        ["6-1", "6-2", "6-3", "6-4", "6-5"].map((no) => statusOf(judgement, no)),
        expected,
      );
      assert.equal(duty("6-1", at("I", changes)), group);
      assert.equal(duty("6-1", at("II", changes)), group);
      assert.equal(duty("6-1", at("S", changes)), expected[0]);
      assert.equal(codes(at("I", changes), /^6-/).join(), found);
    });
  }
});

describe("the duty of 8-1 at S", () => {
  const review = { by: "情報政策課", date: "2026-11-01", reason: "共用の保管庫" };
  const method = { met: "purge", unmet: "clear", unknown: undefined };
  /** 8-1, 8-2, duty without a review and with one, and what is found. */
  const cases: [Status, Status, without: Status, withReview: Status, found: string, foundWith: string][] = [
    ["met", "met", "met", "met", "", "warning consistency.exception-unused"],
    ["met", "unmet", "met", "met", "", "warning consistency.exception-unused"],
    ["met", "unknown", "met", "met", "", "warning consistency.exception-unused"],
    ["unknown", "met", "unknown", "unknown", "warning 8-1.unstated", "warning 8-1.unstated"],
    ["unknown", "unmet", "unknown", "unknown", "warning 8-1.unstated", "warning 8-1.unstated"],
    ["unknown", "unknown", "unknown", "unknown", "warning 8-1.unstated", "warning 8-1.unstated"],
    ["unmet", "met", "unknown", "met", "warning 8-1.exception", "information 8-1.excepted"],
    ["unmet", "unmet", "unmet", "unmet", "error 8-1.unmet", "error 8-1.unmet"],
    ["unmet", "unknown", "unknown", "unknown", "warning 8-1.exception", "information 8-1.excepted"],
  ];
  const facts = (first: Status, second: Status, exception?: unknown): Changes => ({
    "erasure.atTermination.method": method[first as keyof typeof method],
    "erasure.atDisposal.method": method[second as keyof typeof method],
    "assessment.8-1.exception": exception,
  });
  for (const [first, second, without, withReview, found, foundWith] of cases) {
    it(`8-1 ${first}, 8-2 ${second}: ${without}; reviewed: ${withReview}`, () => {
      assert.equal(duty("8-1", facts(first, second)), without);
      assert.equal(duty("8-1", facts(first, second, review)), withReview);
      assert.equal(codes(facts(first, second), /^8-1|exception/).join(), found);
      assert.equal(codes(facts(first, second, review), /^8-1|exception/).join(), foundWith);
    });
  }
  for (const key of Object.keys(review)) {
    it(`a review without ${key} is none`, () => {
      const changes = facts("unmet", "met", { ...review, [key]: undefined });
      assert.equal(duty("8-1", changes), "unknown");
      assert.equal(codes(changes, /^8-1/).join(), "warning 8-1.exception");
    });
  }
  it("a review of today is one, a review of tomorrow is none yet", () => {
    assert.equal(duty("8-1", facts("unmet", "met", { ...review, date: "2026-11-22" })), "met");
    const tomorrow = facts("unmet", "met", { ...review, date: "2026-11-23" });
    assert.equal(duty("8-1", tomorrow), "unknown");
    assert.deepEqual(codes(tomorrow, /8-1|date/), ["warning 8-1.exception", "warning consistency.date-in-future"]);
    assert.deepEqual(judged(profile(tomorrow)).eligible, ["I", "II"]);
    assert.equal(judged(profile(tomorrow), { today: "2026-11-23" }).verdict, "conforming");
  });
  it("a recorded review counts when usability for S is computed, whatever the class", () => {
    const { eligible } = judged(profile(at("II", facts("unmet", "met", review))));
    assert.deepEqual(eligible, ["S", "I", "II"]);
    assert.deepEqual(findings(at("II", facts("unmet", "met", review))), []);
  });
});

describe("verdict", () => {
  const unmet = { "contract.governingLaw": "US" };
  const unknown = { "contract.domesticCourt": undefined };
  const broken = { "contract.domesticCourt": "東京" };
  const cases: [what: string, changes: Changes, verdict: string, eligible: string[]][] = [
    ["every duty met", {}, "conforming", ["S", "I", "II"]],
    ["a duty unknown", unknown, "undetermined", []],
    ["a duty unmet", unmet, "nonconforming", []],
    ["unmet goes before unknown", { ...unmet, ...unknown }, "nonconforming", []],
    ["class III", at("III"), "not-applicable", ["S", "I", "II"]],
    ["class III whatever is unmet", at("III", unmet), "not-applicable", []],
    ["a schema error goes before all", { ...unmet, ...broken }, "invalid", []],
    ["a schema error at class III", at("III", broken), "invalid", []],
    ["a schema error where no row looks", { "service.url": 1 }, "invalid", []],
    ["no class", at(undefined as unknown as string), "invalid", []],
    ["a class that there is not", at("IV"), "invalid", []],
    ["a recommended row unmet", at("I", { certifications: [] }), "conforming", ["I", "II"]],
    ["an optional row unmet", at("II", { "encryption.atRest.0.cipher": "none" }), "conforming", ["II"]],
    ["a row that binds only the stricter classes", at("S", { certifications: [] }), "nonconforming", ["I", "II"]],
  ];
  for (const [what, changes, verdict, eligible] of cases) {
    it(`${what}: ${verdict}, for ${eligible.join(", ") || "none"}`, () => {
      const seen = judged(profile(changes));
      assert.deepEqual({ verdict: seen.verdict, eligible: seen.eligible }, { verdict, eligible });
    });
  }

  it("a YAML error makes it invalid, and the rows are still evaluated", () => {
    const seen = judged(`${profile()}x-a: "\n`);
    assert.equal(seen.verdict, "invalid");
    assert.equal(statusOf(seen, "1"), "met");
  });

  it("nothing else than schema and YAML makes it invalid", () =>
    assert.equal(verdictOf({ "prepared.date": "2030-01-01", "assessment.1.check": "ng" }), "conforming"));

  it("without a class there are no duties and no findings of rows", () => {
    const changes = at(undefined as unknown as string, { "contract.governingLaw": "US" });
    assert.equal(judged(profile(changes)).judgedAs, null);
    assert.deepEqual(findings(changes), ["error schema.required information"]);
  });
});

describe("another class than the profile's", () => {
  const weak = at("II", { certifications: [], "encryption.atRest.0.cipher": "none" });
  const cases: [string, string, string[]][] = [
    ["S", "nonconforming", ["error 4.unmet none", "error 7.unmet certifications"]],
    ["I", "nonconforming", ["error 4.unmet none", "information 7.recommended certifications"]],
    ["II", "conforming", []],
    ["III", "not-applicable", []],
  ];
  for (const [name, verdict, found] of cases) {
    it(`${name}: ${verdict}`, () => {
      const seen = judged(profile(weak), { classification: name });
      assert.deepEqual(
        { verdict: seen.verdict, judgedAs: seen.judgedAs, stated: seen.classification, eligible: seen.eligible },
        { verdict, judgedAs: name, stated: "II", eligible: ["II"] },
      );
      assert.deepEqual(findings(weak, { classification: name }), found);
    });
  }
  it("gives duties to a profile without a class, which stays invalid", () => {
    const seen = judged(profile(at(undefined as unknown as string, { "contract.governingLaw": "US" })), { classification: "II" });
    assert.equal(seen.verdict, "invalid");
    assert.equal(seen.duties.find(({ row }) => row.no === "1")?.status, "unmet");
  });
});
