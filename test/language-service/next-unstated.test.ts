/** Tests the step to the next required fact that is not stated: every one is reached, at the position of its value. */
import assert from "node:assert/strict";
import type { Profile } from "../../server/src/core/evaluation/profile.ts";
import { applyEdits, firstStop } from "../../server/src/language-service/edits/edit.ts";
import { nextUnstated, unstatedFacts } from "../../server/src/language-service/edits/next-unstated.ts";
import { analysisOf } from "../support/analyze.ts";
import { type Changes, judged, profile } from "../support/profile.ts";
import { CURSOR } from "../support/view.ts";

const head = "profile: 1\nvendor: {name: 株式会社あおば}\nservice: {name: あおば電子申請}\n";

/** The unstated facts, in order. */
function unstated(text: string, index = 0): string[] {
  const analysis = analysisOf(text);
  return unstatedFacts(analysis, analysis.profiles[index] as Profile).map(({ path }) => path.join("."));
}

/** The text after the step to the next fact, and the range of its value; undefined if all are stated. */
function step(text: string, offset: number, index = 0): { text: string; offset: number; end: number; path: string } | undefined {
  const analysis = analysisOf(text);
  const next = nextUnstated(analysis, analysis.profiles[index] as Profile, offset);
  if (!next) return undefined;
  const { edits = [] } = next;
  const at = next.span?.start ?? firstStop(edits);
  assert.ok(at !== undefined, `no place for ${next.path.join(".")}`);
  return { text: applyEdits(text, edits), offset: at, end: next.span?.end ?? at, path: next.path.join(".") };
}

/** The same as a text with cursor marks at the start and end of the range. */
function stepped(marked: string): string {
  const offset = Math.max(0, marked.indexOf(CURSOR));
  const after = step(marked.replace(CURSOR, ""), offset);
  return after ? after.text.slice(0, after.offset) + CURSOR + after.text.slice(after.offset) : "nothing";
}

/** The positions reached by repeated steps without writing a value. */
function walk(text: string, steps: number): { readonly visited: string[]; readonly text: string } {
  const visited: string[] = [];
  let at = { text, offset: 0 };
  for (let count = 0; count < steps; count++) {
    const after = step(at.text, at.offset);
    if (!after) break;
    visited.push(after.path);
    at = after;
  }
  return { visited, text: at.text };
}

/** The violations of YAML and the format, except missing required facts. */
function broken(text: string): string[] {
  return analysisOf(text).findings.flatMap(({ code }) => (/^(yaml|schema)\.(?!required)/.test(code) ? [code] : []));
}

describe("the unstated facts", () => {
  const cases: [when: string, changes: Changes, found: string[]][] = [
    ["all is stated", {}, []],
    ["a required row", { "contract.governingLaw": undefined }, ["contract.governingLaw"]],
    ["a null", { "contract.governingLaw": null }, ["contract.governingLaw"]],
    ["a section", { contract: undefined }, ["contract.governingLaw", "contract.domesticCourt"]],
    ["of an item", { "encryption.inTransit.1.protocols": undefined }, ["encryption.inTransit.1.protocols"]],
    ["an item", { "encryption.inTransit.1.protocols": ["VPN", null] }, ["encryption.inTransit.1.protocols.1"]],
    ["of one group", { "authentication.customer.factors": undefined }, ["authentication.customer.factors"]],
    ["what the format requires", { "vendor.name": undefined, "service.name": null }, ["vendor.name", "service.name"]],
    ["at S, no alternatives", { "authentication.customer.twoStep": undefined, "authentication.customer.lockout": undefined }, []],
    ["at III, nothing", { "information.classification": "III", contract: undefined, erasure: undefined }, []],
    [
      "at II, not what is optional",
      { "information.classification": "II", certifications: undefined, "encryption.atRest": undefined },
      [],
    ],
    ["at I, not what is recommended", { "information.classification": "I", certifications: undefined }, []],
    [
      "a row that is unmet anyhow",
      { "erasure.atDisposal.method": "clear", "erasure.standardDeletionAtTermination": undefined },
      [],
    ],
    [
      "of a group, those of its first open row",
      {
        "information.classification": "I",
        "authentication.customer": { factors: ["knowledge"] },
      },
      ["authentication.customer.twoStep"],
    ],
    ["of a group that is carried, none", { "information.classification": "I", "authentication.customer": { lockout: true } }, []],
    [
      "no certificate but what was meant to be one",
      { certifications: [{ scheme: "ISMAP" }] },
      ["certifications.0.holder", "certifications.0.expires"],
    ],
    ["what cannot be judged although it is stated", { "encryption.inTransit.1.protocols": ["HTTPS"] }, []],
    ["a value that cannot be read", { "contract.governingLaw": "日本" }, []],
    [
      "the conditions of a cryptographic erase",
      { "erasure.atTermination.method": "cryptographic-erase" },
      ["erasure.atTermination.encryptedSinceFirstWrite", "erasure.atTermination.allKeyCopiesDestroyed"],
    ],
  ];
  for (const [when, changes, found] of cases) {
    it(`${when}: ${found.join(", ") || "none"}`, () => assert.deepEqual(unstated(profile(changes)), found));
  }

  it("are in the order of the format, not of the text", () =>
    assert.deepEqual(
      unstated(`erasure:\n  standardDeletionAtTermination: true\ncontract:\n${head}information: {classification: II}\n`).slice(
        0,
        3,
      ),
      ["contract.governingLaw", "contract.domesticCourt", "encryption.inTransit"],
    ));

  it("are those of one document", () => {
    const text = `${profile({ "contract.governingLaw": undefined })}---\n${profile({ "contract.domesticCourt": undefined })}`;
    assert.deepEqual([unstated(text, 0), unstated(text, 1)], [["contract.governingLaw"], ["contract.domesticCourt"]]);
  });

  it("include an item without a value", () =>
    assert.equal(unstated(profile().replace("primary: [JP]", "primary:\n    - JP\n    - ")).length, 1));

  it("include a new store if data has backups but no store for them", () => {
    const changes = { "encryption.atRest": [{ store: "業務データベース", role: "primary", cipher: "AES-256" }] };
    assert.deepEqual(unstated(profile(changes)), ["encryption.atRest.-"]);
  });

  it("are all facts of the class if a profile states only the class", () => {
    const facts = unstated(`${head}information: {classification: S}\n`);
    for (const fact of ["contract.governingLaw", "dataLocation.primary", "certifications", "erasure.atDisposal.method"]) {
      assert.ok(facts.includes(fact), fact);
    }
    for (const fact of facts) assert.doesNotMatch(fact, /overseas|twoStep|lockout|adminLogin|personal/);
  });
});

describe("the next unstated fact", () => {
  const rest = "erasure:\n  atDisposal: {method: purge}\n  standardDeletionAtTermination: true\n";
  /** A profile at II that states everything but the contract. */
  const text = (contract: string) =>
    `${head}information: {classification: II}\n${contract}` +
    "encryption: {inTransit: [{path: a, protocols: [VPN]}]}\n" +
    "authentication: {provider: {lockout: true}, customer: {lockout: true}}\n" +
    `dataLocation: {primary: [JP], backups: []}\n${rest}`;

  describe("is at the position of its value", () => {
    const cases: [what: string, before: string, after: string][] = [
      [
        "a key with nothing behind it",
        "contract:\n  governingLaw: \n  domesticCourt: designated\n",
        "contract:\n  governingLaw: <|>\n  domesticCourt: designated\n",
      ],
      [
        "without a space behind the colon",
        "contract:\n  governingLaw:\n  domesticCourt: designated\n",
        "contract:\n  governingLaw: <|>\n  domesticCourt: designated\n",
      ],
      [
        "in brackets",
        "contract: {governingLaw: , domesticCourt: designated}\n",
        "contract: {governingLaw: <|>, domesticCourt: designated}\n",
      ],
      [
        "a key that is not there",
        "contract:\n  domesticCourt: designated\n",
        "contract:\n  governingLaw: <|>\n  domesticCourt: designated\n",
      ],
      ["a section that is not there", "", "contract:\n  governingLaw: <|>\n"],
      ["a section with nothing behind it", "contract:\n", "contract:\n  governingLaw: <|>\n"],
      ["a section that is null", "contract: ~\n", "contract: \n  governingLaw: <|>\n"],
    ];
    for (const [what, before, after] of cases) {
      it(what, () => assert.equal(stepped(text(before)), text(after)));
      it(`${what}, CRLF`, () => {
        const crlf = (text: string) => text.replaceAll("\n", "\r\n");
        assert.equal(stepped(crlf(text(before))), crlf(text(after)));
      });
    }
  });

  describe("takes the text written there as its whole value", () => {
    const befores = [
      ["nothing", "contract:\n  governingLaw:\n"],
      ["spaces", "contract:\n  governingLaw:   \n"],
      ["a comment", "contract:\n  governingLaw: # 要確認\n"],
      ["a comment further off", "contract:\n  governingLaw:   # 要確認\n"],
      ["null", "contract:\n  governingLaw: null\n"],
      ["~", "contract:\n  governingLaw: ~\n"],
      ["null and a comment", "contract:\n  governingLaw: null # 要確認\n"],
      ["brackets", "contract: {governingLaw: }\n"],
      ["brackets, no space", "contract: {governingLaw:}\n"],
      ["brackets, no colon", "contract: {governingLaw}\n"],
      ["null in brackets", "contract: {governingLaw: null}\n"],
      ["a comment behind the section", "contract: # 規約\n"],
      ["JSON", '"contract": {"governingLaw": null}\n'],
    ] as const;
    for (const [what, before] of befores) {
      it(what, () => {
        const after = step(text(before), 0);
        assert.ok(after);
        const typed = `${after.text.slice(0, after.offset)}JP${after.text.slice(after.end)}`;
        assert.equal(judged(typed).rows.get("1")?.status, "met", typed.slice(head.length, head.length + 120));
        assert.doesNotMatch(typed, /JP#|JPnull/);
      });
    }
  });

  describe("follows the cursor, and wraps around", () => {
    const both = text("contract:\n  governingLaw: \n  domesticCourt: \n");
    const law = both.indexOf("governingLaw: ") + "governingLaw: ".length;
    const court = both.indexOf("domesticCourt: ") + "domesticCourt: ".length;
    const cases: [from: string, offset: number, to: number][] = [
      ["the start", 0, law],
      ["the first", law, court],
      ["between", law + 3, court],
      ["the last", court, law],
      ["the end", both.length, law],
    ];
    for (const [from, offset, to] of cases) it(`from ${from}`, () => assert.equal(step(both, offset)?.offset, to));
  });

  it("is put behind the comments of what is before it", () => {
    const text = `${profile({ erasure: undefined, assessment: undefined })}  # - ISMAP（2025年まで）\n`;
    assert.equal(stepped(text), `${text}erasure:\n  atTermination:\n    method: <|>\n`);
  });

  it("is absent if all facts are stated", () => assert.equal(stepped(profile()), "nothing"));

  const walks: [what: string, text: string][] = [
    ["a profile with nothing but its class", `${head}information: {classification: S}\n`],
    ["the same at I", `${head}information: {classification: I}\n`],
    [
      "sections in another order",
      `${head}erasure:\n  atDisposal: {}\ncontract:\nencryption:\ninformation: {classification: II}\n`,
    ],
    ["all in brackets", `{profile: 1, vendor: {name: a}, service: {name: b}, information: {classification: I}}\n`],
    ["a store without its cipher, and no backup", profile({ "encryption.atRest": [{ store: "a", role: "primary" }] })],
    ["the format's own keys", "information:\n  classification: II\n"],
    ["Windows line ends", `${head}information: {classification: II}\ncontract:\nerasure: # 消去\n`.replaceAll("\n", "\r\n")],
  ];
  describe("repeated steps reach every fact, and then insert nothing more", () => {
    for (const [what, text] of walks) {
      it(what, () => {
        const first = walk(text, 25);
        // the text once all keys are inserted
        const wanted = unstated(first.text);
        const again = walk(first.text, wanted.length);
        assert.equal(again.text, first.text);
        assert.deepEqual(again.visited.toSorted(), wanted.toSorted());
        assert.deepEqual(broken(first.text), broken(text));
      });
    }
  });
});

it("leaves out facts behind an alias: they are stated at the anchor", () => {
  const text = profile({ "authentication.customer": undefined, "authentication.provider": { lockout: true } });
  const aliased = text.replace("provider:\n", "provider: &p\n").replace("dataLocation:", "  customer: *p\ndataLocation:");
  assert.deepEqual(broken(aliased), []);
  assert.deepEqual(unstated(aliased), ["authentication.provider.factors"]);
});
