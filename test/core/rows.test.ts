/** Tests the condition of every row: which facts meet it, fail it, leave it open, and which finding each class makes of that. */
import assert from "node:assert/strict";
import type { Status } from "../../server/src/core/standard/status.ts";
import { ABROAD, type Changes, CLASSES, findings, judged, profile, statusOf } from "../support/profile.ts";

const paths = (...protocols: (readonly (string | null)[])[]): Changes => ({
  "encryption.inTransit": protocols.map((protocols) => ({ path: "経路", protocols })),
});
const stores = (...stores: (readonly [role: string | undefined, cipher: string | undefined])[]): Changes => ({
  "encryption.atRest": stores.map(([role, cipher]) => ({ ...(role && { role }), ...(cipher && { cipher }) })),
});
const both = (fact: string, value: unknown): Changes => ({
  [`authentication.provider.${fact}`]: value,
  [`authentication.customer.${fact}`]: value,
});
const noAdmin: Changes = { "authentication.customer": { adminLogin: "none" } };
const location = (primary: readonly (string | null)[], backups: readonly (string | null)[] | undefined): Changes => ({
  ...ABROAD,
  "dataLocation.primary": primary,
  "dataLocation.backups": backups,
});
const overseas = (fact: string, value: unknown): Changes => ({ ...ABROAD, [`dataLocation.overseas.${fact}`]: value });
const certificates = (...certificates: (Record<string, unknown> | null)[]): Changes => ({ certifications: certificates });
const held = { scheme: "ISMAP", holder: "saas-provider", expires: "2027-03-31" };
const erasure = (when: string, facts: unknown): Changes => ({ [`erasure.${when}`]: facts });

/** Row, its status, and the facts it follows from. */
const statuses: readonly (readonly [no: string, status: Status, because: string, changes: Changes])[] = [
  ["1", "met", "Japanese law", {}],
  ["1", "unmet", "another law", { "contract.governingLaw": "US" }],
  ["1", "unknown", "not stated", { "contract.governingLaw": undefined }],
  ["1", "unknown", "null", { "contract.governingLaw": null }],
  ["1", "unknown", "a value that breaks the schema", { "contract.governingLaw": "日本" }],

  ["2", "met", "designated", {}],
  ["2", "met", "negotiable", { "contract.domesticCourt": "negotiable" }],
  ["2", "unmet", "unavailable", { "contract.domesticCourt": "unavailable" }],
  ["2", "unknown", "not stated", { "contract.domesticCourt": undefined }],

  ...["TLS 1.2", "TLS 1.3", "IPsec", "WireGuard", "VPN", "SSH"].map(
    (protocol) => ["3", "met", protocol, paths([protocol])] as const,
  ),
  ["3", "met", "an outdated version beside TLS 1.2", paths(["TLS 1.0", "TLS 1.2"])],
  ["3", "met", "a closed line with a VPN", paths(["LGWAN", "VPN"])],
  ["3", "met", "other beside SSH", paths(["other", "SSH"])],
  ...["TLS 1.1", "TLS 1.0", "SSL 3.0", "SSL 2.0", "none"].map((protocol) => ["3", "unmet", protocol, paths([protocol])] as const),
  ["3", "unmet", "plain text possible beside TLS 1.3", paths(["TLS 1.3", "none"])],
  ["3", "unmet", "plain text possible beside HTTPS", paths(["HTTPS", "none"])],
  ["3", "unmet", "one path of several", paths(["TLS 1.3"], ["TLS 1.1"])],
  ["3", "unmet", "one path, though another is open", paths(["HTTPS"], ["SSL 3.0"])],
  ...["HTTPS", "private-line", "LGWAN", "other"].map((protocol) => ["3", "unknown", protocol, paths([protocol])] as const),
  ["3", "unknown", "an outdated version beside HTTPS", paths(["TLS 1.0", "HTTPS"])],
  ["3", "unknown", "one path of several", paths(["TLS 1.3"], ["HTTPS"])],
  ["3", "unknown", "an item not stated beside TLS 1.2", paths([null, "TLS 1.2"])],
  ["3", "unknown", "an item not stated beside TLS 1.1", paths(["TLS 1.1", null])],
  ["3", "unknown", "an item not stated beside HTTPS", paths(["HTTPS", null])],
  ["3", "unknown", "nothing but an item not stated", paths([null])],
  ["3", "unmet", "an item not stated beside plain text", paths(["none", null])],
  ["3", "unknown", "a path not stated", { "encryption.inTransit": [{ protocols: ["TLS 1.2"] }, null] }],
  ["3", "unknown", "protocols not stated", { "encryption.inTransit.1.protocols": undefined }],
  ["3", "unknown", "protocols empty", paths([])],
  ["3", "unknown", "no paths", { "encryption.inTransit": [] }],
  ["3", "unknown", "not stated", { "encryption.inTransit": undefined }],

  ["4", "met", "listed ciphers in the store and its backup", stores(["primary", "AES-256"], ["backup", "Camellia-128-CBC"])],
  ["4", "met", "no backups are taken", { ...stores(["primary", "AES-256"]), "dataLocation.backups": [] }],
  ["4", "met", "a listed cipher in a store without a role", stores(["primary", "AES"], ["backup", "AES"], [undefined, "AES"])],
  ["4", "unmet", "an unlisted cipher in the store", stores(["primary", "CLEFIA"], ["backup", "AES"])],
  ["4", "unmet", "an unlisted cipher in the backup", stores(["primary", "AES"], ["backup", "none"])],
  [
    "4",
    "unmet",
    "an unlisted cipher in a store without a role",
    stores(["primary", "AES"], ["backup", "AES"], [undefined, "other"]),
  ],
  ["4", "unmet", "an unlisted cipher though no role is stated", stores([undefined, "RC4"])],
  [
    "4",
    "unmet",
    "a backup store counts though no backups are taken",
    { ...stores(["primary", "AES"], ["backup", "DES"]), "dataLocation.backups": [] },
  ],
  ["4", "unknown", "a cipher not stated", stores(["primary", undefined], ["backup", "AES"])],
  ["4", "unknown", "no primary store", stores(["backup", "AES"])],
  ["4", "unknown", "no backup store", stores(["primary", "AES"])],
  [
    "4",
    "unknown",
    "no backup store, and backups not stated",
    { ...stores(["primary", "AES"]), "dataLocation.backups": undefined },
  ],
  [
    "4",
    "unknown",
    "a store not stated",
    { "encryption.atRest": [{ role: "primary", cipher: "AES" }, { role: "backup", cipher: "AES" }, null] },
  ],
  ["4", "unknown", "a country of backups not stated", { ...stores(["primary", "AES"]), "dataLocation.backups": [null] }],
  ["4", "unknown", "no stores", { "encryption.atRest": [] }],
  ["4", "unknown", "not stated", { "encryption.atRest": undefined }],

  ["5-1", "met", "two factors for both groups", {}],
  ["5-1", "met", "three factors", both("factors", ["knowledge", "possession", "inherence"])],
  ["5-1", "met", "no administration screen for the other group", noAdmin],
  [
    "5-1",
    "met",
    "no administration screen, whatever else is stated",
    { "authentication.customer": { adminLogin: "none", factors: ["knowledge"] } },
  ],
  ["5-1", "met", "no administration screen at all", both("adminLogin", "none")],
  ["5-1", "unmet", "one factor for one group", { "authentication.customer.factors": ["knowledge"] }],
  [
    "5-1",
    "unmet",
    "one factor for one group, the other not stated",
    { "authentication.customer.factors": ["knowledge"], "authentication.provider": undefined },
  ],
  ["5-1", "unknown", "one group not stated", { "authentication.customer.factors": undefined }],
  ["5-1", "unknown", "an item not stated beside one factor", { "authentication.customer.factors": ["knowledge", null] }],
  [
    "5-1",
    "met",
    "an item not stated beside two factors",
    { "authentication.customer.factors": ["knowledge", "possession", null] },
  ],
  ["5-1", "unknown", "factors empty", { "authentication.customer.factors": [] }],
  ["5-1", "unknown", "not stated", { authentication: undefined }],

  ...(
    [
      ["5-2", "twoStep"],
      ["5-3", "lockout"],
    ] as const
  ).flatMap(([no, fact]): [string, Status, string, Changes][] => [
    [no, "met", "both groups", {}],
    [no, "met", "no administration screen for the other group", noAdmin],
    [no, "unmet", "false for one group", { [`authentication.provider.${fact}`]: false }],
    [
      no,
      "unmet",
      "false for one group, the other not stated",
      { [`authentication.provider.${fact}`]: false, "authentication.customer": undefined },
    ],
    [no, "unknown", "one group not stated", { [`authentication.customer.${fact}`]: undefined }],
    [no, "unknown", "not stated", { authentication: undefined }],
  ]),

  ["6-1", "met", "data and backups in Japan", {}],
  ["6-1", "met", "no backups", { "dataLocation.backups": [] }],
  ["6-1", "unmet", "data abroad too", { "dataLocation.primary": ["JP", "US"] }],
  ["6-1", "unmet", "backups abroad", { "dataLocation.backups": ["US"] }],
  ["6-1", "unmet", "backups abroad, the rest not stated", { "dataLocation.primary": undefined, "dataLocation.backups": ["GB"] }],
  ["6-1", "unknown", "a country not stated", { "dataLocation.primary": ["JP", null] }],
  ["6-1", "unmet", "a country not stated beside one abroad", { "dataLocation.primary": [null, "US"] }],
  ["6-1", "unknown", "a country of backups not stated", { "dataLocation.backups": [null] }],
  ["6-1", "unknown", "backups not stated", { "dataLocation.backups": undefined }],
  ["6-1", "unknown", "data not stated", { "dataLocation.primary": undefined }],
  ["6-1", "unknown", "no country", { "dataLocation.primary": [] }],
  ["6-1", "unknown", "not stated", { dataLocation: undefined }],

  ["6-2", "met", "consent with the three items", ABROAD],
  [
    "6-2",
    "met",
    "the scope of handling instead of the country",
    overseas("consent.informs", ["handling-scope", "foreign-system", "recipient-measures"]),
  ],
  ["6-2", "unmet", "no consent", overseas("consent.obtainedAtUse", false)],
  ["6-2", "unmet", "nothing is told", overseas("consent.informs", [])],
  [
    "6-2",
    "unmet",
    "the measures are not told",
    overseas("consent.informs", ["country-name", "handling-scope", "foreign-system"]),
  ],
  ["6-2", "unmet", "the foreign system is not told", overseas("consent.informs", ["country-name", "recipient-measures"])],
  ["6-2", "unmet", "neither country nor scope is told", overseas("consent.informs", ["foreign-system", "recipient-measures"])],
  [
    "6-2",
    "unmet",
    "no consent, personal information not stated",
    { ...overseas("consent.obtainedAtUse", false), "information.personal": undefined },
  ],
  ["6-2", "unknown", "personal information not stated", { ...ABROAD, "information.personal": undefined }],
  ["6-2", "unknown", "consent not stated", overseas("consent.obtainedAtUse", undefined)],
  ["6-2", "unknown", "what is told not stated", overseas("consent.informs", undefined)],
  [
    "6-2",
    "unknown",
    "an item not stated, another item missing",
    overseas("consent.informs", ["country-name", "foreign-system", null]),
  ],
  [
    "6-2",
    "met",
    "an item not stated beside the three",
    overseas("consent.informs", [null, "country-name", "foreign-system", "recipient-measures"]),
  ],
  ["6-2", "unknown", "nothing stated", overseas("consent", undefined)],
  ["6-2", "not-applicable", "data in Japan", {}],
  ["6-2", "not-applicable", "no personal information", { ...ABROAD, "information.personal": false }],
  [
    "6-2",
    "not-applicable",
    "no personal information and no consent",
    { ...overseas("consent.obtainedAtUse", false), "information.personal": false },
  ],

  ["6-3", "met", "Germany", ABROAD],
  ["6-3", "met", "only abroad: the UK, Norway, Iceland, Liechtenstein", location(["GB", "NO"], ["IS", "LI"])],
  ["6-3", "met", "no backups", location(["FR"], [])],
  ["6-3", "met", "without personal information", { ...ABROAD, "information.personal": false }],
  ["6-3", "unmet", "the United States beside Germany", location(["DE", "US"], ["JP"])],
  ["6-3", "unmet", "backups in Switzerland", location(["DE"], ["CH"])],
  ["6-3", "unknown", "a country not stated", location(["DE", null], ["JP"])],
  ["6-3", "unknown", "backups not stated", location(["DE"], undefined)],
  ["6-3", "not-applicable", "data in Japan", {}],

  ["6-4", "met", "only class III abroad", ABROAD],
  ["6-4", "met", "no backups", location(["JP", "US"], [])],
  ["6-4", "met", "some backups in Japan", location(["JP", "US"], ["US", "JP"])],
  ["6-4", "unmet", "class II abroad", overseas("classifications", ["III", "II"])],
  ["6-4", "unmet", "no place in Japan", location(["US"], ["JP"])],
  ["6-4", "unmet", "no backup in Japan", location(["JP", "US"], ["US"])],
  ["6-4", "unknown", "classes not stated", overseas("classifications", undefined)],
  ["6-4", "unknown", "a class not stated", overseas("classifications", ["III", null])],
  ["6-4", "unmet", "a class not stated beside class I", overseas("classifications", [null, "I"])],
  ["6-4", "unknown", "a country not stated, none in Japan", location(["US", null], ["JP"])],
  ["6-4", "met", "a country not stated beside Japan", location(["JP", "US", null], ["JP"])],
  ["6-4", "unknown", "a country of backups not stated", location(["JP", "US"], ["US", null])],
  ["6-4", "unknown", "no class", overseas("classifications", [])],
  ["6-4", "unknown", "backups not stated", location(["JP", "US"], undefined)],
  ["6-4", "not-applicable", "data in Japan", {}],

  ["6-5", "met", "the city's own key, held by the city", ABROAD],
  ["6-5", "met", "held in Japan", overseas("encryptionKey.custody", "domestic")],
  ["6-5", "unmet", "held abroad", overseas("encryptionKey.custody", "overseas")],
  ["6-5", "unmet", "generated by the provider", overseas("encryptionKey.origin", "provider")],
  ["6-5", "unmet", "shared with others", overseas("encryptionKey.dedicated", false)],
  ["6-5", "unknown", "who generates it not stated", overseas("encryptionKey.origin", undefined)],
  ["6-5", "unknown", "dedicated not stated", overseas("encryptionKey.dedicated", undefined)],
  ["6-5", "unknown", "custody not stated", overseas("encryptionKey.custody", undefined)],
  ["6-5", "not-applicable", "data in Japan", {}],

  ...["ISMAP", "ISMAP-LIU", "ISO/IEC 27017", "ISO/IEC 27018"].map(
    (scheme) => ["7", "met", scheme, certificates({ ...held, scheme })] as const,
  ),
  ["7", "met", "valid until today", certificates({ ...held, expires: "2026-11-22" })],
  ["7", "met", "ISMAP with a renewal pending", certificates({ ...held, expires: "2026-11-21", renewalPending: true })],
  [
    "7",
    "met",
    "ISMAP-LIU with a renewal pending",
    certificates({ ...held, scheme: "ISMAP-LIU", expires: "2020-01-01", renewalPending: true }),
  ],
  [
    "7",
    "met",
    "a renewal pending, its date not stated",
    certificates({ scheme: "ISMAP", holder: "saas-provider", renewalPending: true }),
  ],
  ["7", "met", "one of several", certificates({ ...held, scheme: "other" }, { scheme: "ISMAP" }, held)],
  ["7", "unmet", "none held", certificates()],
  ["7", "unmet", "ISO/IEC 27001", certificates({ ...held, scheme: "ISO/IEC 27001" })],
  ["7", "unmet", "another scheme", certificates({ ...held, scheme: "other" })],
  ["7", "unmet", "held by the infrastructure provider", certificates({ ...held, holder: "infrastructure-provider" })],
  ["7", "unmet", "expired yesterday", certificates({ ...held, expires: "2026-11-21" })],
  ["7", "unmet", "no renewal pending", certificates({ ...held, expires: "2026-11-21", renewalPending: false })],
  [
    "7",
    "unmet",
    "ISO/IEC 27017 with a renewal pending",
    certificates({ ...held, scheme: "ISO/IEC 27017", expires: "2026-11-21", renewalPending: true }),
  ],
  ["7", "unmet", "another scheme, the rest not stated", certificates({ scheme: "ISO/IEC 27001" })],
  ["7", "unknown", "scheme not stated", certificates({ holder: "saas-provider", expires: "2027-03-31" })],
  ["7", "unknown", "holder not stated", certificates({ scheme: "ISMAP", expires: "2027-03-31" })],
  ["7", "unknown", "expiry not stated", certificates({ scheme: "ISMAP", holder: "saas-provider" })],
  ["7", "unknown", "one that fails, one that is open", certificates({ scheme: "ISO/IEC 27001" }, { scheme: "ISMAP" })],
  ["7", "unknown", "a certificate not stated beside one that fails", certificates({ scheme: "ISO/IEC 27001" }, null)],
  ["7", "met", "a certificate not stated beside one that is valid", certificates(null, held)],
  ["7", "unknown", "not stated", { certifications: undefined }],

  ...(
    [
      ["8-1", "atTermination"],
      ["8-2", "atDisposal"],
    ] as const
  ).flatMap(([no, when]): [string, Status, string, Changes][] => {
    const crypto = { method: "cryptographic-erase", encryptedSinceFirstWrite: true, allKeyCopiesDestroyed: true };
    return [
      [no, "met", "purge", erasure(when, { method: "purge" })],
      [no, "met", "destroy by NIST Rev.1", erasure(when, { method: "destroy", guideline: "NIST SP 800-88 Rev.1" })],
      [
        no,
        "met",
        "purge by NIST Rev.2, by the infrastructure provider",
        erasure(when, { method: "purge", guideline: "NIST SP 800-88 Rev.2", performedBy: "infrastructure-provider" }),
      ],
      [no, "met", "cryptographic erase with both conditions", erasure(when, crypto)],
      [no, "unmet", "clear", erasure(when, { method: "clear" })],
      [no, "unmet", "none", erasure(when, { method: "none" })],
      [no, "unmet", "clear by another guideline", erasure(when, { method: "clear", guideline: "other" })],
      [no, "unmet", "not encrypted from the first", erasure(when, { ...crypto, encryptedSinceFirstWrite: false })],
      [no, "unmet", "copies of the key remain", erasure(when, { ...crypto, allKeyCopiesDestroyed: false })],
      [no, "unknown", "a condition not stated", erasure(when, { method: "cryptographic-erase", encryptedSinceFirstWrite: true })],
      [no, "unknown", "purge by another guideline", erasure(when, { method: "purge", guideline: "other" })],
      [no, "unknown", "cryptographic erase by another guideline", erasure(when, { ...crypto, guideline: "other" })],
      [no, "unknown", "method not stated", erasure(when, {})],
      [no, "unknown", "not stated", { erasure: undefined }],
    ];
  }),
  ["8-2", "unmet", "no deletion when the contract ends", { "erasure.standardDeletionAtTermination": false }],
  ["8-2", "unmet", "no deletion, the rest not stated", { erasure: { standardDeletionAtTermination: false } }],
  ["8-2", "unknown", "deletion not stated", { "erasure.standardDeletionAtTermination": undefined }],
];

/** Row, what its facts are, and the findings of the row's own code at S, I, II and III. */
const obligations: readonly (readonly [no: string, what: string, changes: Changes, byClass: readonly string[]])[] = [
  ...(
    [
      ["1", { "contract.governingLaw": "US" }, { "contract.governingLaw": undefined }],
      ["2", { "contract.domesticCourt": "unavailable" }, { "contract.domesticCourt": undefined }],
      ["3", { "encryption.inTransit.1.protocols": ["none"] }, { "encryption.inTransit.1.protocols": undefined }],
      ["8-2", { "erasure.atDisposal.method": "clear" }, { "erasure.atDisposal.method": undefined }],
    ] as const
  ).flatMap(([no, unmet, unknown]): [string, string, Changes, string[]][] => [
    [no, "unmet", unmet, [`error ${no}.unmet`, `error ${no}.unmet`, `error ${no}.unmet`, ""]],
    [no, "unknown", unknown, [`warning ${no}.unstated`, `warning ${no}.unstated`, `warning ${no}.unstated`, ""]],
  ]),
  ["4", "unmet", { "encryption.atRest.1.cipher": "none" }, ["error 4.unmet", "error 4.unmet", "", ""]],
  ["4", "unknown", { "encryption.atRest.1.cipher": undefined }, ["warning 4.unstated", "warning 4.unstated", "", ""]],
  [
    "5-1",
    "unmet, 5-2 met",
    { "authentication.customer.factors": ["knowledge"] },
    ["error 5-1.unmet", "information 5-1.recommended", "", ""],
  ],
  [
    "5-1",
    "unknown, 5-2 met",
    { "authentication.customer.factors": undefined },
    ["warning 5-1.unstated", "information 5-1.recommended", "", ""],
  ],
  ["5-2", "unmet", { "authentication.customer.twoStep": false }, ["", "", "", ""]],
  ["5-2", "unknown", { "authentication.customer.twoStep": undefined }, ["", "", "", ""]],
  ["5-3", "unmet", { "authentication.customer.lockout": false }, ["", "", "", ""]],
  ["5-3", "unknown", { "authentication.customer.lockout": undefined }, ["", "", "", ""]],
  ["6-1", "unmet, 6-2 met", ABROAD, ["error 6-1.unmet", "information 6-1.recommended", "", ""]],
  [
    "6-1",
    "unknown, 6-2 met",
    { ...ABROAD, "dataLocation.primary": undefined, "dataLocation.backups": ["JP"] },
    ["warning 6-1.unstated", "information 6-1.recommended", "", ""],
  ],
  ["6-2", "unmet", overseas("consent.obtainedAtUse", false), ["", "", "", ""]],
  ["6-3", "unmet", location(["JP", "US"], ["JP"]), ["", "", "", ""]],
  ["6-4", "unmet", overseas("classifications", ["I"]), ["", "", "", ""]],
  ["6-5", "unknown", overseas("encryptionKey", undefined), ["", "", "", ""]],
  ["7", "unmet", { certifications: [] }, ["error 7.unmet", "information 7.recommended", "", ""]],
  ["7", "unknown", { certifications: undefined }, ["warning 7.unstated", "information 7.recommended", "", ""]],
  [
    "8-1",
    "unmet, 8-2 met",
    { "erasure.atTermination.method": "clear" },
    ["warning 8-1.exception", "information 8-1.recommended", "", ""],
  ],
  [
    "8-1",
    "unmet, 8-2 unmet",
    { "erasure.atTermination.method": "clear", "erasure.atDisposal.method": "none" },
    ["error 8-1.unmet", "information 8-1.recommended", "", ""],
  ],
  [
    "8-1",
    "unknown",
    { "erasure.atTermination.method": undefined },
    ["warning 8-1.unstated", "information 8-1.recommended", "", ""],
  ],
];

describe("rows", () => {
  for (const [no, status, because, changes] of statuses) {
    it(`${no} ${status}: ${because}`, () => assert.equal(statusOf(judged(profile(changes)), no), status));
  }

  describe("by class", () => {
    for (const [no, what, changes, byClass] of obligations) {
      for (const [index, name] of CLASSES.entries()) {
        const expected = byClass[index] as string;
        it(`${no} ${what} at ${name}: ${expected || "nothing"}`, () => {
          const own = findings({ ...changes, "information.classification": name }, {}, new RegExp(`^${no}\\.`));
          assert.deepEqual(own.map((finding) => finding.split(" ").slice(0, 2).join(" ")).join(), expected);
        });
      }
    }
  });
});
