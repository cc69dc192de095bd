/** Checks the text writers: they write everything in a document, as text, into a file that opens correctly. */
import assert from "node:assert/strict";
import { parseCsv } from "hucre/csv";
import { XmlDocument } from "libxml2-wasm";
import { type Cell, cell, type ReportBlock, type ReportDocument, type Table } from "../../server/src/reports/document.ts";
import { csvOf } from "../../server/src/reports/writers/csv.ts";
import { htmlOf } from "../../server/src/reports/writers/html.ts";
import { markdownOf } from "../../server/src/reports/writers/markdown.ts";

const WRITERS = { html: htmlOf, markdown: markdownOf, csv: csvOf };

/** Part of the city's form: two categories, one of them with two rows, and a risk that spans all rows. */
const table: Table = {
  kind: "table",
  columns: [
    { title: "カテゴリー", width: 12 },
    { title: "No", width: 6, align: "center" },
    { title: "リスク", width: 40 },
    { title: "重要性分類I", width: 12, align: "center", isMarked: true },
    { title: "判定", width: 8, align: "center" },
    { title: "根拠", width: 30 },
    { title: "チェック", width: 12 },
  ],
  rows: [
    [
      { ...cell("複数要素認証"), span: 2 },
      cell("5-1"),
      { ...cell("不正にログインされ、情報が漏えいするおそれがある。"), span: 3 },
      cell("任意\n【推奨】"),
      cell("×", "bad"),
      { lines: [{ text: "利用規約 第20条", href: "https://aoba.example.jp/terms?a=1&b=(2)" }, { text: "2026-10-01 取得" }] },
      { ...cell("不備あり\n情報政策課\n2026-11-01"), choices: ["確認済み", "不備あり", "対象外"] },
    ],
    [
      cell(""),
      cell("5-2"),
      cell(""),
      cell("条件付き"),
      cell("○", "good"),
      cell(""),
      { ...cell(""), choices: ["確認済み", "不備あり"] },
    ],
    [cell("消去"), cell("8-2"), cell(""), cell("必須"), cell("未記載", "open"), cell(""), cell("")],
  ],
};

const document = (parts: readonly ReportBlock[], name = "あおば電子申請"): ReportDocument => ({
  language: "ja",
  name,
  title: "クラウドサービス利用基準 報告書",
  labels: [
    { name: "ベンダー", value: "株式会社あおば" },
    { name: "サービス", value: name },
  ],
  parts,
});

const form = document([
  { kind: "facts", entries: [{ name: "判定", value: cell("不適合", "bad") }] },
  table,
  { kind: "heading", text: "残るリスク" },
  { kind: "paragraph", text: "人の確認は判定を変えない。\n※原則、必須とする。", tone: "note" },
  { kind: "boxes", titles: ["作成", "確認", "承認"] },
]);

/** Parses the page as XML, which is stricter than HTML. */
function read(html: string) {
  const wellFormed = html
    .replace("<!doctype html>\n", "")
    .replace(/<style>.*?<\/style>/s, "<style></style>")
    .replace(/<(meta|col|br)((?: [^<>]*)?)>/g, "<$1$2/>");
  const document = XmlDocument.fromString(wellFormed);
  return {
    texts: (path: string) => document.find(path).map((node) => node.content.trim()),
    count: (path: string) => document.find(path).length,
  };
}

describe("HTML", () => {
  it("is one self-contained document", () => {
    const html = htmlOf([form]);
    assert.ok(html.startsWith('<!doctype html>\n<html lang="ja">\n'));
    assert.doesNotMatch(html, /<script|<link|<img|@import|url\(| on\w+=/i);
    assert.match(html, /http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/);
  });

  it("has tables that screen readers can read: headings with a scope, also for cells that span rows", () => {
    const page = read(htmlOf([form]));
    assert.deepEqual(
      page.texts("//thead/tr/th[@scope='col']").slice(0, table.columns.length),
      table.columns.map(({ title }) => title),
    );
    assert.deepEqual(page.texts("//th[@scope='rowgroup'][@rowspan='2']"), ["複数要素認証"]);
    assert.deepEqual(page.texts("//td[@rowspan='3']"), ["不正にログインされ、情報が漏えいするおそれがある。"]);
    assert.deepEqual(page.texts("//div//th[@scope='row']"), ["5-1", "5-2", "消去"]);
    // No cell reaches beyond its group of rows.
    assert.equal(page.count("//div/table/tbody"), 1);
    assert.deepEqual(page.texts("//td[contains(@class, 'bad')]"), ["×"]);
  });

  it("has checkboxes for choices; the chosen one is ticked, followed by the other lines", () => {
    const page = read(htmlOf([form]));
    assert.deepEqual(page.texts("//tr[1]/td[span]"), ["☐ 確認済み☑ 不備あり☐ 対象外情報政策課2026-11-01"]);
    assert.deepEqual(page.texts("//tr[2]/td[span]"), ["☐ 確認済み☐ 不備あり"]);
  });

  it("links to evidence without a referrer or opener", () => {
    assert.match(
      htmlOf([form]),
      /<a class="named" href="https:\/\/aoba\.example\.jp\/terms\?a=1&amp;b=\(2\)" rel="noopener noreferrer">利用規約 第20条<\/a>/,
    );
  });

  it("begins with a table of contents for several documents", () => {
    const page = read(htmlOf([form, document([], "あおば予約")]));
    assert.deepEqual(page.texts("//nav//tbody/tr"), ["1株式会社あおばあおば電子申請", "2株式会社あおばあおば予約"]);
    assert.deepEqual(page.texts("//nav//a/@href"), ["#paper-1", "#paper-2"]);
    assert.equal(page.count("//article[@id='paper-2']"), 1);
    assert.equal(read(htmlOf([form])).count("//nav"), 0);
  });
});

describe("Markdown", () => {
  it("has tables with the same number of cells in every row; covered cells are ditto marks", () => {
    const rows = markdownOf([form])
      .split("\n")
      .filter((line) => line.startsWith("|"))
      .slice(0, 5)
      .map((line) => line.slice(2, -2).split(" | "));
    assert.deepEqual([...new Set(rows.map(({ length }) => length))], [table.columns.length]);
    assert.match(rows[0]?.[3] ?? "", /^重要性分類I<br>\u00a0+&nbsp;$/);
    assert.deepEqual(rows[1]?.[1], ":-:");
    assert.deepEqual(rows[2]?.slice(3), [
      "**任意<br>【推奨】**",
      "**×**",
      "[利用規約 第20条](https://aoba.example.jp/terms?a=1&amp;b=%282%29)<br>2026-10-01 取得",
      "不備あり<br>情報政策課<br>2026-11-01",
    ]);
    assert.deepEqual(rows[3]?.slice(0, 3), ["〃", "5-2", "〃"]);
    assert.deepEqual(rows[4]?.slice(0, 3), ["消去", "8-2", "〃"]);
  });
});

describe("CSV", () => {
  it("opens correctly in a spreadsheet program: a byte order mark, CRLF, equally many fields per record", () => {
    const csv = csvOf([form]);
    assert.ok(csv.startsWith("\ufeffベンダー,サービス,カテゴリー,No,"));
    assert.ok(csv.endsWith("\r\n"));
    const records = parseCsv(csv);
    assert.deepEqual([...new Set(records.map(({ length }) => length))], [table.columns.length + 2]);
    assert.equal(records.length, 4);
  });

  it("has complete rows, each with its document's labels and the cells that cover it", () => {
    const [, first, second, third] = parseCsv(csvOf([form]));
    assert.deepEqual(first?.slice(0, 4), ["株式会社あおば", "あおば電子申請", "複数要素認証", "5-1"]);
    assert.deepEqual(second?.slice(0, 4), ["株式会社あおば", "あおば電子申請", "複数要素認証", "5-2"]);
    assert.deepEqual(third?.slice(2, 4), ["消去", "8-2"]);
    assert.equal(third?.[4], first?.[4]);
    assert.equal(first?.[7], "利用規約 第20条 https://aoba.example.jp/terms?a=1&b=(2)\n2026-10-01 取得");
  });

  it("has a row for a document without a table", () => {
    const without = document([{ kind: "paragraph", text: "ほかに必要な対応はない。" }], "あおば予約");
    const records = parseCsv(csvOf([without, form]));
    assert.deepEqual([...new Set(records.map(({ length }) => length))], [table.columns.length + 2]);
    assert.deepEqual(records[0]?.slice(0, 3), ["ベンダー", "サービス", "カテゴリー"]);
    assert.deepEqual(records[1]?.slice(0, 3), ["株式会社あおば", "あおば予約", ""]);
    assert.deepEqual(parseCsv(csvOf([without])), [
      ["ベンダー", "サービス"],
      ["株式会社あおば", "あおば予約"],
    ]);
  });

  it("has the headings once for any number of documents", () => {
    const records = parseCsv(csvOf([form, document([table], "あおば予約")]));
    assert.deepEqual(
      records.map((record) => record[1]),
      ["サービス", ...Array(3).fill("あおば電子申請"), ...Array(3).fill("あおば予約")],
    );
  });
});

describe("a cell of very many lines", () => {
  const long = document([{ ...table, rows: [[cell("行\n".repeat(40_000)), ...table.columns.slice(1).map(() => cell(""))]] }]);
  for (const [name, write] of Object.entries(WRITERS))
    it(`is written as ${name}`, () => assert.ok(write([long]).length > 80_000));
});

const HOSTILE = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "</td></tr></table><h1>適合</h1>",
  "\" onmouseover='alert(1)",
  "&lt;b&gt; &copy;",
  "[押す](javascript:alert(1))",
  "![図](https://example.com/a.png)",
  "https://example.com/path www.example.com info@example.com",
  "@here @sendai/team をよぶ",
  "#12 GH-12 :tada:",
  "a | b || c",
  "\\| \\",
  "**強調** _強調_ ~~消す~~ `コード` $x$",
  "# 見出し",
  "- 項目",
  "1. 項目",
  "> 引用",
  "---",
  "```",
  "<!-- 注",
  "=cmd|' /C calc'!A0",
  "+1+1",
  "-1+1",
  "@SUM(A1)",
  "＝1+1",
  "\t=1+1",
  "合格\u202e格合不\u202c",
  "\u001b[31m赤\u0000",
  "שירות",
];

/** The visible form of a text. */
const seen = (text: string) => text.replaceAll("\t", " ").replace(/[\p{Cc}\p{Bidi_Control}]/gu, "\ufffd");

const everywhere = (text: string): ReportDocument => {
  const hostile: Cell = { lines: [{ text, href: "javascript:alert(1)" }, { text }], choices: [text] };
  return {
    language: "ja",
    name: text,
    title: text,
    labels: [{ name: text, value: text }],
    parts: [
      { kind: "heading", text },
      { kind: "paragraph", text },
      { kind: "facts", entries: [{ name: text, value: hostile }] },
      { kind: "table", columns: [{ title: text, width: 9 }], rows: [[hostile], [{ lines: [{ text: text.repeat(20) }] }]] },
      { kind: "boxes", titles: [text] },
    ],
  };
};

describe("a hostile text", () => {
  for (const text of HOSTILE) {
    it(`is text: ${JSON.stringify(text)}`, () => {
      const documents = [everywhere(text), everywhere(text)];
      const html = htmlOf(documents);
      const page = read(html);
      assert.deepEqual(page.texts("//h2"), Array(2).fill(seen(text).trim()));
      assert.equal(page.count("//a[not(starts-with(@href, '#'))] | //script | //img"), 0);
      assert.equal(page.count("//h1"), 3);
      const markdown = markdownOf(documents);
      // Without the writer's own markup and its escapes.
      const live = markdown.replace(/\\[!-/:-@[-`{-~]/g, "").replace(/<\/?(details|summary|br|span)>|&(#8203|#124|nbsp);/g, " ");
      assert.doesNotMatch(live, /[<>&`_~$@](?=[\w/!])|\]\(|(?<![\w])www\.|:\/\/|#\d|GH-\d/i);
      assert.equal(markdown.split("\n").filter((line) => /^#{2,3} /.test(line)).length, 4);
      for (const line of markdown.split("\n").filter((line) => line.startsWith("|"))) {
        assert.equal(line.split("|").length, 3, line);
      }
      const records = parseCsv(csvOf(documents));
      assert.equal(records.length, 5);
      for (const field of records.flat()) assert.doesNotMatch(String(field), /^\s*[=+\-@|＝＋－＠]./);
      assert.equal(String(records[1]?.[0]).replace(/^'/, ""), seen(text));
    });
  }

  it("links only to the web", () => {
    for (const href of ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", " https://example.com", "vscode://x"]) {
      const linked = document([{ kind: "facts", entries: [{ name: "根拠", value: { lines: [{ text: "規約", href }] } }] }]);
      for (const write of Object.values(WRITERS)) assert.ok(!write([linked]).includes(href));
    }
  });

  it("does not end an address early", () => {
    const href = 'https://example.com/a)b"c<d>|`e f&amp;g';
    const linked = document([{ kind: "facts", entries: [{ name: "根拠", value: { lines: [{ text: "規約", href }] } }] }]);
    assert.deepEqual(read(htmlOf([linked])).texts("//a/@href"), [href]);
    assert.match(markdownOf([linked]), /\[規約\]\(https:\/\/example\.com\/a%29b%22c%3Cd%3E%7C%60e%20f&amp;amp;g\)\n/);
  });
});
