/** Tests that no configuration hides findings about duties, and that a profile has blocking findings exactly if it does not conform. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { Document } from "yaml";
import { freeCodes, KINDS } from "../../server/src/config/finding-codes.ts";
import { SEVERITY_LEVELS } from "../../server/src/config/read.ts";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import { lockOf } from "../../server/src/core/findings/severities.ts";
import { analyzeText } from "../support/analyze.ts";
import { assertInTheWay } from "../support/blocking.ts";
import { CLASSES } from "../support/profile.ts";
import { profiles } from "./profiles.ts";

const { standard } = bundled;

it("a configuration never touches a duty, an error of form, a verdict or a class, whatever is asked for", () => {
  const keys = [...KINDS, ...freeCodes(standard), ...standard.rows.flatMap(({ no }) => KINDS.map((kind) => `${no}.${kind}`))];
  const severities = fc.array(fc.tuple(fc.constantFrom(...keys), fc.constantFrom(...SEVERITY_LEVELS)), { maxLength: 60 });
  const withAll = fc.oneof(
    severities,
    fc.constantFrom(...SEVERITY_LEVELS).map((weight) => keys.map((key): [string, typeof weight] => [key, weight])),
  );
  fc.assert(
    fc.property(profiles({ valid: false }), withAll, (facts, entries) => {
      const profile = new Document(facts, { aliasDuplicateObjects: false }).toString({ lineWidth: 0 });
      const plain = analyzeText(profile);
      const weighed = analyzeText(profile, { severities: new Map(entries) });
      assert.deepEqual(weighed.profiles, plain.profiles);
      const locked = ({ findings }: typeof plain) => findings.filter(({ kind }) => lockOf(kind));
      assert.deepEqual(locked(weighed), locked(plain));
      const left = new Set(weighed.findings.map(({ code, span }) => `${code} ${span.start}`));
      for (const { code, span } of plain.findings) left.delete(`${code} ${span.start}`);
      assert.deepEqual([...left], [], "nothing is added");
    }),
    { numRuns: 200 },
  );
});

it("a profile has blocking findings exactly if it does not conform, whatever it states", () => {
  const classes = fc.constantFrom(undefined, ...CLASSES);
  fc.assert(
    fc.property(profiles({ valid: false }), classes, (facts, classification) => {
      assertInTheWay(analyzeText(JSON.stringify(facts), classification === undefined ? {} : { classification }));
    }),
    { numRuns: 200 },
  );
});
