/** Checks the plan: the minimal sets of requirements that would be enough by the standard's formulas, for each class. */
import assert from "node:assert/strict";
import { analyze, type Bundle } from "../../server/src/core/analysis/analyze.ts";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import { riskOf } from "../../server/src/core/standard/standard.ts";
import { coreMessages, summaryOf } from "../../server/src/messages/render.ts";
import { wordingOf } from "../../server/src/messages/wording.ts";
import { planDocument } from "../../server/src/reports/documents/plan.ts";
import { plans } from "../../server/src/reports/messages/plan.ts";
import { reportMessages } from "../../server/src/reports/messages/report.ts";
import { MAX_SETS, type Plan, planOf, type RowStep, type Step, type StepSet } from "../../server/src/reports/plan/plan.ts";
import { introduction, stepText } from "../../server/src/reports/plan/text.ts";
import { AS_OF, analysisOf, examples } from "../support/analyze.ts";
import { type Changes, profile } from "../support/profile.ts";

const ids = (set: StepSet) => set.map(({ id }) => id).join(" ");
const setsOf = ({ sets }: Plan) => sets.map(ids);

function planFor(text: string, classification?: string, index = 0): Plan {
  const analysis = analysisOf(text, classification === undefined ? {} : { classification });
  return planOf(analysis, analysis.profiles[index] ?? assert.fail());
}

function exampleText(name: string): string {
  return examples().find((example) => example.name === name)?.text ?? assert.fail(name);
}

/** Every combination of one of the first and one of the second. */
const times = (first: readonly string[], second: readonly string[]) => first.flatMap((a) => second.map((b) => `${a} ${b}`));
const FIVE = ["5-1", "5-2", "5-3"];
const SIX = ["6-1", "6-2", "6-3", "6-4", "6-5"];

describe("the plan of an example", () => {
  const cases: [name: string, classification: string, sets: string[]][] = [
    // everything about paths, stores, logins and places fails; what is at rest matters for I and S only
    ["cloud-key-unsuitable", "I", times(times(["3 4"], FIVE), SIX)],
    ["cloud-key-unsuitable", "II", times(times(["3"], FIVE), SIX)],
    ["cloud-key-unsuitable", "S", ["3 4 5-1 6-1 8-1", "3 4 5-1 6-1 8-1.exception"]],
    // logins are carried by 5-3 for I and II; for S there are no alternatives
    ["overseas-without-alternative", "I", SIX.map((no) => `1 2 ${no} 8-2`)],
    ["overseas-without-alternative", "II", SIX.map((no) => `1 2 ${no} 8-2`)],
    ["overseas-without-alternative", "S", ["1 2 5-1 6-1 7 8-1 8-2", "1 2 5-1 6-1 7 8-1.exception 8-2"]],
    ["exception-not-recorded", "S", ["8-1", "8-1.exception"]],
    ["exception-not-recorded", "I", []],
    ["exception-at-s", "S", []],
    ["expired-certificate", "S", ["7"]],
    ["byok", "S", ["6-1"]],
    // the review of 8-1 cannot be called for before 8-1 is known to be unmet
    ["half-stated", "S", ["2 3 4 5-1 6-1 7 8-1 8-2"]],
    ["half-stated", "II", times(times(["2 3"], FIVE), SIX).map((set) => `${set} 8-2`)],
    // information without personal data: 6-2 does not apply, and class III alone is abroad
    ["class-iii", "S", ["4 6-1 7 8-1"]],
    ["class-iii", "I", ["4"]],
    ["class-iii", "II", []],
  ];
  for (const [name, classification, sets] of cases) {
    it(`${name} for class ${classification}: ${sets[0] ?? "nothing"}${sets.length > 1 ? `, … (${sets.length})` : ""}`, () => {
      const plan = planFor(exampleText(name), classification);
      assert.deepEqual(setsOf(plan), sets);
      assert.equal(plan.state, sets.length > 0 ? "open" : "complete");
      assert.equal(plan.isCut, false);
    });
  }

  it("is separate for each document", () => {
    const sets = [0, 1, 2].map((index) => setsOf(planFor(exampleText("several-documents"), undefined, index)));
    assert.deepEqual(sets, [[], FIVE, times(["3"], FIVE)]);
  });
});

describe("a plan", () => {
  const at = (classification: string, changes: Changes): Plan =>
    planFor(profile({ "information.classification": classification, ...changes }));
  const DENIED: Changes = {
    "authentication.customer.factors": ["knowledge"],
    "authentication.customer.twoStep": false,
    "authentication.customer.lockout": false,
  };
  const CLEARED: Changes = { "erasure.atTermination": { method: "clear" } };
  const UNDISPOSED: Changes = { "erasure.atDisposal": { method: "none" } };
  const review = { by: "情報政策課", date: "2026-11-01", reason: "代替策を確認した" };
  const REVIEWED: Changes = { "assessment.8-1.exception": review };

  it("lists the common steps once, and the remaining choices", () => {
    const { common, choices, steps } = at("I", { ...DENIED, "contract.governingLaw": "US" });
    assert.equal(ids(common), "1");
    assert.deepEqual(
      choices.map(({ rows, options }) => [rows.map(({ no }) => no), options.map(ids)]),
      [[FIVE, FIVE]],
    );
    assert.equal(ids(steps), "1 5-1 5-2 5-3");
  });

  it("puts rows that may be met before unmet rows", () => {
    const plan = at("I", { ...DENIED, "authentication.customer.lockout": null });
    assert.deepEqual(setsOf(plan), ["5-3", "5-1", "5-2"]);
    assert.deepEqual(plan.choices[0]?.options.map(ids), ["5-3", "5-1", "5-2"]);
  });

  it("never includes a row that is not applicable", () => {
    const abroad: Changes = { "dataLocation.primary": ["US"], "dataLocation.overseas": { classifications: ["I"] } };
    assert.deepEqual(setsOf(at("I", { ...abroad, "information.personal": false })), ["6-5", "6-1", "6-3", "6-4"]);
    assert.deepEqual(setsOf(at("I", abroad)), ["6-2", "6-5", "6-1", "6-3", "6-4"]);
  });

  const exceptions: [what: string, changes: Changes, sets: string[], common: string][] = [
    ["8-1 unmet, 8-2 met", CLEARED, ["8-1", "8-1.exception"], ""],
    ["8-1 unmet, 8-2 met, reviewed", { ...CLEARED, ...REVIEWED }, [], ""],
    ["8-1 and 8-2 unmet", { ...CLEARED, ...UNDISPOSED }, ["8-1 8-2", "8-1.exception 8-2"], "8-2"],
    ["8-1 and 8-2 unmet, reviewed", { ...CLEARED, ...UNDISPOSED, ...REVIEWED }, ["8-2"], "8-2"],
    ["8-1 not stated", { "erasure.atTermination": null }, ["8-1"], "8-1"],
    ["8-1 not stated, reviewed", { "erasure.atTermination": null, ...REVIEWED }, ["8-1"], "8-1"],
    [
      "8-1 unmet, reviewed without a reason",
      { ...CLEARED, "assessment.8-1.exception": { by: "課" } },
      ["8-1", "8-1.exception"],
      "",
    ],
  ];
  for (const [what, changes, sets, common] of exceptions) {
    it(`handles the exception at S: ${what}`, () => {
      const plan = at("S", changes);
      assert.deepEqual([setsOf(plan), ids(plan.common)], [sets, common]);
    });
  }

  it("lists what a review lacks, and offers a review for an unstated row", () => {
    const [, record] = at("S", { ...CLEARED, "assessment.8-1.exception": { by: "課" } }).steps;
    assert.ok(record?.kind === "review");
    assert.deepEqual([record.missing, record.carrier.no, record.risk.no], [["date", "reason"], "8-2", "8-1"]);
    const [open] = at("S", { "erasure.atTermination": null }).steps as RowStep[];
    assert.equal(open?.carrier?.no, "8-2");
    assert.ok(stepText(open, coreMessages.ja).otherwise?.includes("8-2"));
    const [loose] = at("S", { certifications: null }).steps as RowStep[];
    assert.equal(loose?.carrier, null);
  });

  it("has each step's reasons, facts to state, and risk as the standard messages it", () => {
    const plan = at("I", { "contract.governingLaw": "US", "contract.domesticCourt": null });
    const [law, court] = plan.steps.map((step) => stepText(step, coreMessages.ja));
    assert.deepEqual(law?.reasons, ["準拠法が「US」（米国）"]);
    assert.deepEqual([law?.status, law?.facts], ["満たさない", []]);
    assert.equal(law?.enough, "契約の準拠法を日本法とする。");
    assert.deepEqual([court?.status, court?.facts], [plans.ja.unknown, ["国内裁判所の指定（contract.domesticCourt）"]]);
    for (const step of plan.steps) {
      for (const language of Object.values(coreMessages)) {
        assert.equal(stepText(step, language).risk, riskOf(bundled.standard, step.row)[language.id]);
      }
    }
  });

  it("is empty if there is nothing to plan", () => {
    const states = (changes: Changes) => at("I", changes).state;
    assert.equal(states({}), "complete");
    assert.equal(states({ "information.classification": null }), "unclassified");
    assert.equal(states({ "information.classification": "III", "contract.governingLaw": "US" }), "unasked");
    assert.equal(planFor("").state, "unclassified");
    assert.equal(planFor("", "S").state, "open");
  });

  it("states first that errors keep a profile invalid", () => {
    const broken = profile({ "information.classification": "I", "contract.governingLaw": "日本" });
    const analysis = analysisOf(broken);
    const [judged = assert.fail()] = analysis.profiles;
    const plan = planOf(analysis, judged);
    assert.deepEqual([plan.faults, setsOf(plan)], [1, ["1"]]);
    for (const language of Object.values(coreMessages)) {
      const [first] = introduction(plan, judged, language);
      assert.equal(first, plans[language.id].invalid(1, "commandLine"));
    }
    const complete = planFor(profile({ "information.classification": "II", certifications: "ISMAP" }));
    assert.deepEqual([complete.state, complete.faults], ["complete", 1]);
  });

  it("never claims that an open requirement is met", () => {
    const analysis = analysisOf(profile({ ...DENIED, ...CLEARED, "contract.governingLaw": null }));
    const plan = planOf(analysis, analysis.profiles[0] ?? assert.fail());
    const statuses = plan.steps.map((step) => (step.kind === "row" ? step.status : "unrecorded"));
    assert.deepEqual(statuses, ["unknown", "unmet", "unmet", "unrecorded"]);
  });
});

describe("the plan for a standard with many groups", () => {
  const { rows } = bundled.standard;
  const pairs = Array.from({ length: 7 }, (_, index) => [rows[2 * index]?.no ?? "", rows[2 * index + 1]?.no ?? ""] as const);
  const standard = {
    ...bundled.standard,
    alternatives: pairs.map(([a, b]) => ({ rows: [a, b] as [string, string], classes: ["I"] })),
  };
  const bundle: Bundle = { ...bundled, standard };
  const text = "profile: 1\nvendor: { name: 甲 }\nservice: { name: 乙 }\ninformation: { classification: I }\n";
  const analysis = analyze(text, bundle, { today: AS_OF });
  const [judged = assert.fail()] = analysis.profiles;
  const plan = planOf(analysis, judged);

  it("lists at most MAX_SETS sets, and says so", () => {
    assert.equal(plan.sets.length, MAX_SETS);
    assert.equal(plan.isCut, true);
    for (const language of Object.values(coreMessages)) {
      assert.ok(introduction(plan, judged, language).includes(plans[language.id].cut(MAX_SETS)));
    }
  });

  it("has complete choices, and only truly common steps", () => {
    assert.deepEqual(
      plan.choices.map(({ options }) => options.map(ids)),
      pairs.map((pair) => [...pair]),
    );
    // The fifteenth row is a duty by itself.
    assert.equal(ids(plan.common), "8-2");
  });
});

describe("the document of a plan", () => {
  for (const language of Object.values(coreMessages)) {
    it(`has every step with its risk, and the combinations (${language.id})`, () => {
      const messages = reportMessages[language.id];
      for (const { text } of examples()) {
        const analysis = analysisOf(text, { classification: "S" });
        for (const judged of analysis.profiles) {
          const plan = planOf(analysis, judged);
          const { parts, labels } = planDocument(plan, judged, analysis, language);
          assert.deepEqual(
            labels.map(({ value }) => value),
            [judged.vendor ?? messages.notStated, judged.service ?? messages.notStated, language.summary(summaryOf(judged))],
          );
          const [steps, sets] = parts.filter((part) => part.kind === "table");
          const expected = plan.common.length + plan.choices.flatMap(({ options }) => options.flat()).length;
          assert.equal(steps?.rows.length ?? 0, expected);
          for (const row of steps?.rows ?? []) assert.equal(row.length, steps?.columns.length);
          const texts = steps?.rows.flat().flatMap(({ lines }) => lines.map(({ text }) => text)) ?? [];
          for (const step of plan.steps as Step[]) assert.ok(texts.includes(wordingOf(step.risk.risk, language.id)), step.id);
          assert.equal(sets?.rows.length ?? 0, plan.sets.length > 1 ? plan.sets.length : 0);
        }
      }
    });
  }
});
