import { strict as assert } from "node:assert";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import { type Field, fieldAt } from "../../server/src/core/schema/format.ts";
import type { LanguageId } from "../../server/src/messages/language.ts";
import { choicesOf, readAnswer, written } from "../../server/src/questionnaire/answer.ts";
import { formOf } from "../../server/src/questionnaire/form.ts";
import { addressOf } from "../../server/src/questionnaire/grid.ts";
import { questionnaireMessages } from "../../server/src/questionnaire/messages/questionnaire.ts";
import { outlineOf } from "../../server/src/questionnaire/outline.ts";
import { readYaml, restOf } from "../../server/src/questionnaire/rest.ts";

const { format } = bundled;
const LANGUAGES: readonly LanguageId[] = ["ja", "en"];

/** The dotted paths of all values in the format, as the questionnaire asks for them. */
function places(field: Field, path: readonly string[] = []): string[] {
  if (field.type === "object")
    return Object.entries(field.properties ?? {}).flatMap(([name, child]) => places(child, [...path, name]));
  if (field.items?.type === "object") return places(field.items, path);
  return [path.join(".")];
}

describe("the questionnaire", () => {
  const { sections, tables, keyed } = outlineOf(format);
  const asked = [
    ...sections.flatMap(({ questions }) => questions.map(({ path }) => path.join("."))),
    ...tables.flatMap(({ path, columns }) => columns.map((column) => [...path, ...column.path].join("."))),
  ];

  it("asks every fact of the format once", () => {
    const all = places(format.root).filter((path) => path.includes(".") && !path.startsWith("assessment."));
    assert.deepEqual([...asked].sort(), all.sort());
    const [checks] = keyed;
    assert.deepEqual(
      checks?.columns.map(({ path }) => path.join(".")),
      [...["check", "by", "date", "note"], ...["exception.by", "exception.date", "exception.reason"]],
    );
    assert.deepEqual(checks?.columns.filter(({ keys }) => keys.size === 1).length, 3);
    assert.deepEqual(
      checks?.lists.map(({ path }) => path.join(".")),
      ["assessment.*.evidence"],
    );
  });

  it("asks each in its own wording, for people who see no YAML", () => {
    for (const language of LANGUAGES) {
      const wordings = Object.keys(questionnaireMessages[language].asked);
      const names = (path: string) => [
        path,
        ...path.split(".").map((_, at) =>
          path
            .split(".")
            .map((step, index) => (index === at ? "*" : step))
            .join("."),
        ),
      ];
      for (const path of asked)
        assert.ok(
          names(path).some((name) => wordings.includes(name)),
          path,
        );
      for (const name of wordings)
        assert.ok(
          asked.some((path) => names(path).includes(name)),
          name,
        );
      const shown = formOf(bundled, language).sheets.flatMap(({ rows }) =>
        rows.flatMap(({ cells }) => cells.map(({ text }) => text)),
      );
      assert.deepEqual(
        shown.filter((text) => /引用符|in quotes|\[\]|\bother のとき/.test(text)),
        [],
      );
    }
  });

  it("marks what a class needs", () => {
    const needs = (classification: string) => {
      const rows = formOf(bundled, "ja", undefined, classification).sheets.find(({ kind }) => kind === "questions")?.rows ?? [];
      return (id: string) => rows.find(({ mark }) => mark === id)?.cells[1]?.text;
    };
    const cases = [
      ["service.name", "必要", "必要"],
      ["service.url", "任意", "任意"],
      ["contract.governingLaw", "必要", "任意"],
      ["dataLocation.overseas.encryptionKey.origin", "該当時", "任意"],
    ] as const;
    for (const [id, atI, atIii] of cases) assert.deepEqual([id, needs("I")(id), needs("III")(id)], [id, atI, atIii]);
  });

  it("has valid, distinct sheet names, and no row wider than its columns", () => {
    for (const language of LANGUAGES) {
      const { sheets } = formOf(bundled, language);
      assert.equal(new Set(sheets.map(({ name }) => name.toLowerCase())).size, sheets.length);
      for (const { name, columns, rows } of sheets) {
        assert.ok(name.length <= 31 && !/[[\]:*?/\\]/.test(name), name);
        for (const { cells } of rows) assert.ok(cells.length < columns.length, name);
      }
    }
  });

  it("allows typing a name where the list is long, and says what each section is about", () => {
    const { sheets } = formOf(bundled, "ja");
    const rows = sheets.find(({ kind }) => kind === "questions")?.rows ?? [];
    const isOpen = (id: string) => rows.find(({ mark }) => mark === id)?.cells.find(({ input }) => input)?.input?.isOpen;
    assert.deepEqual(["contract.governingLaw", "contract.domesticCourt"].map(isOpen), [true, false]);
    const sections = rows.filter(({ style }) => style === "section").map(({ cells: [cell] }) => cell?.text);
    assert.ok(sections.includes("管理画面の認証・利用者側: 本市・委託先・再委託先のログイン。"));
    assert.ok(sections.includes("データの所在・国外保存・暗号鍵: 国外に保存する場合の事実。"));
  });

  it("reads every choice back as its value, in both languages", () => {
    for (const [name, vocabulary] of Object.entries(format.vocabularies)) {
      const field: Field = { title: { ja: "", en: "" }, type: "string", vocabulary: name };
      for (const language of LANGUAGES) {
        for (const value of Object.keys(vocabulary.values)) {
          const text = written(format, field, value, language);
          assert.ok(text !== undefined, `${name} ${value}`);
          assert.equal(readAnswer(format, field, { kind: "text", text }), value);
        }
        const choices = choicesOf(format, field, questionnaireMessages[language], language);
        assert.equal(new Set(choices).size, choices.length);
        for (const text of choices) assert.notEqual(readAnswer(format, field, { kind: "text", text }), undefined, text);
      }
    }
  });

  it("never guesses", () => {
    const cases: readonly (readonly [path: readonly string[], text: string])[] = [
      [["information", "personal"], "多分"],
      [["prepared", "date"], "10/15"],
      [["vendor", "corporateNumber"], "1234567890123"],
      [["authentication", "provider", "lockoutAttempts"], "5回以上"],
      [["contract", "governingLaw"], "日本と米国"],
    ];
    for (const [path, text] of cases) {
      assert.equal(readAnswer(format, fieldAt(format, path) as Field, { kind: "text", text }), undefined, text);
    }
    const cipher = fieldAt(format, ["encryption", "atRest", 0, "cipher"]) as Field;
    for (const text of ["透過的データ暗号化", "AES-512", "業界標準", "TDE"]) {
      assert.equal(readAnswer(format, cipher, { kind: "text", text }), undefined, text);
    }
  });

  it("addresses cells as spreadsheets do", () => {
    assert.deepEqual(
      [addressOf(0, 0), addressOf(4, 25), addressOf(4, 26), addressOf(99, 701), addressOf(0, 702)],
      ["A1", "Z5", "AA5", "ZZ100", "AAA1"],
    );
  });
});

describe("a value without a cell of its own", () => {
  const values: unknown[] = ["\n", "一\n\n", " 前に空き", "", "=1+1", { 甲: ["\n"] }, ["a\n", null], 0.5, "NO", "2026-10-01"];
  for (const value of values) {
    it(`comes back unchanged: ${JSON.stringify(value)}`, () => {
      const { yaml } = restOf(["x-memo"], value);
      assert.equal(yaml, yaml.trim());
      assert.deepEqual(readYaml(yaml)?.value, value);
    });
  }
});
