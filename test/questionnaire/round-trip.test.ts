import { strict as assert } from "node:assert";
import { parseAllDocuments } from "yaml";
import type { CellProblem } from "../../server/src/questionnaire/cell-problem.ts";
import { outcome } from "../properties/profiles.ts";
import { analyzeText, examples } from "../support/analyze.ts";
import { dataOf, imported, questionnaireOf, stated } from "../support/questionnaire.ts";

/** What stood in the profile already: that it breaks the format, or lacks what it must state. */
const isOfProfile = ({ kind }: CellProblem) => kind === "misfit" || kind === "missing";

/** The profiles of the examples, each as a YAML text of its own. */
const texts = examples().flatMap(({ name, text }) => {
  const documents = parseAllDocuments(text);
  const wholes = Array.isArray(documents) && documents.length > 1 ? documents.map((document) => String(document)) : [text];
  return wholes.map((whole, index) => ({ name: wholes.length > 1 ? `${name} ${index + 1}` : name, text: whole }));
});

describe("profile → questionnaire → profile", () => {
  for (const { name, text } of texts) {
    it(`states the same: ${name}`, async () => {
      const { text: again, problems } = await imported(await questionnaireOf(dataOf(text)));
      assert.ok(problems.every(isOfProfile));
      assert.deepEqual(stated(dataOf(again)), stated(dataOf(text)));
      assert.deepEqual(outcome(analyzeText(again)), outcome(analyzeText(text)));
    });
  }

  it("states the same in English, and from one language to the other", async () => {
    for (const { text } of texts.slice(0, 3)) {
      const { text: again, problems } = await imported(await questionnaireOf(dataOf(text), "en", "S"), "ja");
      assert.deepEqual(problems, []);
      assert.deepEqual(stated(dataOf(again)), stated(dataOf(text)));
    }
  });

  it("keeps what has no cell: custom keys, values that violate the schema, characters that cells change", async () => {
    const data = {
      profile: 1,
      standard: "sendai-cloud",
      "x-memo": { 担当: "乙", 一覧: [1, null, { a: [] }] },
      "x-a.b/c~d": true,
      'x-"\n_x0041_': "改\r\n行",
      vendor: { name: " 前後に空白 ", corporateNumber: 9999999999999, country: "日本" },
      service: { name: "=1+1", url: "@a", description: "長い".repeat(40_000) },
      information: {
        classification: "I",
        personal: "はい",
        items: ["一つもない", "_x000D_", "\u0007", "+81", "-", "なし", "甲、乙", "■甲"],
      },
      infrastructure: [],
      contract: "JP",
      encryption: {
        inTransit: [],
        atRest: [
          { store: "一", cipher: "AES-512", "x-id": 1 },
          { store: "二", role: null },
        ],
      },
      dataLocation: { primary: ["JP", null], backups: ["NO", "NO"] },
      certifications: ["ISMAP"],
      assessment: { "1": { evidence: [], exception: { by: "課" } }, "9-9": { check: "ok" } },
      // YAML can contain this key
      ...(JSON.parse('{ "x-p": { "__proto__": { "a": 1 } } }') as object),
    };
    const { facts, problems } = await imported(await questionnaireOf(data));
    assert.ok(problems.every(isOfProfile));
    assert.deepEqual(stated(facts), stated(data));
  });

  it("distinguishes an empty list from one that is not stated", async () => {
    const base = { profile: 1, vendor: { name: "甲" }, service: { name: "乙" }, information: { classification: "I" } };
    const none = {
      ...base,
      certifications: [],
      dataLocation: { backups: [], overseas: { consent: { informs: [] } } },
      infrastructure: [],
    };
    assert.deepEqual((await imported(await questionnaireOf(none))).facts, none);
    assert.deepEqual((await imported(await questionnaireOf(base))).facts, base);
  });

  it("reads no facts from an empty questionnaire, and tells the answers that no profile can do without", async () => {
    for (const language of ["ja", "en"] as const) {
      const { facts, problems, remarks } = await imported(await questionnaireOf(undefined, language, "S"), language);
      assert.deepEqual({ facts, remarks }, { facts: { profile: 1 }, remarks: [] });
      assert.deepEqual(
        problems.map(({ kind, address, path }) => `${kind} ${address} ${path?.join(".")}`),
        ["missing E10 vendor.name", "missing E14 service.name", "missing E18 information.classification"],
      );
    }
  });
});
