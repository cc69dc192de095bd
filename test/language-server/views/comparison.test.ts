/** Tests the view of a comparison: it says the same as the document, cell by cell. */
import assert from "node:assert/strict";
import type { ComparisonView } from "../../../protocol/requests.ts";
import { comparisonView } from "../../../server/src/language-server/views/comparison/view.ts";
import type { JudgedProfile } from "../../../server/src/language-server/views/context.ts";
import type { LanguageId } from "../../../server/src/messages/language.ts";
import { comparisonOf } from "../../../server/src/reports/comparison.ts";
import type { Cell, Table } from "../../../server/src/reports/document.ts";
import { comparisonDocument } from "../../../server/src/reports/documents/comparison.ts";
import { examples } from "../../support/analyze.ts";
import { assertGolden } from "../../support/golden.ts";
import { judgedText } from "../../support/judged.ts";
import { profile } from "../../support/profile.ts";

const LANGUAGES: readonly LanguageId[] = ["ja", "en"];
const FEW = ["half-stated", "exception-at-s", "several-documents", "typing-mistakes"];

const filesOf = (names: readonly string[]): JudgedProfile[] =>
  names.flatMap((name) => {
    const { text } = examples().find((example) => example.name === name) ?? assert.fail(name);
    return judgedText(text, `${name}.vendor.yaml`);
  });

const rowsOf = ({ sections }: ComparisonView) => sections.flatMap(({ rows }) => rows);
const textOf = ({ lines }: Cell) => lines.map(({ text }) => text).join("\n");

/** The rows of the document's first table: whether each differs, then a cell for each service with its tone. */
function documentRows(files: readonly JudgedProfile[], language: LanguageId) {
  const paper = comparisonDocument(comparisonOf(files), language);
  const table = paper.parts.find((part): part is Table => part.kind === "table") ?? assert.fail();
  return table.rows.map((cells) => {
    const shown = cells.slice(-files.length);
    const differs = cells.at(-files.length - 1) ?? assert.fail();
    return { differs: textOf(differs) !== "", cells: shown.map((cell) => [textOf(cell), cell.tone ?? null]) };
  });
}

function readable(view: ComparisonView): string {
  return `${[
    view.title,
    ...view.facts.map(({ name, value }) => `${name}: ${value}`),
    "",
    ...view.services.map(({ name, vendor, verdict }) => `${name} | ${vendor} | ${verdict.text} (${verdict.tone})`),
    ...view.sections.flatMap(({ title, rows }) => [
      "",
      title,
      ...rows.map(({ label, differs, cells }) =>
        [
          `${differs ? "*" : " "} ${label}`,
          ...cells.map(({ text, tone, spoken }) => `${text.replaceAll("\n", " / ")} (${tone}: ${spoken})`),
        ].join(" | "),
      ),
    ]),
    ...view.lacking.flatMap(({ name, classes }) => [
      "",
      name,
      ...classes.flatMap(({ verdict, lines }) => [
        `  ${verdict.text} (${verdict.tone})`,
        ...lines.map(({ text, tone }) => `    ${text} (${tone})`),
      ]),
    ]),
    "",
    ...view.legend,
  ].join("\n")}\n`;
}

describe("The view of a comparison", () => {
  for (const language of LANGUAGES) {
    it(`says what the document says about a few services, ${language}`, () => {
      const files = filesOf(FEW);
      const rows = rowsOf(comparisonView(files, language));
      assert.deepEqual(
        rows.map(({ differs, cells }) => ({ differs, cells: cells.map(({ text, tone }) => [text, tone]) })),
        documentRows(files, language),
      );
    });

    it(`uses signs for many services, each also in words, ${language}`, () => {
      const files = filesOf(examples().map(({ name }) => name));
      assert.ok(files.length > 10);
      const rows = rowsOf(comparisonView(files, language));
      assert.deepEqual(
        rows.map(({ differs, cells }) => ({ differs, cells: cells.map(({ text, tone }) => [text, tone]) })),
        documentRows(files, language),
      );
      for (const { cells } of rows) for (const { spoken } of cells) assert.match(spoken, /\p{L}/u);
    });

    it(`reads as recorded, ${language}`, () =>
      assertGolden(`views/comparison/few.${language}.txt`, readable(comparisonView(filesOf(FEW), language))));
  }

  it("also shows a single service, without differences", () => {
    const view = comparisonView(filesOf(["half-stated"]), "ja");
    assert.ok(rowsOf(view).every(({ differs, cells }) => !differs && cells.length === 1));
  });

  it("lists under lacking no service that may be used for every class", () => {
    const view = comparisonView(filesOf(["conforms-at-s", "half-stated"]), "ja");
    assert.deepEqual(
      view.lacking.map(({ name }) => name),
      [view.services[1]?.name],
    );
  });

  it("has the position of each service in its file", () => {
    const { services } = comparisonView(filesOf(["several-documents"]), "ja");
    assert.deepEqual(
      services.map(({ index }) => index),
      [0, 1, 2],
    );
    const { text } = examples().find(({ name }) => name === "several-documents") ?? assert.fail();
    for (const { position } of services) assert.match(text.split("\n")[position.line] ?? "", /^profile:/);
  });

  it("keeps hostile names short, distinct, and on one line", () => {
    const hostile = `<img src=x onerror=alert(1)>\n\u202e${"長".repeat(100_000)}`;
    const files = [0, 1].flatMap(() => judgedText(profile({ "service.name": hostile, "vendor.name": hostile })));
    const { services } = comparisonView(files, "ja");
    for (const { name, vendor } of services) {
      assert.doesNotMatch(name + vendor, /[\p{Cc}\p{Bidi_Control}]/u);
      assert.ok(name.length < 50);
    }
    assert.equal(new Set(services.map(({ name }) => name)).size, 2);
  });
});
