import fc from "fast-check";
import type { Analysis } from "../../server/src/core/analysis/analyze.ts";
import { CLASSES, ROWS } from "../support/profile.ts";

/** A profile as plain data. */
export type Facts = { readonly [key: string]: unknown };

/** A fact as people state it: mostly one of the values, now and then nothing, null, or (where allowed) something that breaks the schema. */
function fact(values: fc.Arbitrary<unknown>, broken: unknown): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 12, arbitrary: values },
    { weight: 1, arbitrary: fc.constantFrom(undefined, null) },
    ...(broken === undefined ? [] : [{ weight: 1, arbitrary: fc.constant(broken) }]),
  );
}

const oneOf = (...values: unknown[]) => fc.constantFrom(...values);
const some = (...values: string[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });
/** Leans towards the values that pass, for else hardly any profile would. */
const mostly = (passing: unknown, ...others: unknown[]) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(passing) }, { weight: 1, arbitrary: fc.constantFrom(...others) });

function section(facts: Record<string, fc.Arbitrary<unknown>>, broken: unknown): fc.Arbitrary<unknown> {
  return fact(fc.record(facts).map(dropUndefined), broken);
}

function dropUndefined(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

/** Arbitrary profiles; those that are not `valid` have a few values that break the schema. */
export function profiles({ valid }: { valid: boolean }): fc.Arbitrary<Facts> {
  const bad = (value: unknown) => (valid ? undefined : value);
  const of = (values: fc.Arbitrary<unknown>, broken: unknown = "？") => fact(values, bad(broken));
  const group = section(
    {
      adminLogin: fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constant("none") }),
      factors: of(mostly(["knowledge", "possession"], ["knowledge"]), ["knowledge", "voice"]),
      twoStep: of(mostly(true, false), "はい"),
      lockout: of(mostly(true, false), "yes"),
      lockoutAttempts: of(oneOf(undefined, 5), 0),
    },
    bad([]),
  );
  const erased = section(
    {
      method: of(mostly("purge", "destroy", "clear", "none", "cryptographic-erase"), "erase"),
      guideline: of(mostly("NIST SP 800-88 Rev.1", "NIST SP 800-88 Rev.2", "other")),
      encryptedSinceFirstWrite: of(oneOf(undefined, true, false)),
      allKeyCopiesDestroyed: of(oneOf(undefined, true, false)),
    },
    bad("purge"),
  );
  const list = (item: fc.Arbitrary<unknown>, min: number) => fc.array(item, { minLength: min, maxLength: 3 });
  const path = fc.record({
    path: oneOf("端末", "拠点間"),
    protocols: of(
      fc.oneof(
        { weight: 4, arbitrary: some("TLS 1.2", "TLS 1.3", "VPN") },
        { weight: 1, arbitrary: some("TLS 1.1", "HTTPS", "none", "LGWAN", "SSH") },
      ),
      ["TLSv1.2"],
    ),
  });
  const store = (role: string) =>
    fc.record({
      store: oneOf("DB"),
      role: of(mostly(role, "primary", "backup"), "主"),
      cipher: of(mostly("AES-256", "AES-128-ECB", "none", "KCipher-2"), "AES256"),
    });
  const certificate = fc.record({
    scheme: of(mostly("ISMAP", "ISO/IEC 27017", "ISO/IEC 27001"), "ISMS"),
    holder: of(mostly("saas-provider", "infrastructure-provider")),
    expires: of(mostly("2028-03-31", "2026-12-01", "2026-01-01"), "2028-02-30"),
    renewalPending: of(oneOf(undefined, undefined, true, false)),
  });
  const country = fc.oneof({ weight: 3, arbitrary: fc.constant(["JP"]) }, { weight: 2, arbitrary: some("JP", "DE", "GB", "US") });
  const assessed = fc.record({
    evidence: of(oneOf([], [{ title: "規約" }], [{ title: "規約", expires: "2026-01-01", collected: "2027-01-01" }])),
    check: of(oneOf(undefined, "ok", "ng", "na")),
  });
  const review = of(oneOf(undefined, { by: "課", date: "2026-11-01", reason: "理由" }, { by: "課" }));
  return fc
    .record({
      profile: fc.constant(1),
      vendor: fc.constant({ name: "甲" }),
      service: fc.constant({ name: "乙" }),
      information: fc.record({
        classification: fc.oneof({ weight: 20, arbitrary: oneOf(...CLASSES) }, { weight: 1, arbitrary: oneOf(bad("Ⅰ") ?? "I") }),
        personal: of(mostly(true, false)),
      }),
      contract: section(
        { governingLaw: of(mostly("JP", "US"), "日本"), domesticCourt: of(mostly("designated", "negotiable", "unavailable")) },
        bad("JP"),
      ),
      encryption: section(
        {
          inTransit: of(list(path, 1), []),
          atRest: of(fc.tuple(store("primary"), store("backup")), "AES"),
        },
        bad([]),
      ),
      authentication: section({ provider: group, customer: group }, bad(true)),
      dataLocation: section(
        {
          primary: of(country, ["日本"]),
          backups: of(fc.oneof({ weight: 3, arbitrary: country }, { weight: 1, arbitrary: fc.constant([]) }), "JP"),
          overseas: of(
            fc.record({
              consent: section(
                {
                  obtainedAtUse: of(mostly(true, false)),
                  informs: of(mostly(["country-name", "foreign-system", "recipient-measures"], [], ["foreign-system"]), ["？"]),
                },
                undefined,
              ),
              classifications: of(mostly(["III"], ["I", "III"]), []),
              encryptionKey: section(
                {
                  origin: of(mostly("customer", "provider")),
                  dedicated: of(mostly(true, false)),
                  custody: of(mostly("domestic", "overseas")),
                },
                undefined,
              ),
            }),
          ),
        },
        bad("JP"),
      ),
      certifications: of(list(certificate, 0), "ISMAP"),
      erasure: section(
        { atTermination: erased, atDisposal: erased, standardDeletionAtTermination: of(mostly(true, false)) },
        bad([]),
      ),
      assessment: of(
        fc
          .tuple(fc.dictionary(fc.constantFrom(...ROWS), assessed, { maxKeys: 3, noNullPrototype: true }), review)
          .map(([rows, exception]) => ({ ...rows, "8-1": { ...(rows["8-1"] as object), exception } })),
      ),
    })
    .map((facts) => prune(dropUndefined(facts)) as Facts);
}

/** Undefined is no data: neither YAML nor JSON has it. */
function prune(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(prune);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(dropUndefined(value as Facts)).map(([key, child]) => [key, prune(child)]));
}

/** What does not depend on how a profile is written. */
export function outcome({ profiles, findings }: Analysis) {
  return {
    profiles: profiles.map(({ verdict, eligible, judgedAs, rows }) => ({
      verdict,
      eligible,
      judgedAs,
      rows: [...rows.values()].map(({ status }) => status).join(" "),
    })),
    findings: findings.map(({ code, severity }) => `${severity} ${code}`).toSorted(),
  };
}
