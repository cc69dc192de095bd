import assert from "node:assert/strict";
import { type CellObject, read, utils, type WorkBook, type WorkSheet } from "@e965/xlsx";
import { strFromU8, unzipSync } from "fflate";
import { XmlDocument, type XmlElement, type XmlNode } from "libxml2-wasm";
import type { LanguageId } from "../../server/src/messages/language.ts";
import { comparisonOf } from "../../server/src/reports/comparison.ts";
import { type Cell, cell, type ReportBlock, type ReportDocument, type TextLine } from "../../server/src/reports/document.ts";
import { comparisonDocument } from "../../server/src/reports/documents/comparison.ts";
import { reportDocuments } from "../../server/src/reports/documents/report.ts";
import { reportOf } from "../../server/src/reports/report.ts";
import { writeDocuments } from "../../server/src/spreadsheet/index.ts";
import { analyzeText, examples } from "../support/analyze.ts";
import { assertGolden } from "../support/golden.ts";

const LANGUAGES: readonly LanguageId[] = ["ja", "en"];
const OPEN: Readonly<Record<LanguageId, string>> = { ja: "開く", en: "Open" };
const NAMESPACES = { m: "http://schemas.openxmlformats.org/spreadsheetml/2006/main" };

describe("the reports of every example as a workbook", () => {
  for (const { name, text } of examples()) {
    for (const language of LANGUAGES) {
      it(`${name}, ${language}`, async () => assertWritten(reportsOf(name, text, language), await bookOf(name, text, language)));
    }
  }
});

describe("comparisons as a workbook", () => {
  for (const count of [1, 3, 12]) {
    for (const language of LANGUAGES) {
      it(`of ${count}, ${language}`, async () => {
        const documents = [comparisonOfFirst(count, language)];
        assertWritten(documents, await writeDocuments(documents));
      });
    }
  }
});

describe("a workbook is as recorded", () => {
  const books: [string, () => Promise<Uint8Array>][] = [
    ...examples().map(({ name, text }): [string, () => Promise<Uint8Array>] => [name, () => bookOf(name, text, "ja")]),
    ["cloud-key-unsuitable.en", () => bookOf("cloud-key-unsuitable", textOf("cloud-key-unsuitable"), "en")],
    ["comparison", () => writeDocuments([comparisonOfFirst(3, "ja")])],
  ];
  for (const [name, made] of books) {
    it(name, async () => {
      assertGolden(`xlsx/${name}.txt`, dumped(await made()));
    });
  }
});

describe("a form to print", () => {
  const document = documentOf([
    { kind: "facts", entries: [{ name: "事業者", value: cell("株式会社あおば") }] },
    tableOf([
      [{ ...cell("通信"), span: 2 }, cell("1")],
      [cell(""), cell("2")],
    ]),
    { kind: "heading", text: "承認欄" },
    { kind: "boxes", titles: ["作成", "承認"] },
  ]);

  it("is A4 landscape, one page wide and any number of pages high", async () => {
    const xml = sheetsOf(await writeDocuments([document]))[0] ?? "";
    assert.deepEqual(attributes(xml, "//m:pageSetup", ["paperSize", "orientation", "fitToWidth", "fitToHeight"]), [
      ["9", "landscape", "1", "0"],
    ]);
    assert.deepEqual(attributes(xml, "//m:pageSetUpPr", ["fitToPage"]), [["1"]]);
    assert.deepEqual(contents(xml, "//m:oddFooter"), ["&L判定報告書&R&P / &N"]);
  });

  const names: [string, string][] = [
    ["あおば 電子申請", "'あおば 電子申請'!$5:$5"],
    ["It's", "'It''s'!$5:$5"],
    ["2026", "'2026'!$5:$5"],
  ];
  for (const [name, expected] of names) {
    it(`repeats the table's header on each page of ${name}`, async () => {
      const files = unzipSync(await writeDocuments([{ ...document, name }]));
      assert.deepEqual(contents(xmlOf(files, "xl/workbook.xml"), "//m:definedName[@name='_xlnm.Print_Titles']"), [expected]);
    });
  }

  it("freezes the header if little is above it", async () => {
    const [xml = ""] = sheetsOf(await writeDocuments([document]));
    assert.deepEqual(attributes(xml, "//m:pane", ["ySplit", "state"]), [["5", "frozen"]]);
    const entries = Array.from({ length: 20 }, (_, index) => ({ name: `事実${index}`, value: cell("あり") }));
    const [long = ""] = sheetsOf(await writeDocuments([documentOf([{ kind: "facts", entries }, tableOf([])])]));
    assert.deepEqual(attributes(long, "//m:pane", ["ySplit"]), []);
  });

  it("merges a cell across the rows that it covers", async () => {
    const sheet = first(await writeDocuments([document]));
    assert.ok(
      merges(sheet).some((range) => /^A6:[A-Z]7$/.test(range)),
      merges(sheet).join(),
    );
  });

  it("leaves room for a seal", async () => {
    const [xml = ""] = sheetsOf(await writeDocuments([document]));
    const heights = attributes(xml, "//m:row", ["ht"]).map(([height]) => Number(height));
    assert.ok((heights.at(-1) ?? 0) >= 72, heights.join());
  });

  it("gives a further table its own sheet with the document's labels", async () => {
    const labels = [{ name: "サービス", value: "あおば電子申請" }];
    const parts: ReportBlock[] = [
      tableOf([[cell("a"), cell("b")]]),
      { kind: "heading", text: "残るリスク" },
      tableOf([[cell("c"), cell("d")]]),
    ];
    const book = read(await writeDocuments([{ ...documentOf(parts), labels }]));
    assert.deepEqual(book.SheetNames, ["あおば電子申請", "あおば電子申請 残るリスク"]);
    const [, second] = sheetsIn(book);
    assert.deepEqual(textsOf(second as WorkSheet), [
      "判定報告書",
      "サービス",
      "あおば電子申請",
      "残るリスク",
      "項目",
      "判定の理由",
      "c",
      "d",
    ]);
  });
});

describe("rows are high enough", () => {
  const texts: [string, string, number][] = [
    ["a word", "適合", 1],
    ["five lines", "一\n二\n三\n四\n五", 5],
    ["a long sentence, 20 full-width characters a line", "判".repeat(300), 15],
    ["what is longer than a row can be", "判定".repeat(1000), 100],
  ];
  for (const [name, text, lines] of texts) {
    it(name, async () => {
      const written = await writeDocuments([documentOf([tableOf([[cell("1"), cell(text)]])])]);
      const [xml = ""] = sheetsOf(written);
      // title, gap, header
      const heights = attributes(xml, "//m:row[@r > 3]", ["ht"]).map(([height]) => Number(height));
      const sum = heights.reduce((sum, height) => sum + height, 0);
      assert.ok(sum >= lines * 17, `${sum} points for ${lines} lines`);
      assert.ok(sum <= (lines + 2) * 17 * 1.2, `${sum} points for ${lines} lines`);
      assert.ok(
        heights.every((height) => height <= 409),
        heights.join(),
      );
      assert.equal(textsOf(first(written)).at(-1), text);
    });
  }

  it("also for a cell over several rows", async () => {
    const rows = [
      [{ ...cell("判".repeat(400)), span: 3 }, cell("1")],
      [cell(""), cell("2")],
      [cell(""), cell("3")],
    ];
    const [xml = ""] = sheetsOf(await writeDocuments([documentOf([tableOf(rows)])]));
    const heights = attributes(xml, "//m:row[@r > 3]", ["ht"]).map(([height]) => Number(height));
    assert.ok(heights.reduce((sum, height) => sum + height, 0) >= 20 * 17, heights.join());
  });
});

describe("a cell for a person to fill in", () => {
  const choices = ["確認済み", "不備あり", "対象外"];
  const document = documentOf([
    tableOf([
      [cell("1"), { ...cell(""), choices }],
      [cell("2"), { ...cell("確認済み"), choices }],
    ]),
  ]);

  it("has a list and a hint", async () => {
    const [xml = ""] = sheetsOf(await writeDocuments([document]));
    assert.deepEqual(attributes(xml, "//m:dataValidation", ["type", "sqref", "allowBlank", "promptTitle", "prompt"]), [
      ["list", "B4:B4", "1", "判定の理由", "人が記入する。一覧から選ぶ: 確認済み、不備あり、対象外"],
      ["list", "B5:B5", "1", "判定の理由", "人が記入する。一覧から選ぶ: 確認済み、不備あり、対象外"],
    ]);
    assert.deepEqual(contents(xml, "//m:formula1"), Array(2).fill('"確認済み,不備あり,対象外"'));
  });

  it("keeps a person's entry, and accepts other values after a warning", async () => {
    const written = await writeDocuments([document]);
    assert.equal((first(written).B5 as CellObject).v, "確認済み");
    assert.deepEqual(attributes(sheetsOf(written)[0] ?? "", "//m:dataValidation[1]", ["errorStyle", "error"]), [
      ["warning", "一覧にない値である。"],
    ]);
  });

  it("has no choice split by a comma", async () => {
    const document = documentOf([tableOf([[cell("1"), { ...cell(""), choices: ["yes, all", 'no "x"'] }]])]);
    assert.deepEqual(contents(sheetsOf(await writeDocuments([document]))[0] ?? "", "//m:formula1"), ['"yes， all,no ""x"""']);
  });
});

describe("links", () => {
  const line = (text: string, href: string): TextLine => ({ text, href });
  const long = "あおば電子申請 セキュリティ仕様書 第3.2版 3.2節 データの保存場所";
  const tables: [string, TextLine[], (string | [string, string])[]][] = [
    [
      "a text of one line is the link",
      [line("利用規約", "https://a.example/t?a=1&b=2")],
      [["利用規約", "https://a.example/t?a=1&b=2"]],
    ],
    ["of a longer one, a cell beside it", [line(long, "https://a.example/s")], [long, ["開く", "https://a.example/s"]]],
    [
      "the first of several is the link, the others are read",
      [line("規約", "https://a.example/1"), line("証明書", "https://a.example/2"), { text: "紙で保管" }],
      ["規約\n証明書 <https://a.example/2>\n紙で保管", ["開く", "https://a.example/1"]],
    ],
    ["no other address", [line("実行", "javascript:alert(1)")], ["実行 <javascript:alert(1)>"]],
    ["no address of a file", [line("表", "file:///etc/passwd")], ["表 <file:///etc/passwd>"]],
    ["no address that is none", [line("表", "https://")], ["表 <https://>"]],
    [
      "no address too long",
      [line("表", `https://a.example/${"x".repeat(2100)}`)],
      [`表 <https://a.example/${"x".repeat(2100)}>`],
    ],
    [
      "what has no letters that an address may have is coded",
      [line("表", 'https://a.example/表 "1"')],
      [["表", "https://a.example/%E8%A1%A8%20%221%22"]],
    ],
  ];
  for (const [name, lines, expected] of tables) {
    it(name, async () => {
      const sheet = first(await writeDocuments([documentOf([tableOf([[cell("1"), { lines }]])])]));
      const cells = cellsOf(sheet).slice(4);
      assert.deepEqual(
        cells.map(({ v, l }) => (l ? [v, l.Target] : v)),
        expected,
      );
    });
  }
});

describe("hostile cells", () => {
  const texts: [string, string, string?][] = [
    ["a formula", '=HYPERLINK("https://evil.example","x")'],
    ["plus", "+1+1"],
    ["minus", "-2+3"],
    ["at", "@SUM(1)"],
    ["a macro", "=cmd|' /C calc'!A0"],
    ["a number", "0123"],
    ["a date", "2026-11-22"],
    ["a truth", "TRUE"],
    ["a name of an error", "#N/A"],
    ["another", "#REF!"],
    ["markup", '<c t="n"><f>1</f></c> & ]]>'],
    ["an escape of a spreadsheet", "_x0041_ と _x000D_"],
    ["spaces at both ends", "  a  "],
    ["control characters", "a\u0000b\u001bc\u0007", "a\ufffdb\ufffdc\ufffd"],
    ["ends of lines", "a\r\nb\rc", "a\nb\nc"],
    ["half a character", "a\ud800b", "a\ufffdb"],
    ["no character", "a\uffffb", "a\ufffdb"],
    ["a character outside the first plane", "𠮷野家"],
  ];
  for (const [name, text, expected = text] of texts) {
    it(`${name} is text`, async () => {
      const written = await writeDocuments([documentOf([tableOf([[cell("1"), { lines: [{ text }] }]])])]);
      const value = cellsOf(first(written)).at(-1);
      assert.deepEqual([value?.t, value?.v], ["s", expected]);
      for (const xml of sheetsOf(written)) assertText(xml);
    });
  }

  it("a text like a formula stays text when it is edited", async () => {
    const sheet = read(await writeDocuments([documentOf([tableOf([[cell("1"), cell("=1+1")]])])]), { cellNF: true });
    assert.equal(cellsOf(sheetsIn(sheet)[0] as WorkSheet).at(-1)?.z, "@");
  });

  it("a text too long for a cell is cut, and says so", async () => {
    for (const [language, mark] of [
      ["ja", "省いた）"],
      ["en", "omitted because a cell cannot hold more)"],
    ] as const) {
      const parts = [tableOf([[cell("1"), cell("𠮷".repeat(20_000))]])];
      const text = String(cellsOf(first(await writeDocuments([{ ...documentOf(parts), language }]))).at(-1)?.v);
      assert.ok(text.length <= 32_767 && text.length > 32_600, String(text.length));
      assert.ok(text.endsWith(mark) && !/\p{Cs}/u.test(text));
    }
  });

  const names: [string, string[], string[]][] = [
    ["of characters that no name has", ["a/b\\c:d*e?f[g]h"], ["a-b-c-d-e-f-g-h"]],
    ["of none", ["", " "], ["-", "- (2)"]],
    ["of too many", ["あ".repeat(40), "あ".repeat(41)], ["あ".repeat(31), `${"あ".repeat(27)} (2)`]],
    ["that differ in case or width alone", ["Aoba", "AOBA", "Ａｏｂａ"], ["Aoba", "AOBA (2)", "Ａｏｂａ (3)"]],
    ["in quotes", ["'a'"], ["’a’"]],
    ["that are the spreadsheet's own", ["History", "履歴"], ["History-", "履歴-"]],
    ["with half a character at the end", [`${"a".repeat(30)}𠮷`], ["a".repeat(30)]],
    ["with control characters", ["a\nb\u0001c"], ["a-b\ufffdc"]],
  ];
  for (const [name, wanted, expected] of names) {
    it(`names ${name}`, async () => {
      const book = read(await writeDocuments(wanted.map((name) => ({ ...documentOf([]), name }))));
      assert.deepEqual(book.SheetNames, expected);
    });
  }

  it("a title never acts as a footer code", async () => {
    const [xml = ""] = sheetsOf(await writeDocuments([{ ...documentOf([]), title: "A&B &P\n表" }]));
    assert.deepEqual(contents(xml, "//m:oddFooter"), ["&LA&&B &&P 表&R&P / &N"]);
  });

  const shapes: [string, ReportBlock[]][] = [
    ["nothing", []],
    ["a table without rows", [tableOf([])]],
    [
      "one column",
      [
        { kind: "facts", entries: [{ name: "a", value: cell("b") }] },
        { kind: "table", columns: [{ title: "x", width: 8 }], rows: [[cell("y")]] },
      ],
    ],
    ["more boxes than columns", [tableOf([]), { kind: "boxes", titles: Array.from({ length: 9 }, (_, index) => `印${index}`) }]],
    ["boxes alone", [{ kind: "boxes", titles: ["作成"] }]],
    ["a span beyond the end", [tableOf([[{ ...cell("a"), span: 9 }, cell("b")]])]],
  ];
  for (const [name, parts] of shapes) {
    it(`a document of ${name} is written whole`, async () => {
      const documents = [documentOf(parts)];
      assertWritten(documents, await writeDocuments(documents));
    });
  }
});

describe("the same documents", () => {
  it("give the same bytes, and name no author", async () => {
    const documents = reportsOf("conforms-at-s", textOf("conforms-at-s"), "ja");
    const [one, two] = [await writeDocuments(documents), await writeDocuments(documents)];
    assert.ok(Buffer.from(one).equals(two));
    const { Props } = read(one);
    assert.deepEqual([Props?.Title, Props?.Author, Props?.LastAuthor], [documents[0]?.title, undefined, undefined]);
  });
});

function documentOf(parts: readonly ReportBlock[]): ReportDocument {
  return { language: "ja", name: "あおば電子申請", title: "判定報告書", labels: [], parts };
}

function tableOf(rows: readonly (readonly Cell[])[]): ReportBlock {
  const columns = [
    { title: "項目", width: 40 },
    { title: "判定の理由", width: 42 },
  ];
  return { kind: "table", columns, rows };
}

function textOf(name: string): string {
  return examples().find((example) => example.name === name)?.text ?? "";
}

function reportsOf(name: string, text: string, language: LanguageId): ReportDocument[] {
  const analysis = analyzeText(text);
  return reportDocuments(
    analysis.profiles.map((profile) => reportOf(analysis, profile, `examples/${name}.vendor.yaml`)),
    language,
  );
}

const books = new Map<string, Promise<Uint8Array>>();

/** The workbook of an example's reports: written once for all who only read it. */
function bookOf(name: string, text: string, language: LanguageId): Promise<Uint8Array> {
  const key = `${name} ${language}`;
  const book = books.get(key) ?? writeDocuments(reportsOf(name, text, language));
  books.set(key, book);
  return book;
}

function comparisonOfFirst(count: number, language: LanguageId): ReportDocument {
  const entries = examples().flatMap(({ name, text }) => {
    const analysis = analyzeText(text);
    return analysis.profiles.map((profile) => ({ analysis, profile, path: `examples/${name}.vendor.yaml` }));
  });
  return comparisonDocument(comparisonOf(entries.slice(0, count)), language);
}

/** That a workbook holds every text of its documents in the order of reading, as text; and that it is sound. */
function assertWritten(documents: readonly ReportDocument[], written: Uint8Array): void {
  const sheets = sheetsIn(read(written));
  assert.deepEqual(sheets.flatMap(textsOf), documents.flatMap(expectedTexts));
  assert.deepEqual(
    sheets.flatMap((sheet) => cellsOf(sheet).flatMap(({ l }) => l?.Target ?? [])),
    documents
      .flatMap(({ parts }) => cellsIn(parts))
      .flatMap(({ lines }) => lines.find(({ href }) => href !== undefined)?.href ?? []),
  );
  const checks = documents.flatMap(({ parts }) => cellsIn(parts)).filter(({ choices }) => choices);
  const xmls = sheetsOf(written);
  assert.equal(xmls.flatMap((xml) => contents(xml, "//m:dataValidation")).length, checks.length);
  for (const xml of xmls) assertText(xml);
  for (const sheet of sheets) assertApart(sheet);
}

/** The texts of a document in reading order. The document's labels precede each further table. */
function expectedTexts({ title, labels, parts }: ReportDocument): string[] {
  const again = [title, ...labels.flatMap(({ name, value }) => [name, value])];
  const starts = parts.flatMap((part, index) => (part.kind === "table" ? [index] : [])).slice(1);
  const texts = parts.flatMap((part, index) => {
    const isNext =
      parts[index]?.kind === "heading"
        ? starts.includes(index + 1)
        : starts.includes(index) && parts[index - 1]?.kind !== "heading";
    return [...(isNext ? again : []), ...partTexts(part)];
  });
  return [title, ...texts].filter((text) => text !== "");
}

function partTexts(part: ReportBlock): readonly string[] {
  switch (part.kind) {
    case "heading":
    case "paragraph":
      return [part.text];
    case "facts":
      return part.entries.flatMap(({ name, value }) => [name, cellText(value)]);
    case "table":
      return [...part.columns.map(({ title }) => title), ...part.rows.flat().map(cellText)];
    case "boxes":
      return part.titles;
  }
}

function cellsIn(parts: readonly ReportBlock[]): Cell[] {
  return parts.flatMap((part) => (part.kind === "table" ? part.rows.flat() : []));
}

function cellText({ lines }: Cell): string {
  const first = lines.find(({ href }) => href !== undefined)?.href;
  return lines.map(({ text, href }) => (href === undefined || href === first ? text : `${text} <${href}>`)).join("\n");
}

/** Asserts that a sheet has only text. */
function assertText(xml: string): void {
  assert.deepEqual(contents(xml, "//m:f"), []);
  assert.deepEqual(
    attributes(xml, "//m:c[m:v or m:is]", ["t"]).filter(([type]) => type !== "s" && type !== "inlineStr"),
    [],
  );
}

/** Asserts that no merged cells overlap, because Excel would call the file damaged. */
function assertApart(sheet: WorkSheet): void {
  const taken = new Set<string>();
  for (const { s, e } of sheet["!merges"] ?? []) {
    for (let r = s.r; r <= e.r; r++) {
      for (let c = s.c; c <= e.c; c++) {
        const place = utils.encode_cell({ r, c });
        assert.ok(!taken.has(place), `${place} is merged twice`);
        taken.add(place);
      }
    }
  }
}

function first(written: Uint8Array): WorkSheet {
  return sheetsIn(read(written))[0] as WorkSheet;
}

function sheetsIn({ SheetNames, Sheets }: WorkBook): WorkSheet[] {
  return SheetNames.map((name) => Sheets[name] as WorkSheet);
}

/** The cells with content, in reading order. */
function cellsOf(sheet: WorkSheet): CellObject[] {
  const cells: CellObject[] = [];
  const range = utils.decode_range(sheet["!ref"] ?? "A1");
  for (let r = range.s.r; r <= range.e.r; r++) {
    for (let c = range.s.c; c <= range.e.c; c++) {
      const value = sheet[utils.encode_cell({ r, c })] as CellObject | undefined;
      if (value?.v !== undefined && value.v !== "") cells.push(value);
    }
  }
  return cells;
}

/** The texts of a sheet, without those of link cells. */
function textsOf(sheet: WorkSheet): string[] {
  const opens = new Set(Object.values(OPEN));
  return cellsOf(sheet)
    .filter(({ v, l }) => !(l && opens.has(String(v))))
    .map(({ v }) => String(v));
}

function merges(sheet: WorkSheet): string[] {
  return (sheet["!merges"] ?? []).map((range) => utils.encode_range(range));
}

function sheetsOf(written: Uint8Array): string[] {
  const files = unzipSync(written);
  const names = Object.keys(files).filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
  return names.map((name) => xmlOf(files, name));
}

function xmlOf(files: Record<string, Uint8Array>, name: string): string {
  return strFromU8(files[name] ?? new Uint8Array());
}

function contents(xml: string, path: string): string[] {
  return found(xml, path, ({ content }) => content);
}

function attributes(xml: string, path: string, names: readonly string[]): (string | undefined)[][] {
  return found(xml, path, (node) => names.map((name) => (node as XmlElement).attr(name)?.value));
}

function found<T>(xml: string, path: string, read: (node: XmlNode) => T): T[] {
  const document = XmlDocument.fromString(xml);
  try {
    return document.find(path, NAMESPACES).map(read);
  } finally {
    document.dispose();
  }
}

/** A workbook as text: each cell with its position, its merged range and its link. */
function dumped(written: Uint8Array): string {
  const book = read(written);
  const sheets = book.SheetNames.map((name) => {
    const sheet = book.Sheets[name] as WorkSheet;
    const covered = new Map(merges(sheet).map((range) => [range.split(":")[0], range]));
    const range = utils.decode_range(sheet["!ref"] ?? "A1");
    const lines: string[] = [];
    for (let r = range.s.r; r <= range.e.r; r++) {
      for (let c = range.s.c; c <= range.e.c; c++) {
        const place = utils.encode_cell({ r, c });
        const value = sheet[place] as CellObject | undefined;
        if (value?.v === undefined || value.v === "") continue;
        const link = value.l ? ` → ${value.l.Target}` : "";
        lines.push(`${covered.get(place) ?? place}  ${String(value.v).replaceAll("\n", " ⏎ ")}${link}`);
      }
    }
    return `[${name}]\n${lines.join("\n")}\n`;
  });
  return sheets.join("\n");
}
