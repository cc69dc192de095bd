/** Checks comparisons: which service may be used for which class, what each lacks, and where they differ. */
import assert from "node:assert/strict";
import type { LanguageId } from "../../server/src/messages/language.ts";
import { type ComparedProfile, type Comparison, comparisonOf } from "../../server/src/reports/comparison.ts";
import type { Cell, ReportDocument, Table } from "../../server/src/reports/document.ts";
import { comparisonDocument } from "../../server/src/reports/documents/comparison.ts";
import { comparisonJson } from "../../server/src/reports/json.ts";
import { analysisOf, examples } from "../support/analyze.ts";
import { ABROAD, type Changes, profile, ROWS } from "../support/profile.ts";

const textOf = ({ lines }: Cell): string => lines.map(({ text }) => text).join("\n");
const tablesOf = ({ parts }: ReportDocument): Table[] => parts.filter((part) => part.kind === "table");

const entriesOf = (text: string, path: string): ComparedProfile[] => {
  const analysis = analysisOf(text);
  return analysis.profiles.map((profile) => ({ analysis, profile, path }));
};
const compare = (...services: Changes[]): Comparison =>
  comparisonOf(services.flatMap((changes, index) => entriesOf(profile(changes), `${index + 1}.vendor.yaml`)));
const named = (name: string, changes: Changes = {}): Changes => ({ "service.name": name, ...changes });

const review = { by: "情報政策課", date: "2026-11-01", reason: "保存時に暗号化している" };
const clear: Changes = { "erasure.atTermination.method": "clear" };

const all = examples().flatMap(({ name, text }) => entriesOf(text, `${name}.vendor.yaml`));

describe("a comparison of services", () => {
  const comparison = compare(
    named("あおば電子申請"),
    named("海外のサービス", { ...ABROAD, "information.classification": "I", "contract.domesticCourt": undefined }),
    named("検討済み", { ...clear, assessment: { "8-1": { exception: review } } }),
    named("検討なし", clear),
    named("読めない", { "encryption.atRest.0.cipher": "AES-512" }),
  );
  const { services, rows, classes } = comparison;

  it("keeps their order, with the verdict of each class", () => {
    assert.deepEqual(classes, ["S", "I", "II"]);
    assert.deepEqual(
      services.map(({ service, outcomes }) => [
        service,
        ...outcomes.map(({ verdict, isEligible }) => `${verdict} ${isEligible}`),
      ]),
      [
        ["あおば電子申請", "conforming true", "conforming true", "conforming true"],
        ["海外のサービス", "nonconforming false", "undetermined false", "undetermined false"],
        ["検討済み", "conforming true", "conforming true", "conforming true"],
        ["検討なし", "undetermined false", "conforming true", "conforming true"],
        ["読めない", "invalid false", "invalid false", "invalid false"],
      ],
    );
  });

  it("lists what each lacks, unmet and unknown separately", () => {
    const lacks = services.map(({ outcomes }) =>
      outcomes.map(({ unmet, unknown, reviewed }) =>
        [
          ...unmet.map(({ duty }) => `×${duty.row.no}`),
          ...unknown.map(({ duty, exception }) => `?${duty.row.no}${exception ? ` by ${exception.row.no}` : ""}`),
          ...reviewed.map(({ row, carrier }) => `${row.no} by ${carrier.row.no}`),
        ].join(", "),
      ),
    );
    assert.deepEqual(lacks, [
      ["", "", ""],
      ["×6-1, ?2", "?2", "?2"],
      ["8-1 by 8-2", "", ""],
      ["?8-1 by 8-2", "", ""],
      ["?4", "?4", ""],
    ]);
  });

  it("marks the rows in which they differ", () => {
    assert.deepEqual(
      rows.map(({ row }) => row.no),
      ROWS,
    );
    assert.deepEqual(
      rows.flatMap(({ row, differs }) => (differs ? [row.no] : [])),
      ["2", "4", "6-1", "6-2", "6-3", "6-4", "6-5", "8-1"],
    );
  });

  it("names the row that carries another, with its classes", () => {
    const carriers = rows.flatMap(({ row, cells }) =>
      cells.flatMap(({ carriers }, index) =>
        carriers.map(
          ({ row: carrier, classes, review }) => `${index + 1}: ${row.no} by ${carrier.no} at ${classes} ${review?.by ?? ""}`,
        ),
      ),
    );
    assert.deepEqual(carriers, ["2: 6-1 by 6-2 at I,II ", "3: 8-1 by 8-2 at S 情報政策課"]);
  });

  it("lists the services usable for a class, those of which it is not known yet, and the others", () => {
    const [facts] = comparisonDocument(comparison, "ja").parts;
    assert.ok(facts?.kind === "facts");
    const usable = facts.entries
      .filter(({ name }) => name.includes("で利用できる"))
      .map(({ name, value }) => [name, textOf(value)]);
    assert.deepEqual(usable, [
      [
        "分類Sで利用できるサービス",
        "利用できる: 1 あおば電子申請、3 検討済み ／ まだ判定できない: 4 検討なし、5 読めない ／ 利用できない: 2 海外のサービス",
      ],
      [
        "分類Ⅰで利用できるサービス",
        "利用できる: 1 あおば電子申請、3 検討済み、4 検討なし ／ まだ判定できない: 2 海外のサービス、5 読めない",
      ],
      [
        "分類Ⅱで利用できるサービス",
        "利用できる: 1 あおば電子申請、3 検討済み、4 検討なし ／ まだ判定できない: 2 海外のサービス、5 読めない",
      ],
    ]);
  });

  it("has a column per service, with verdicts by class first, then the rows", () => {
    const [table] = tablesOf(comparisonDocument(comparison, "ja"));
    assert.deepEqual(table?.columns.map(({ title }) => title).slice(5), [
      "差",
      "1 あおば電子申請",
      "2 海外のサービス",
      "3 検討済み",
      "4 検討なし",
      "5 読めない",
    ]);
    const rows = table?.rows.map((row) => row.map(textOf).join("|"));
    assert.deepEqual(rows?.slice(0, 5), [
      "|分類Sでの判定||||差あり|適合|不適合|適合|未確定|書式エラー",
      "|分類Ⅰでの判定||||差あり|適合|未確定|適合|適合|書式エラー",
      "|分類Ⅱでの判定||||差あり|適合|未確定|適合|適合|書式エラー",
      "1|法律について|必須|必須|必須||○|○|○|○|○",
      "2|管轄裁判所について|必須|必須|必須|差あり|○|未記載|○|○|○",
    ]);
    const row = rows?.find((line) => line.startsWith("8-1|"));
    assert.equal(row, "8-1|データ消去 (契約終了時)|原則必須|推奨|任意|差あり|○|○|×\nSは検討により8-2で代替|×|○");
  });

  it("describes what each lacks", () => {
    const [, table] = tablesOf(comparisonDocument(comparison, "ja"));
    const lines = table?.rows.map((row) => row.slice(3).map((cell) => textOf(cell)));
    assert.deepEqual(lines?.slice(1), [
      [
        "不適合（未達 1件、未記載 1件）\n× No6-1 サーバ設置場所\n未記載 No2 管轄裁判所について",
        "未確定（未記載 1件）\n未記載 No2 管轄裁判所について",
        "未確定（未記載 1件）\n未記載 No2 管轄裁判所について",
      ],
      ["適合\nNo8-1は検討の記録によりNo8-2で代替", "適合", "適合"],
      ["未確定（未記載 1件）\n検討待ち No8-1 データ消去 (契約終了時): No8-2で代替するには検討の記録が必要", "適合", "適合"],
      [
        "書式エラー 1件（未記載 1件）\n未記載 No4 暗号化対策 (保存)",
        "書式エラー 1件（未記載 1件）\n未記載 No4 暗号化対策 (保存)",
        "書式エラー 1件",
      ],
    ]);
  });
});

describe("any number of services", () => {
  const many = (count: number) =>
    comparisonOf(Array.from({ length: count }, (_, index) => all[index % all.length] as ComparedProfile));

  it("agrees with each service's own evaluation", () => {
    const { services, rows } = comparisonOf(all);
    for (const [index, { profile }] of all.entries()) {
      const service = services[index];
      assert.deepEqual(
        service?.outcomes.flatMap(({ isEligible, classification }) => (isEligible ? [classification] : [])),
        profile.eligible,
      );
      for (const { row, cells } of rows) assert.equal(cells[index]?.status, profile.rows.get(row.no)?.status);
      const own = service?.outcomes.find(({ classification }) => classification === profile.judgedAs);
      if (!own) continue;
      assert.equal(own.verdict, profile.verdict);
      const open = [...own.unmet, ...own.unknown].map(({ duty }) => duty.row.no);
      assert.deepEqual(open.sort(), profile.duties.flatMap(({ row, status }) => (status === "met" ? [] : [row.no])).sort());
    }
  });

  for (const language of ["ja", "en"] as const satisfies LanguageId[]) {
    for (const count of [1, 2, 10, 11, 30]) {
      it(`${count} in ${language} fit into a document`, () => {
        const document = comparisonDocument(many(count), language);
        const tables = tablesOf(document);
        assert.deepEqual(
          tables.map(({ rows }) => rows.length),
          [3 + ROWS.length, count],
        );
        for (const { columns, rows } of tables) {
          for (const row of rows) assert.equal(row.length, columns.length);
          const total = columns.reduce((sum, { width }) => sum + width, 0);
          assert.ok(total <= 230, `${total} half-width characters`);
        }
        const titles = tables[0]?.columns.map(({ title }) => title) ?? [];
        assert.equal(new Set(titles).size, titles.length);
        assert.doesNotMatch(JSON.stringify(document), /undefined|null|\[object|NaN/);
      });
    }
  }

  it("one service alone never differs", () => {
    const { rows } = compare({});
    assert.ok(rows.every(({ differs }) => !differs));
  });

  it("many services are compared by signs, with a legend", () => {
    const document = comparisonDocument(many(30), "ja");
    const cells = new Set(tablesOf(document)[0]?.rows.flatMap((row) => row.slice(3).map((cell) => cell.lines[0]?.text)));
    assert.deepEqual([...cells].sort(), ["!", "?", "×", "–", "○"].sort());
    const [legend] = document.parts.filter((part) => part.kind === "paragraph");
    for (const sign of cells) assert.ok(legend?.text.includes(`${sign}: `), sign);
  });

  it("services without names are identified by what is stated", () => {
    const [table] = tablesOf(
      comparisonDocument(compare({ service: undefined }, { service: undefined, vendor: undefined }), "ja"),
    );
    assert.deepEqual(
      table?.columns.slice(-2).map(({ title }) => title),
      ["1 株式会社あおば", "2 2.vendor.yaml"],
    );
  });
});

describe("the comparison as JSON", () => {
  it("is version 1, with an entry and a cell per service", () => {
    const json = JSON.parse(comparisonJson(comparisonOf(all), "en")) as {
      version: number;
      asOf: string;
      services: { verdict: string; classes: { classification: string; isEligible: boolean }[] }[];
      requirements: { no: string; label: string; differs: boolean; services: { status: string }[] }[];
    };
    assert.deepEqual([json.version, json.asOf, json.services.length], [1, "2026-11-22", all.length]);
    assert.deepEqual(
      json.requirements.map(({ no }) => no),
      ROWS,
    );
    assert.ok(json.requirements.every(({ services }) => services.length === all.length));
    assert.equal(json.requirements[0]?.label, "Applicable law");
    assert.deepEqual(
      json.services.map(({ verdict }) => verdict),
      all.map(({ profile }) => profile.verdict),
    );
  });
});
