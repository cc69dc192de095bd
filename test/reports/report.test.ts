/** Checks a profile's report: it agrees with the evaluation on every row, and shows remaining risks, evidence and checks. */
import assert from "node:assert/strict";
import type { Analysis, Options } from "../../server/src/core/analysis/analyze.ts";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import type { Profile } from "../../server/src/core/evaluation/profile.ts";
import type { LanguageId } from "../../server/src/messages/language.ts";
import type { Cell, ReportDocument, Table } from "../../server/src/reports/document.ts";
import { reportDocuments } from "../../server/src/reports/documents/report.ts";
import { reportJson } from "../../server/src/reports/json.ts";
import { reportMessages } from "../../server/src/reports/messages/report.ts";
import type { ReportMessages } from "../../server/src/reports/messages/report-messages.ts";
import { type Report, reportOf } from "../../server/src/reports/report.ts";
import { analysisOf, examples } from "../support/analyze.ts";
import { ABROAD, type Changes, type CLASSES, profile, ROWS } from "../support/profile.ts";

const LANGUAGES = ["ja", "en"] as const;

const reportsOf = (analysis: Analysis, path = "a.vendor.yaml"): Report[] =>
  analysis.profiles.map((profile) => reportOf(analysis, profile, path));
const reportOn = (changes: Changes = {}, options: Partial<Options> = {}): Report =>
  reportsOf(analysisOf(profile(changes), options))[0] as Report;
const documentOf = (report: Report, language: LanguageId = "ja"): ReportDocument =>
  reportDocuments([report], language)[0] as ReportDocument;
const tablesOf = ({ parts }: ReportDocument): Table[] => parts.filter((part) => part.kind === "table");
const textOf = ({ lines }: Cell): string => lines.map(({ text }) => text).join("\n");
const allText = (document: ReportDocument): string => JSON.stringify(document);

/** A cell of the standard's table, by row number and column title. */
function cellAt(document: ReportDocument, no: string, title: string): Cell {
  const [table] = tablesOf(document);
  assert.ok(table);
  const column = table.columns.findIndex((column) => column.title === title);
  const row = table.rows.find((row) => textOf(row[1] as Cell) === no);
  return row?.[column] as Cell;
}

/** 「duty unmet 5-1 5-2 5-3」 */
const remaining = ({ remaining }: Report): string[] =>
  remaining.map(({ kind, status, rows }) => [kind, status, ...rows.map(({ row }) => row.no)].join(" "));

const analyses: [string, Analysis][] = examples().map(({ name, text }) => [name, analysisOf(text)]);
const judgedExamples: [string, Analysis, Profile, Report][] = analyses.flatMap(([name, analysis]) =>
  analysis.profiles.map((profile): [string, Analysis, Profile, Report] => [
    `${name} ${profile.index + 1}`,
    analysis,
    profile,
    reportOf(analysis, profile, `${name}.vendor.yaml`),
  ]),
);

describe("the report of every example", () => {
  for (const [name, analysis, profile, report] of judgedExamples) {
    it(name, () => {
      assert.deepEqual(
        report.rows.map(({ row, status }) => [row.no, status]),
        [...profile.rows].map(([no, { status }]) => [no, status]),
      );
      assert.deepEqual(
        [report.verdict, report.eligible, report.judgedAs, report.faults],
        [profile.verdict, profile.eligible, profile.judgedAs, profile.faults],
      );
      const duties = profile.duties.filter(({ status }) => status !== "met");
      assert.deepEqual(
        report.remaining.flatMap(({ kind, status, rows }) => (kind === "duty" ? [`${rows[0]?.row.no} ${status}`] : [])),
        duties.map(({ row, status }) => `${row.no} ${status}`),
      );
      const of = (kind: string) =>
        analysis.findings.flatMap((finding) =>
          finding.kind === kind && finding.profile === profile.index ? [finding.requirement] : [],
        );
      const recommended = report.remaining.flatMap(({ kind, rows }) => (kind === "recommended" ? [rows[0]?.row.no] : []));
      // Values that cannot be read have findings of the schema instead.
      if (profile.faults === 0) assert.deepEqual(recommended.sort(), of("recommended").sort());
      else
        assert.deepEqual(
          of("recommended").filter((no) => !recommended.includes(no as string)),
          [],
        );
      for (const { risks } of report.remaining) {
        assert.ok(risks.length > 0);
        assert.equal(new Set(risks.map(({ ja }) => ja)).size, risks.length);
        for (const { ja, en } of risks) assert.ok(ja !== "" && en !== "");
      }
    });
  }

  for (const language of LANGUAGES) {
    it(`is a well-formed document in ${language}`, () => {
      const messages: ReportMessages = reportMessages[language];
      for (const [name, , , report] of judgedExamples) {
        const document = documentOf(report, language);
        for (const table of tablesOf(document)) {
          assertSound(table, name);
          const total = table.columns.reduce((sum, { width }) => sum + width, 0);
          assert.ok(total >= 200 && total <= 230, `${total} half-width characters`);
        }
        const { columns } = bundled.standard;
        const title = (key: string) => columns[key]?.[language];
        const [main] = tablesOf(document);
        const names = [...document.labels.map(({ name }) => name), ...(main?.columns.map(({ title }) => title) ?? [])];
        assert.equal(new Set(names).size, names.length, "they are columns of one table where documents are rows");
        assert.deepEqual(
          main?.columns.map(({ title }) => title),
          [
            ...["category", "no", "item", "requirement", "risk", "S", "I", "II"].map(title),
            ...[messages.columns.status, messages.columns.why, messages.columns.evidence],
            title("check"),
          ],
        );
        const marked = main?.columns.flatMap(({ isMarked, title }) => (isMarked ? [title] : []));
        const judgedAs = report.judgedAs ?? "";
        assert.deepEqual(marked, ["S", "I", "II"].includes(judgedAs) ? [title(judgedAs)] : []);
        for (const { row, status } of report.rows) {
          assert.equal(textOf(cellAt(document, row.no, messages.columns.status)), messages.statuses[status], `${name} ${row.no}`);
          assert.equal(cellAt(document, row.no, title("check") as string).choices?.length, 3);
          assert.equal(textOf(cellAt(document, row.no, title("S") as string)), row.obligation.S?.text[language]);
        }
        assert.equal(tablesOf(document).length, report.remaining.length > 0 ? 2 : 1);
        assert.equal(tablesOf(document)[1]?.rows.length ?? 0, report.remaining.length);
        assert.doesNotMatch(allText(document), /undefined|null|\[object|NaN/);
      }
    });
  }

  it("has the same content in both languages", () => {
    const shapeOf = (document: ReportDocument) =>
      document.parts.map((part) => [
        part.kind,
        part.kind === "paragraph" && part.tone,
        part.kind === "facts" && part.entries.map(({ value }) => value.tone),
        part.kind === "boxes" && part.titles.length,
        part.kind === "table" && part.columns.map(({ width, isMarked }) => [width, isMarked]),
        part.kind === "table" && part.rows.map((row) => row.map(({ tone, span, choices }) => [tone, span, choices?.length])),
      ]);
    for (const [name, , , report] of judgedExamples) {
      assert.deepEqual(shapeOf(documentOf(report, "ja")), shapeOf(documentOf(report, "en")), name);
    }
  });
});

/** Asserts that every row has a cell per column, and that covered cells are empty. */
function assertSound({ columns, rows }: Table, name: string): void {
  const covered = columns.map(() => 0);
  for (const row of rows) {
    assert.equal(row.length, columns.length, name);
    for (const [index, { lines, span = 1 }] of row.entries()) {
      if ((covered[index] as number) > 0) {
        assert.deepEqual([lines.length, span], [0, 1], name);
        covered[index] = (covered[index] as number) - 1;
      } else covered[index] = span - 1;
      for (const { text } of lines) assert.doesNotMatch(text, /[\r\n]/);
    }
  }
  assert.deepEqual(
    covered,
    columns.map(() => 0),
    `${name}: a cell covers more rows than there are`,
  );
}

describe("remaining risks", () => {
  const clear: Changes = { "erasure.atTermination.method": "clear" };
  const review = { by: "情報政策課", date: "2026-11-01", reason: "保存時に暗号化している" };
  const reviewed: Changes = { ...clear, assessment: { "8-1": { exception: review } } };
  const oneFactor: Changes = { "authentication.customer.factors": ["knowledge"] };
  const noLogin: Changes = {
    ...oneFactor,
    "authentication.customer.twoStep": false,
    "authentication.customer.lockout": undefined,
  };
  const cases: [what: string, changes: Changes, byClass: Partial<Record<(typeof CLASSES)[number], string[]>>][] = [
    ["nothing lacks", {}, { S: [], I: [], II: [], III: [] }],
    [
      "a required row is unmet",
      { "contract.governingLaw": "US" },
      { S: ["duty unmet 1"], I: ["duty unmet 1"], II: ["duty unmet 1"], III: [] },
    ],
    ["a required row is not stated", { contract: { governingLaw: "JP" } }, { S: ["duty unknown 2"], II: ["duty unknown 2"] }],
    ["a recommended row is unmet", { certifications: [] }, { S: ["duty unmet 7"], I: ["recommended unmet 7"], II: [] }],
    [
      "a recommended row is not stated",
      { certifications: undefined },
      { S: ["duty unknown 7"], I: ["recommended unknown 7"], II: [] },
    ],
    ["a group is carried", oneFactor, { S: ["duty unmet 5-1"], I: ["recommended unmet 5-1"], II: [], III: [] }],
    [
      "a group is open",
      noLogin,
      { S: ["duty unmet 5-1"], I: ["duty unknown 5-1 5-2 5-3"], II: ["duty unknown 5-1 5-2 5-3"], III: [] },
    ],
    [
      "a group lacks all that apply",
      {
        "dataLocation.primary": ["US"],
        "dataLocation.overseas": { classifications: ["I"], consent: { obtainedAtUse: false } },
        "information.personal": false,
      },
      { S: ["duty unmet 6-1"], I: ["duty unknown 6-1 6-3 6-4 6-5"] },
    ],
    ["an alternative of another group is open", ABROAD, { S: ["duty unmet 6-1"], I: ["recommended unmet 6-1"], II: [] }],
    ["no review is recorded", clear, { S: ["duty unknown 8-1"], I: ["recommended unmet 8-1"], II: [], III: [] }],
    ["a review is recorded", reviewed, { S: ["accepted unmet 8-1"], I: ["recommended unmet 8-1"], II: [], III: [] }],
    [
      "a review is recorded, but the other row is unmet",
      { ...reviewed, "erasure.standardDeletionAtTermination": false },
      { S: ["duty unmet 8-1", "duty unmet 8-2"], I: ["recommended unmet 8-1", "duty unmet 8-2"], II: ["duty unmet 8-2"] },
    ],
    [
      "a review is recorded, but the other row is not stated",
      { ...reviewed, "erasure.standardDeletionAtTermination": undefined },
      { S: ["duty unknown 8-1", "duty unknown 8-2"], II: ["duty unknown 8-2"] },
    ],
  ];
  for (const [what, changes, byClass] of cases) {
    for (const [classification, expected] of Object.entries(byClass)) {
      it(`${what}, class ${classification}: ${expected.join(", ") || "none"}`, () => {
        assert.deepEqual(remaining(reportOn({ ...changes, "information.classification": classification })), expected);
        assert.deepEqual(remaining(reportOn(changes, { classification })), expected);
      });
    }
  }

  it("state what a review would do", () => {
    const texts = (changes: Changes) =>
      tablesOf(documentOf(reportOn(changes)))[1]?.rows.map((row) => [row[3], row[4]].map((cell) => textOf(cell as Cell)));
    assert.deepEqual(texts(clear), [
      [
        "契約終了時の消去方法: クリア（purgeでもdestroyでもない）\nNo8-2で代替するには検討の記録が必要",
        "契約終了時に、NIST SP 800-88のpurgeかdestroyで消去する。\nまたは、ほかの要件を総合的に検討し、検討した人・部署、検討日、理由を記録する。",
      ],
    ]);
    assert.deepEqual(texts(reviewed), [
      [
        "検討（情報政策課、2026-11-01）によりNo8-2で代替。理由: 保存時に暗号化している\n契約終了時の消去方法: クリア（purgeでもdestroyでもない）",
        "契約終了時に、NIST SP 800-88のpurgeかdestroyで消去する。",
      ],
    ]);
  });

  it("list every alternative of a group with what it lacks, and each risk once", () => {
    const [, table] = tablesOf(documentOf(reportOn({ ...noLogin, "information.classification": "I" })));
    assert.deepEqual(
      table?.rows[0]?.map((cell) => textOf(cell)),
      [
        "No5-1 複数要素認証\nNo5-2 2段階認証\nNo5-3 ロックアウト等",
        "いずれかが必須",
        "未記載",
        "5-1: × — 利用者側の認証要素: 知識（1種類だけ）\n5-2: × — 利用者側の2段階認証: 行わない\n5-3: 未記載 — 利用者側のロックアウトが未記載",
        [
          "次のいずれか:",
          "5-1: 提供者側・利用者側のすべての管理画面で、知識・所持・生体のうち2種類以上を併用する認証を提供する。",
          "5-2: 提供者側・利用者側のすべての管理画面で、2段階認証を提供する。",
          "5-3: 提供者側・利用者側のすべての管理画面で、一定回数の失敗でロックする等の防護機能を付ける。",
        ].join("\n"),
        "複数要素認証に比べて、パスワード認証のみといった単要素認証では、不正にログインされる可能性が高い。",
      ],
    );
  });
});

describe("the row that is met instead", () => {
  const why = (changes: Changes, no: string, language: LanguageId = "ja") =>
    textOf(cellAt(documentOf(reportOn(changes), language), no, reportMessages[language].columns.why)).split("\n")[0];
  const I: Changes = { "information.classification": "I" };
  const abroad: Changes = { ...ABROAD, ...I, "dataLocation.overseas.encryptionKey.custody": "overseas" };
  const cases: [changes: Changes, no: string, expected: string][] = [
    [abroad, "6-1", "No6-2で代替"],
    [abroad, "6-5", "No6-2を満たすので不要"],
    [{ ...I, "authentication.customer.twoStep": false }, "5-2", "No5-1を満たすので不要"],
    [I, "6-2", "6-1を満たすため"],
  ];
  for (const [changes, no, expected] of cases) it(`${no}: ${expected}`, () => assert.equal(why(changes, no), expected));

  it("is absent if the class has no alternatives", () => {
    const { rows } = reportOn({ ...ABROAD, "information.classification": "S" });
    assert.deepEqual(
      rows.filter(({ carrier }) => carrier !== null),
      [],
    );
  });

  it("mutes the unmet row", () => {
    const tone = (changes: Changes, no: string) => cellAt(documentOf(reportOn(changes)), no, "判定").tone;
    assert.equal(tone(abroad, "6-1"), "note");
    assert.equal(tone(abroad, "6-5"), "muted");
    assert.equal(tone({ ...abroad, "information.classification": "S" }, "6-1"), "bad");
    assert.equal(tone({ "contract.governingLaw": undefined }, "1"), "open");
    assert.equal(tone({}, "1"), "good");
  });
});

describe("the part above the table", () => {
  const facts = (report: Report, language: LanguageId = "ja") => {
    const [part] = documentOf(report, language).parts;
    assert.ok(part?.kind === "facts");
    return Object.fromEntries(part.entries.map(({ name, value }) => [name, textOf(value)]));
  };
  const paragraphsOf = (report: Report) =>
    documentOf(report).parts.flatMap((part) => (part.kind === "paragraph" ? [part.text] : []));

  it("has the facts that identify a report", () => {
    const { 分類, 総合判定, 利用できる分類, 基準, 基準の版, 判定日 } = facts(reportOn({ certifications: [] }));
    assert.deepEqual(
      { 分類, 総合判定, 利用できる分類, 基準, 基準の版, 判定日 },
      {
        分類: "重要性分類S",
        総合判定: "不適合（未達 1件）",
        利用できる分類: "利用できる: Ⅰ、Ⅱ ／ 利用できない: S",
        基準: "仙台市 共通実施手順別表2・クラウドサービス利用基準（sendai-cloud）",
        基準の版: "版の記載なし",
        判定日: "2026-11-22",
      },
    );
    assert.match(facts(reportOn()).参照した一覧 as string, /CRYPTREC暗号リスト） LS-0001-2022 R2（2026-03-30現在）/);
  });

  it("names the class that we judge as", () => {
    assert.equal(facts(reportOn({}, { classification: "II" })).分類, "仮に重要性分類Ⅱ（プロファイルの記載: S）");
    const unstated = reportOn({ "information.classification": undefined }, { classification: "I" });
    assert.equal(facts(unstated).分類, "仮に重要性分類Ⅰ（プロファイルの記載: 未記載）");
  });

  it("says that it is not the result for the stated class", () => {
    const trial = /^仮に重要性分類Ⅱとして判定した（プロファイルの記載: S）/;
    assert.ok(paragraphsOf(reportOn({}, { classification: "II" })).some((text) => trial.test(text)));
    assert.ok(!paragraphsOf(reportOn()).some((text) => text.includes("仮に")));
  });

  it("says that a document is invalid, and the rows are shown", () => {
    const report = reportOn({ "encryption.atRest.0.cipher": "AES-512" });
    assert.equal(facts(report).総合判定, "書式エラー 1件（未記載 1件）");
    assert.equal(facts(report).利用できる分類, "書式エラーを直すまで分からない");
    assert.match(paragraphsOf(report)[0] as string, /書式エラーが1件ある/);
    assert.equal(report.rows.length, ROWS.length);
    assert.deepEqual(remaining(report), ["duty unknown 4"]);
  });

  it("says that there is no class, without judging remaining risks", () => {
    const report = reportOn({ "information.classification": undefined });
    assert.equal(report.judgedAs, null);
    assert.deepEqual(
      report.rows.map(({ obligation }) => obligation),
      ROWS.map(() => null),
    );
    assert.equal(facts(report).分類, "未記載");
    assert.ok(
      paragraphsOf(report).includes(reportMessages.ja.unclassified) &&
        paragraphsOf(report).includes(reportMessages.ja.remainingUnknown),
    );
    assert.ok(!paragraphsOf(report).includes(reportMessages.ja.nothingRemains));
  });

  it("says that a class has no requirements, and the rows are shown", () => {
    const report = reportOn({ "information.classification": "III", "contract.governingLaw": "US" });
    assert.deepEqual(paragraphsOf(report).slice(0, 1), ["重要性分類Ⅲに対する要件はない。要件ごとの判定は参考として示す。"]);
    assert.equal(textOf(cellAt(documentOf(report), "1", "判定")), "×");
    assert.ok(paragraphsOf(report).includes(reportMessages.ja.remainingNotAsked));
  });

  it("says which profile of a file it is", () => {
    const text = `${profile()}---\n${profile({ service: { name: "別のサービス" } })}`;
    const [first, second] = reportsOf(analysisOf(text), "二つ.vendor.yaml");
    assert.equal(facts(first as Report).プロファイル, "二つ.vendor.yaml（1番目のプロファイル）");
    assert.equal(facts(second as Report, "en").Profile, "二つ.vendor.yaml (profile 2)");
  });
});

describe("evidence and check", () => {
  const evidence = (items: unknown[], options: Partial<Options> = {}) =>
    cellAt(documentOf(reportOn({ "assessment.1": { evidence: items } }, options)), "1", "根拠");
  const cases: [what: string, item: Record<string, string>, text: string, href?: string][] = [
    [
      "a page",
      { title: "利用規約", url: "https://service.example.jp/terms", section: "第20条" },
      "利用規約 第20条",
      "https://service.example.jp/terms",
    ],
    ["a page without a title", { url: "http://service.example.jp/" }, "http://service.example.jp/", "http://service.example.jp/"],
    ["a file", { title: "設計書", file: "evidence/design.pdf" }, "設計書（evidence/design.pdf）"],
    [
      "its dates",
      { title: "証明書", collected: "2026-10-01", expires: "2027-09-30" },
      "証明書（2026-10-01入手、2027-09-30まで有効）",
    ],
    ["past its date", { title: "証明書", expires: "2026-11-21" }, "証明書（2026-11-21まで有効、期限切れ）"],
    ["on its last day", { title: "証明書", expires: "2026-11-22" }, "証明書（2026-11-22まで有効）"],
    ["a script", { title: "規約", url: "javascript:alert(1)" }, "規約（javascript:alert(1)）"],
    ["a file's address", { url: "file:///etc/passwd" }, "file:///etc/passwd"],
    ["a title of several lines", { title: "規約\n（案）" }, "規約 （案）"],
  ];
  for (const [what, item, text, href] of cases) {
    it(what, () => assert.deepEqual(evidence([item]).lines, [href === undefined ? { text } : { text, href }]));
  }

  it("marks a missing file", () => {
    const cell = evidence([{ title: "図", file: "a.pdf" }, { file: "b.pdf" }], { missingFiles: new Set(["a.pdf"]) });
    assert.deepEqual(
      cell.lines.map(({ text }) => text),
      ["図（a.pdf、ファイルが見つからない）", "b.pdf"],
    );
    assert.equal(cell.tone, "note");
  });

  const check = (assessment: Record<string, string>, changes: Changes = {}) => {
    const { lines, tone, choices } = cellAt(documentOf(reportOn({ ...changes, "assessment.1": assessment })), "1", "チェック");
    assert.deepEqual(choices, ["確認済み", "不備あり", "対象外"]);
    return [...lines.map(({ text }) => text), ...(tone ? [tone] : [])];
  };
  it("is empty without a person's check", () => assert.deepEqual(check({}), []));
  it("shows a person's sign-off", () =>
    assert.deepEqual(check({ check: "ok", by: "情報政策課", date: "2026-11-01", note: "原本を確認\n写しを保管" }), [
      "確認済み",
      "情報政策課 2026-11-01",
      "原本を確認",
      "写しを保管",
    ]));
  it("marks a disagreement, without changing the result", () => {
    assert.deepEqual(check({ check: "ok" }, { "contract.governingLaw": "US" }), ["確認済み", "（判定と食い違う）", "note"]);
    assert.equal(reportOn({ "assessment.1": { check: "ng" } }).verdict, "conforming");
  });

  it("lists cautions with the reasons", () => {
    const changes: Changes = { certifications: [{ scheme: "ISO/IEC 27017", holder: "saas-provider", expires: "2026-12-31" }] };
    assert.match(textOf(cellAt(documentOf(reportOn(changes)), "7", "判定の理由")), /\n注意: .*2026-12-31.*が近い$/);
  });
});

describe("documents written together", () => {
  it("have unique names that are valid for a sheet", () => {
    const services = [
      "=1+1",
      "a/b\\c?*[d]:e",
      "'引用'",
      "同じ名前",
      "同じ名前",
      "同じ名前",
      "長".repeat(40),
      "長".repeat(40),
      "😀".repeat(20),
      "History",
    ];
    const names = reportDocuments(
      services.map((name) => reportOn({ "service.name": name })),
      "ja",
    ).map(({ name }) => name);
    assert.deepEqual(names.slice(0, 6), ["=1+1", "a b c d e", "引用", "同じ名前", "同じ名前 (2)", "同じ名前 (3)"]);
    assert.equal(new Set(names.map((name) => name.toLowerCase())).size, names.length);
    for (const name of names) {
      assert.ok(name.length > 0 && name.length <= 31 && name !== "History", name);
      assert.doesNotMatch(name, /[\\/?*[\]:]|^'|'$|\p{Cs}/u);
    }
  });

  it("are named by what is stated", () => {
    const names = (changes: Changes) => documentOf(reportOn(changes)).name;
    assert.equal(names({ service: undefined }), "株式会社あおば");
    assert.equal(names({ service: undefined, vendor: undefined }), "a.vendor.yaml");
    assert.equal(names({ "service.name": "///" }), "プロファイル");
  });
});

describe("hostile texts", () => {
  const texts = ['=HYPERLINK("http://x","y")', "<script>alert(1)</script>", "| a | b |", "@everyone", "\u202e逆", "a\tb"];
  for (const text of texts) {
    it(JSON.stringify(text), () => {
      const report = reportOn({
        "vendor.name": text,
        "service.name": text,
        "encryption.atRest.0.store": text,
        assessment: { "1": { evidence: [{ title: text, url: text, section: text }], by: text, note: text } },
      });
      for (const language of LANGUAGES) {
        const document = documentOf(report, language);
        assert.equal(document.labels[1]?.value, text);
        const [evidence] = cellAt(document, "1", reportMessages[language].columns.evidence).lines;
        assert.ok(evidence?.text.startsWith(`${text} ${text}`) && evidence.href === undefined);
        for (const table of tablesOf(document)) assertSound(table, text);
        assert.ok(JSON.parse(reportJson([report], language)));
      }
    });
  }
});

describe("the report as JSON", () => {
  const json = (language: LanguageId, reports = judgedExamples.map(([, , , report]) => report)) =>
    JSON.parse(reportJson(reports, language)) as {
      version: number;
      asOf: string;
      standard: { id: string; edition: null; lists: { title: string; asOf: string }[] };
      reports: { requirements: object[]; remaining: object[]; verdict: string }[];
    };

  it("is version 1, with every row and the remaining risks", () => {
    const { version, asOf, standard, reports } = json("ja");
    assert.deepEqual([version, asOf, standard.id, standard.edition], [1, "2026-11-22", "sendai-cloud", null]);
    assert.deepEqual(
      reports.map(({ verdict, requirements, remaining }) => [verdict, requirements.length, remaining.length]),
      judgedExamples.map(([, , profile, { remaining }]) => [profile.verdict, ROWS.length, remaining.length]),
    );
  });

  it("omits nothing: absent values are null", () => {
    const shapes = new Set(json("ja").reports.map((report) => Object.keys(report).join()));
    const rows = new Set(json("ja").reports.flatMap(({ requirements }) => requirements.map((row) => Object.keys(row).join())));
    const entries = new Set(json("ja").reports.flatMap(({ remaining }) => remaining.map((entry) => Object.keys(entry).join())));
    assert.deepEqual([shapes.size, rows.size, entries.size], [1, 1, 1]);
  });

  it("is in the requested language", () => {
    const exempt = new Set(["path"]);
    const texts = JSON.stringify(
      json("en").reports.flatMap(({ remaining }) => remaining),
      (key, value) => (exempt.has(key) ? undefined : value),
    );
    assert.match(texts, /may be provided to that country/);
    assert.match(JSON.stringify(json("ja").standard), /クラウドサービス利用基準/);
  });

  it("has no reports without a profile", () => {
    assert.deepEqual(json("ja", []).reports, []);
  });
});
