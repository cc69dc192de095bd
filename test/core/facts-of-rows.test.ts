/** Tests which facts decide which row, by the table of conditions. */
import assert from "node:assert/strict";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import { fieldAt } from "../../server/src/core/schema/format.ts";
import {
  ANY,
  enumsAt,
  factsNeeded,
  factsOfRow,
  leadsTo,
  type Pattern,
  rowsDecidedAt,
  rowsOn,
} from "../../server/src/core/standard/facts.ts";
import { rowOf } from "../../server/src/core/standard/standard.ts";
import type { Path } from "../../server/src/core/yaml/node.ts";
import { CLASSES, ROWS } from "../support/profile.ts";

const { standard, format } = bundled;

/** `encryption.atRest[].cipher` */
const dotted = (pattern: Pattern) => pattern.join(".").replaceAll(`.${ANY}`, ANY);
const pathOf = (text: string): Path =>
  text
    .replaceAll("[", ".[")
    .split(".")
    .map((step) => (step.startsWith("[") ? Number(step.slice(1, -1)) : step));

const ERASURE = ["method", "encryptedSinceFirstWrite?", "allKeyCopiesDestroyed?", "guideline?"];
const groups = (fact: string) =>
  ["provider", "customer"].flatMap((group) => [`authentication.${group}.${fact}`, `authentication.${group}.adminLogin?`]);
const COUNTRIES = ["dataLocation.primary[]", "dataLocation.backups[]"];

/** What each row's condition names; "?" marks what it can be decided without. */
const FACTS: Record<string, string[]> = {
  "1": ["contract.governingLaw"],
  "2": ["contract.domesticCourt"],
  "3": ["encryption.inTransit[].protocols"],
  "4": ["encryption.atRest[].cipher", "encryption.atRest[].role", "dataLocation.backups"],
  "5-1": groups("factors"),
  "5-2": groups("twoStep"),
  "5-3": groups("lockout"),
  "6-1": COUNTRIES,
  "6-2": ["information.personal", "dataLocation.overseas.consent.obtainedAtUse", "dataLocation.overseas.consent.informs"],
  "6-3": COUNTRIES,
  "6-4": ["dataLocation.overseas.classifications[]", "dataLocation.primary", "dataLocation.backups"],
  "6-5": ["origin", "dedicated", "custody"].map((key) => `dataLocation.overseas.encryptionKey.${key}`),
  "7": ["scheme", "holder", "expires", "renewalPending?"].map((key) => `certifications[].${key}`),
  "8-1": ERASURE.map((key) => `erasure.atTermination.${key}`),
  "8-2": [...ERASURE.map((key) => `erasure.atDisposal.${key}`), "erasure.standardDeletionAtTermination"],
};

describe("the facts that decide a row", () => {
  for (const no of ROWS) {
    it(`${no}: ${FACTS[no]?.join(", ")}`, () => {
      const found = factsOfRow(rowOf(standard, no)).map(
        ({ pattern, isOptional }) => `${dotted(pattern)}${isOptional ? "?" : ""}`,
      );
      assert.deepEqual(found.toSorted(), FACTS[no]?.toSorted());
    });
  }

  it("are facts of the format, each with what is asked of it", () => {
    for (const { pattern, leaves } of standard.rows.flatMap(factsOfRow)) {
      assert.ok(
        fieldAt(
          format,
          pattern.map((step) => (step === ANY ? 0 : step)),
        ),
        dotted(pattern),
      );
      assert.ok(leaves.length > 0, dotted(pattern));
    }
  });
});

describe("the rows on a path", () => {
  const cases: [path: string, below: string, decided: string][] = [
    ["contract.governingLaw", "1", "1"],
    ["contract", "1 2", ""],
    ["encryption", "3 4", ""],
    ["encryption.inTransit[0]", "3", ""],
    ["encryption.inTransit[0].protocols", "3", "3"],
    ["encryption.inTransit[0].protocols[1]", "", "3"],
    ["encryption.inTransit[0].path", "", ""],
    ["encryption.atRest[2].cipher", "4", "4"],
    ["encryption.atRest[2].mechanism", "", ""],
    ["authentication", "5-1 5-2 5-3", ""],
    ["authentication.provider.adminLogin", "5-1 5-2 5-3", "5-1 5-2 5-3"],
    ["authentication.customer.factors", "5-1", "5-1"],
    ["authentication.customer.factors[0]", "", "5-1"],
    ["authentication.customer.lockoutAttempts", "", ""],
    ["dataLocation.primary", "6-1 6-3 6-4", "6-1 6-3 6-4"],
    ["dataLocation.primary[0]", "6-1 6-3", "6-1 6-3 6-4"],
    ["dataLocation.backups", "4 6-1 6-3 6-4", "4 6-1 6-3 6-4"],
    ["dataLocation.overseas", "6-2 6-4 6-5", ""],
    ["information.personal", "6-2", "6-2"],
    ["information.classification", "", ""],
    ["certifications", "7", ""],
    ["certifications[0].renewalPending", "7", "7"],
    ["certifications[0].number", "", ""],
    ["erasure", "8-1 8-2", ""],
    ["erasure.standardDeletionAtTermination", "8-2", "8-2"],
    ["vendor.name", "", ""],
    ["x-own", "", ""],
  ];
  const numbers = (rows: readonly { readonly no: string }[]) => rows.map(({ no }) => no).join(" ");
  for (const [path, below, decided] of cases) {
    it(`${path}: ${decided || "none"}${below === decided ? "" : `; below it ${below || "none"}`}`, () => {
      assert.equal(numbers(rowsDecidedAt(standard, pathOf(path))), decided);
      assert.equal(numbers(rowsOn(standard, pathOf(path))), below);
    });
  }
});

describe("whether a path leads to a fact", () => {
  const pattern = ["encryption", "atRest", ANY, "cipher"];
  const cases: [path: string, leads: boolean][] = [
    ["encryption", true],
    ["encryption.atRest", true],
    ["encryption.atRest[7]", true],
    ["encryption.atRest[7].cipher", true],
    ["encryption.atRest[7].role", false],
    ["encryption.inTransit", false],
    ["encryption.atRest.cipher", false],
  ];
  for (const [path, leads] of cases) it(`${path}: ${leads}`, () => assert.equal(leadsTo(pathOf(path), pattern), leads));
});

describe("the enumerations that rows ask for", () => {
  const cases: [path: string, some: string | undefined][] = [
    ["certifications[0].scheme", "ISMAP"],
    ["encryption.inTransit[0].protocols[0]", "TLS 1.3"],
    ["contract.domesticCourt", "negotiable"],
    ["dataLocation.primary[0]", "DE"],
    ["contract.governingLaw", undefined],
    ["vendor.country", undefined],
  ];
  for (const [path, value] of cases) {
    it(`${path}: ${value ?? "none"}`, () => {
      const enums = enumsAt(standard, pathOf(path));
      assert.equal(
        enums.some((values) => value !== undefined && values.includes(value)),
        value !== undefined,
      );
      if (value === undefined) assert.deepEqual(enums, []);
    });
  }
});

describe("the facts that a class needs", () => {
  const needed = (classification: string) => factsNeeded(standard, classification).map(dotted);
  const only = (...numbers: string[]) => numbers.flatMap((no) => FACTS[no] ?? []).filter((fact) => !fact.endsWith("?"));

  it("S: those of its required rows, in the order of the rows", () =>
    assert.deepEqual(needed("S"), [...new Set(only("1", "2", "3", "4", "5-1", "6-1", "7", "8-1", "8-2"))]));
  it("I: the recommended rows and the groups as well, without what only storage abroad uses", () =>
    assert.deepEqual(
      needed("I").toSorted(),
      [...new Set(only("1", "2", "3", "4", "5-1", "5-2", "5-3", "6-1", "6-4", "7", "8-1", "8-2")), "information.personal"]
        .filter((fact) => !fact.startsWith("dataLocation.overseas"))
        .toSorted(),
    ));
  it("II: no stores, no certificate, no erasure at the contract's end", () => {
    const facts = needed("II");
    for (const absent of ["encryption.atRest[].cipher", "certifications[].scheme", "erasure.atTermination.method"]) {
      assert.ok(!facts.includes(absent), absent);
    }
    assert.ok(facts.includes("erasure.atDisposal.method"));
  });
  it("III: nothing", () => assert.deepEqual(needed("III"), []));
  it("a stricter class never needs less of what is asked of every group", () => {
    for (const classification of CLASSES.slice(0, 3)) assert.ok(needed(classification).includes("contract.governingLaw"));
  });
});
