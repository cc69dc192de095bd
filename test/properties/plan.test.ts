/** Tests that the sets of a plan are the minimal ones: by the evaluation each is enough, no part of one is, and none is missing. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import type { Profile } from "../../server/src/core/evaluation/profile.ts";
import { dutiesOf, isRecorded, verdictOf } from "../../server/src/core/evaluation/verdict.ts";
import { planOf } from "../../server/src/reports/plan/plan.ts";
import { analyzeText } from "../support/analyze.ts";
import { CLASSES } from "../support/profile.ts";
import { profiles } from "./profiles.ts";

const { standard } = bundled;
const REVIEWED = ".exception";
const REVIEW = { by: "課", date: "2026-11-01", reason: "理由" };

/** Whether a profile would conform for a class if these rows were met and these reviews recorded. */
function conforms({ rows }: Profile, classification: string, steps: readonly string[]): boolean {
  const results = new Map(
    [...rows].map(([no, result]) => {
      const status = steps.includes(no) ? "met" : result.status;
      const review = steps.includes(`${no}${REVIEWED}`) ? REVIEW : result.review;
      return [no, { ...result, status, review }];
    }),
  );
  const duties = dutiesOf(standard, classification, results);
  return verdictOf(standard, classification, duties) === "conforming";
}

/** Everything that could be done: rows that apply and are not met, reviews that are not recorded. */
function candidates({ rows }: Profile): string[] {
  return [...rows.values()].flatMap(({ row, status, review }) => [
    ...(status === "unmet" || status === "unknown" ? [row.no] : []),
    ...(row.exception && !isRecorded(review) ? [`${row.no}${REVIEWED}`] : []),
  ]);
}

/** What is left of steps when all that can be left out is, in this order. */
function reduced(steps: readonly string[], isEnough: (steps: readonly string[]) => boolean): string[] {
  return steps.reduce(
    (left, step) => {
      const less = left.filter((other) => other !== step);
      return isEnough(less) ? less : left;
    },
    [...steps],
  );
}

const key = (steps: readonly string[]) => steps.toSorted().join(" ");

describe("every plan", () => {
  for (const classification of CLASSES.slice(0, 3)) {
    it(`has the minimal sets for class ${classification}, all of them`, () => {
      const orders = fc.array(fc.array(fc.nat(99), { minLength: 16, maxLength: 16 }), { minLength: 12, maxLength: 12 });
      fc.assert(
        fc.property(profiles({ valid: false }), orders, (facts, orders) => {
          const analysis = analyzeText(JSON.stringify(facts));
          const [profile = assert.fail()] = analysis.profiles;
          const isEnough = (steps: readonly string[]) => conforms(profile, classification, steps);
          const { sets, common, choices, state } = planOf(analysis, profile, classification);
          const listed = sets.map((set) => set.map(({ id }) => id));
          assert.equal(state === "complete", isEnough([]));
          for (const set of listed) {
            assert.ok(isEnough(set), `${key(set)} is not enough`);
            for (const step of set) assert.ok(!isEnough(set.filter((other) => other !== step)), `${key(set)} without ${step} is`);
          }
          assert.equal(new Set(listed.map(key)).size, listed.length);
          assert.deepEqual(
            listed.map(({ length }) => length),
            listed.map(({ length }) => length).toSorted((a, b) => a - b),
          );
          const all = candidates(profile);
          const known = new Set(state === "complete" ? [""] : listed.map(key));
          for (const order of orders) {
            const shuffled = all.toSorted((a, b) => (order[all.indexOf(a)] ?? 0) - (order[all.indexOf(b)] ?? 0));
            const minimal = reduced(shuffled, isEnough);
            assert.ok(known.has(key(minimal)), `${key(minimal)} is missing`);
          }
          // what is said once, and one of each choice, is enough as well
          const chosen = choices.map(({ options }, index) => options[(orders[0]?.[index] ?? 0) % options.length] ?? []);
          assert.ok(isEnough([...common, ...chosen.flat()].map(({ id }) => id)));
          for (const { id } of common) assert.ok(!isEnough(all.filter((step) => step !== id)), `${id} is not needed`);
        }),
        { numRuns: 60 },
      );
    });
  }

  it("has no set missing, where so few things are open that every subset can be tried", () => {
    let tried = 0;
    fc.assert(
      fc.property(profiles({ valid: true }), fc.constantFrom(...CLASSES.slice(0, 3)), (facts, classification) => {
        const analysis = analyzeText(JSON.stringify(facts));
        const [profile = assert.fail()] = analysis.profiles;
        const all = candidates(profile);
        fc.pre(all.length <= 9);
        const subsets = Array.from({ length: 2 ** all.length }, (_, bits) => all.filter((_, index) => bits & (1 << index)));
        const enough = subsets.filter((steps) => conforms(profile, classification, steps));
        const minimal = enough.filter(
          (steps) => !enough.some((other) => other.length < steps.length && other.every((step) => steps.includes(step))),
        );
        const { sets, state } = planOf(analysis, profile, classification);
        const listed = sets.map((set) => key(set.map(({ id }) => id)));
        assert.deepEqual(listed.toSorted(), state === "complete" ? [] : minimal.map(key).toSorted());
        tried++;
      }),
      { numRuns: 40 },
    );
    assert.ok(tried > 0);
  });
});
