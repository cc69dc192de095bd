/** Tests that a questionnaire of any profile states what the profile states. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { stringify } from "yaml";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import type { GridCell } from "../../server/src/questionnaire/grid.ts";
import { readForm } from "../../server/src/questionnaire/read.ts";
import { profileOf } from "../../server/src/questionnaire/yaml.ts";
import { analyzeText } from "../support/analyze.ts";
import { dataOf, imported, questionnaireOf, stated } from "../support/questionnaire.ts";
import { outcome, profiles } from "./profiles.ts";

/** Texts of all kinds, those among them that spreadsheets and YAML take for something else. */
const texts = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom(
    "=1+1",
    "+1",
    "-1",
    "@a",
    "NO",
    "1e3",
    "0x10",
    "2026-10-01",
    "# a",
    "---",
    "a: b",
    "_x0041_",
    " a ",
    "\r\n",
    "一つもない",
    "\u3000甲",
    "甲\u200b",
    "注\u00a0#乙",
    "受付:\u3000平日",
  ),
);
const words = fc.record({ by: texts, memo: texts, items: fc.array(texts, { maxLength: 3 }), key: texts });

describe("a questionnaire says what the profile says", () => {
  for (const valid of [true, false]) {
    it(valid ? "of valid profiles" : "of others", async () => {
      await fc.assert(
        fc.asyncProperty(profiles({ valid }), words, async (profile, { by, memo, items, key }) => {
          const data = {
            ...profile,
            prepared: { by },
            [`x-${key}`]: memo,
            service: { name: "乙", description: memo, [key]: items },
          };
          const { text, facts, problems } = await imported(await questionnaireOf(data));
          // what stood in the profile already
          assert.ok(problems.every(({ kind }) => kind === "misfit" || kind === "missing"));
          assert.deepEqual(stated(facts), stated(data));
          assert.deepEqual(stated(dataOf(text)), stated(data));
          assert.deepEqual(
            outcome(analyzeText(text)),
            outcome(analyzeText(stringify(stated(data), { defaultStringType: "QUOTE_DOUBLE" }))),
          );
        }),
        { numRuns: 60 },
      );
    });
  }
});

describe("whatever stands in the cells", () => {
  const contents = fc.oneof(
    texts.map((text) => ({ kind: "text", text }) as const),
    fc.double().map((number) => ({ kind: "number", number }) as const),
    fc.boolean().map((value) => ({ kind: "boolean", value }) as const),
    fc.record({ kind: fc.constant("formula" as const), formula: texts, shown: texts }),
    fc.record({ kind: fc.constant("error" as const), shown: texts }),
    fc.record({ kind: fc.constant("date" as const), day: fc.constantFrom(undefined, "2026-10-01"), shown: texts }),
  );
  const marks = fc.constantFrom(
    ...[
      "-",
      "[]",
      "#",
      "=",
      "*",
      "+",
      "",
      "pointer",
      "yaml",
      "store",
      "cipher",
      "protocols[]",
      "5-1",
      "check",
      "#/encryption/atRest/0",
    ],
    ...["contract.governingLaw", "dataLocation.primary[]", "information.personal", "__proto__.a"],
  );
  const sheets = fc.constantFrom(
    "questions",
    "list encryption.atRest",
    "list assessment.*.evidence",
    "keyed assessment",
    "other",
    "guide",
    "list a.b",
  );

  it("a profile is made that can be read, and what is no answer stands in its comments", () => {
    const cell = fc.record({ row: fc.integer({ min: 1, max: 6 }), column: fc.integer({ min: 1, max: 5 }), content: contents });
    const sheet = fc.record({
      kind: sheets,
      rows: fc.array(marks, { maxLength: 7 }),
      columns: fc.array(marks, { maxLength: 6 }),
      cells: fc.array(cell),
    });
    fc.assert(
      fc.property(fc.array(sheet, { minLength: 1, maxLength: 4 }), (all) => {
        const text = (text: string) => ({ kind: "text", text }) as const;
        const grids = all.map(({ kind, rows, columns, cells }, index) => ({
          name: `シート${index}`,
          merges: [],
          cells: [
            { row: 0, column: 0, content: text(`vendor-profile/1 ${kind}`) },
            ...rows.map((mark, row): GridCell => ({ row: row + 1, column: 0, content: text(mark) })),
            ...columns.map((mark, column): GridCell => ({ row: 0, column: column + 1, content: text(mark) })),
            ...cells,
          ],
        }));
        const form = readForm(bundled, grids, "ja");
        assert.ok(!("kind" in form));
        const made = profileOf(bundled.format, form, "ja", "a.xlsx");
        const { findings } = analyzeText(made);
        assert.deepEqual(
          findings.filter(({ code }) => code.startsWith("yaml.")).map(({ code }) => code),
          [],
        );
        assert.deepEqual(dataOf(made), form.facts);
        for (const { sheet, address } of form.problems) assert.ok(made.includes(`「${sheet}」${address && `!${address}`}`));
      }),
      { numRuns: 400 },
    );
  });
});
