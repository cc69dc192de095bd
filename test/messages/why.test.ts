/** Checks the explanation of a row's status: exactly the deciding facts, for passes and failures. */
import assert from "node:assert/strict";
import { contextOf } from "../../server/src/core/analysis/analyze.ts";
import { outcomes } from "../../server/src/core/evaluation/outcome.ts";
import type { Profile } from "../../server/src/core/evaluation/profile.ts";
import { whyOf } from "../../server/src/messages/explain/why.ts";
import { coreMessages } from "../../server/src/messages/render.ts";
import { analysisOf } from "../support/analyze.ts";
import { ABROAD, type Changes, judged, profile, ROWS } from "../support/profile.ts";

const I: Changes = { "information.classification": "I" };

/** "status: path, path, → row" */
function why(changes: Changes, no: string): string {
  const analysis = analysisOf(profile(changes));
  const judged = analysis.profiles[0] as Profile;
  const result = judged.rows.get(no);
  assert.ok(result);
  const { places, rows } = whyOf(result, contextOf(analysis, judged));
  const reasons = [...places.map(({ path }) => path.join(".")), ...rows.map((row) => `→ ${row}`)];
  return `${result.status}: ${reasons.join(", ")}`;
}

const PROTOCOLS = "encryption.inTransit.0.protocols";
const certificate = { scheme: "ISMAP", holder: "saas-provider", expires: "2028-03-31" };
const expired = { ...certificate, expires: "2026-09-30" };
const cert = (index: number, ...facts: string[]) => facts.map((fact) => `certifications.${index}.${fact}`).join(", ");

const cases: [when: string, no: string, changes: Changes, why: string][] = [
  ["a fact that meets the requirement", "1", {}, "met: contract.governingLaw"],
  ["one that does not", "1", { "contract.governingLaw": "US" }, "unmet: contract.governingLaw"],
  ["one that is not stated", "1", { contract: undefined }, "unknown: contract.governingLaw"],
  ["one that cannot be read", "1", { "contract.governingLaw": "日本" }, "unknown: contract.governingLaw"],
  ["every item of a list", "3", {}, `met: ${PROTOCOLS}, encryption.inTransit.1.protocols`],
  ["the item that fails", "3", { [PROTOCOLS]: ["TLS 1.3", "none"] }, `unmet: ${PROTOCOLS}.1`],
  ["the open item", "3", { [PROTOCOLS]: ["HTTPS"] }, `unknown: ${PROTOCOLS}.0`],
  [
    "what fails, not what is open beside it",
    "3",
    { [PROTOCOLS]: ["none"], "encryption.inTransit.1.protocols": null },
    `unmet: ${PROTOCOLS}.0`,
  ],
  ["both groups", "5-2", {}, "met: authentication.provider.twoStep, authentication.customer.twoStep"],
  ["the group that fails", "5-2", { "authentication.customer.twoStep": false }, "unmet: authentication.customer.twoStep"],
  [
    "a group without admin screens",
    "5-1",
    { "authentication.customer": { adminLogin: "none", factors: ["knowledge"] } },
    "met: authentication.provider.factors, authentication.customer.adminLogin",
  ],
  ["the countries that fail", "6-1", { "dataLocation.primary": ["JP", "US"] }, "unmet: dataLocation.primary.1"],
  ["no backups", "6-1", { "dataLocation.backups": [] }, "met: dataLocation.primary.0, dataLocation.backups"],
  ["another row", "6-3", {}, "not-applicable: → 6-1"],
  [
    "a fact for which a row does not apply",
    "6-2",
    { ...ABROAD, "information.personal": false },
    "not-applicable: information.personal",
  ],
  [
    "the certificate that holds, and no other",
    "7",
    { certifications: [expired, certificate] },
    `met: ${cert(1, "scheme", "holder", "expires")}`,
  ],
  [
    "a renewal that is pending",
    "7",
    { certifications: [{ ...expired, renewalPending: true }] },
    `met: ${cert(0, "scheme", "holder", "renewalPending")}`,
  ],
  ["what fails of the one certificate", "7", { certifications: [expired] }, `unmet: ${cert(0, "expires")}`],
  [
    "the date, where the scheme cannot be renewed",
    "7",
    { certifications: [{ ...expired, scheme: "ISO/IEC 27018" }] },
    `unmet: ${cert(0, "expires")}`,
  ],
  ["no certificate", "7", { certifications: [] }, "unmet: certifications"],
  ["a method, without the unstated guideline", "8-1", {}, "met: erasure.atTermination.method"],
  [
    "the conditions of a cryptographic erase",
    "8-1",
    { "erasure.atTermination": { method: "cryptographic-erase", encryptedSinceFirstWrite: true, allKeyCopiesDestroyed: false } },
    "unmet: erasure.atTermination.allKeyCopiesDestroyed",
  ],
  [
    "a guideline that leaves it open",
    "8-1",
    { "erasure.atTermination.guideline": "other" },
    "unknown: erasure.atTermination.guideline",
  ],
  ["every part of an ∧", "8-2", {}, "met: erasure.atDisposal.method, erasure.standardDeletionAtTermination"],
  ["a store whose role nobody stated", "4", { "encryption.atRest.1.role": null }, "unknown: encryption.atRest.1.role"],
];

describe("why a row has its status", () => {
  for (const [when, no, changes, found] of cases) it(`${no}, ${when}: ${found}`, () => assert.equal(why(changes, no), found));

  it("every row of a conforming profile has reasons, without duplicates", () => {
    const analysis = analysisOf(profile());
    const context = contextOf(analysis, analysis.profiles[0] as Profile);
    for (const no of ROWS) {
      const result = context.profile.rows.get(no);
      assert.ok(result);
      const { places, rows } = whyOf(result, context);
      assert.ok(places.length + rows.length > 0, no);
      const reasons = places.map(({ reason }) => coreMessages.ja.reason(reason));
      assert.deepEqual(reasons, [...new Set(reasons)], no);
      for (const text of reasons) assert.doesNotMatch(text, /未記載/, no);
    }
  });
});

describe("the outcome for each class", () => {
  const outcomesOf = (changes: Changes) => {
    const { rows } = judged(profile(changes));
    const { standard } = analysisOf(profile(changes));
    return outcomes(standard, rows)
      .map(({ classification, verdict, unmet, unknown }) => `${classification} ${verdict} ${unmet} ${unknown}`)
      .join("; ");
  };
  const cases: [when: string, changes: Changes, outcomes: string][] = [
    ["all is met", {}, "S conforming 0 0; I conforming 0 0; II conforming 0 0"],
    ["whatever the class", { "information.classification": "III" }, "S conforming 0 0; I conforming 0 0; II conforming 0 0"],
    ["abroad, by an alternative", { ...I, ...ABROAD }, "S nonconforming 1 0; I conforming 0 0; II conforming 0 0"],
    ["nothing on the contract", { ...I, contract: undefined }, "S undetermined 0 2; I undetermined 0 2; II undetermined 0 2"],
    ["a store's cipher", { "encryption.atRest.0.cipher": "none" }, "S nonconforming 1 0; I nonconforming 1 0; II conforming 0 0"],
    [
      "one unmet, one open",
      { "contract.governingLaw": "US", certifications: undefined },
      "S nonconforming 1 1; I nonconforming 1 0; II nonconforming 1 0",
    ],
    ["no review", { "erasure.atTermination.method": "clear" }, "S undetermined 0 1; I conforming 0 0; II conforming 0 0"],
  ];
  for (const [when, changes, found] of cases) it(`${when}: ${found}`, () => assert.equal(outcomesOf(changes), found));
});
