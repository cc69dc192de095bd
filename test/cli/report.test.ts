/** Tests the reports that people attach to decisions: their content, and that no file is lost while writing them. */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { read as readWorkbook } from "@e965/xlsx";
import { parseCsv } from "hucre/csv";
import { cliMessages } from "../../server/src/cli/messages/index.ts";
import { AS_OF, examples } from "../support/analyze.ts";
import { assertGolden } from "../support/golden.ts";
import { withoutLooks, written } from "./reports.ts";
import { folderOf, profileText, type Report, removeFolders, run } from "./run.ts";

const TEXT_FORMATS = ["md", "html", "csv", "json"];
const pathOf = (name: string) => `examples/${name}.vendor.yaml`;

describe("the report of an example matches its golden file", () => {
  for (const { name } of examples()) {
    for (const format of TEXT_FORMATS) {
      it(`${name}.${format}`, async () => {
        assertGolden(
          `report/${name}.${format}`,
          withoutLooks(await written(["report", pathOf(name), "--as-of", AS_OF, "-f", format])),
        );
      });
    }
  }
  for (const name of ["overseas-without-alternative", "exception-at-s", "class-iii"]) {
    for (const format of TEXT_FORMATS) {
      it(`en/${name}.${format}`, async () => {
        const args = ["report", pathOf(name), "--as-of", AS_OF, "--lang", "en", "-f", format];
        assertGolden(`report/en/${name}.${format}`, withoutLooks(await written(args)));
      });
    }
  }
});

const MARKS: Readonly<Record<string, string>> = { met: "○", unmet: "×", unknown: "未記載", "not-applicable": "対象外" };
const VERDICTS: Readonly<Record<string, string>> = {
  conforming: "適合",
  nonconforming: "不適合",
  undetermined: "未確定",
  "not-applicable": "対象外",
  invalid: "書式エラー",
};

describe("a report agrees with check", () => {
  const paths = examples().map(({ name }) => pathOf(name));
  for (const terms of [[], ["--class", "S"]]) {
    it(`for every example, in every format: ${terms.join(" ") || "its own class"}`, async () => {
      const asked = [...paths, "--as-of", AS_OF, ...terms];
      // check exits with 1 if a profile does not conform
      const { stdout } = run(["check", ...asked, "--format", "json"]);
      const profiles = (JSON.parse(stdout) as Report).files.flatMap(({ profiles }) => profiles);
      const marks = profiles.flatMap(({ requirements }) => requirements.map(({ status }) => MARKS[status]));
      const [headings = [], ...rows] = parseCsv(await written(["report", ...asked, "-f", "csv"])).map((row) => row.map(String));
      const column = headings.lastIndexOf("判定");
      assert.deepEqual(
        rows.map((row) => row[column]),
        marks,
      );
      assert.deepEqual(
        rows.map((row) => row[headings.indexOf("No")]),
        profiles.flatMap(({ requirements }) => requirements.map(({ no }) => no)),
      );
      rows.forEach((row, index) => {
        const verdict = VERDICTS[profiles[Math.floor(index / (rows.length / profiles.length))]?.verdict ?? ""];
        assert.ok(row[headings.indexOf("カテゴリー") - 1]?.startsWith(verdict ?? "?"));
      });
      // the first table of each document, found by the cell of its mark
      const html = await written(["report", ...asked, "-f", "html"]);
      const tables = html.split("<article").flatMap((article) => article.split("<table>").slice(1, 2));
      const shown = tables.flatMap((table) => [...table.matchAll(/<td[^>]*>(○|×|未記載|対象外)<\/td>/g)].map(([, mark]) => mark));
      assert.deepEqual(shown, marks);
    });
  }
});

describe("vendor-profile report", () => {
  afterEach(removeFolders);

  const good = profileText("III", "株式会社あおば");
  const inFolder = (cwd: string, ...args: string[]) => run(["report", ...args, "--as-of", AS_OF], { cwd });

  const endings: [name: string, begins: RegExp][] = [
    ["報告書.md", /^## クラウドサービス/],
    ["報告書.MARKDOWN", /^## クラウドサービス/],
    ["報告書.html", /^<!doctype html>/],
    ["報告書.htm", /^<!doctype html>/],
    ["報告書.csv", /^\ufeff事業者,/],
    ["報告書.json", /^\{\n {2}"version": 1,/],
    ["報告書.xlsx", /^PK/],
    ["報告書", /^## クラウドサービス/],
  ];
  for (const [name, begins] of endings) {
    it(`writes ${name} in the format of its name`, () => {
      const cwd = folderOf({ "a.vendor.yaml": good });
      const { status, stdout, stderr } = inFolder(cwd, "-o", name);
      assert.deepEqual([status, stdout, stderr], [0, "", `${cliMessages.ja.written(name)}\n`]);
      assert.match(readFileSync(join(cwd, name), "utf8"), begins);
      assert.deepEqual(readdirSync(cwd).sort(), ["a.vendor.yaml", name].sort());
    });
  }

  it("writes a workbook that another program can read", () => {
    const cwd = folderOf({ "a.vendor.yaml": good });
    assert.equal(inFolder(cwd, "-o", "a.xlsx").status, 0);
    const { Sheets, SheetNames } = readWorkbook(readFileSync(join(cwd, "a.xlsx")));
    const texts = Object.values(Sheets[SheetNames[0] ?? ""] ?? {}).map((cell) => (cell as { v?: unknown }).v);
    assert.ok(texts.includes("株式会社あおば"));
  });

  it("writes Markdown to standard output, and exits with 0 whatever the verdict", () => {
    const cwd = folderOf({ "a.vendor.yaml": good, "b/vendor-profile.yaml": profileText("I", "合同会社ことのは") });
    const { status, stdout, stderr } = inFolder(cwd);
    assert.deepEqual([status, stderr], [0, ""]);
    assert.match(stdout, /株式会社あおば.*\n---\n.*合同会社ことのは/s);
  });

  it("reads standard input", () => {
    const { status, stdout } = run(["report", "-", "-f", "csv"], { input: good });
    assert.equal(status, 0);
    assert.match(stdout, /^\ufeff.*\r\n株式会社あおば,/);
  });

  it("reports what it cannot read, and makes the report of the rest", () => {
    const cwd = folderOf({ "a.vendor.yaml": good, "b.vendor.yaml": Buffer.from([0x83, 0x65, 0x83, 0x58, 0x83, 0x67]) });
    const { status, stdout, stderr } = inFolder(cwd, "a.vendor.yaml", "b.vendor.yaml", "c.vendor.yaml");
    assert.equal(status, 2);
    assert.match(stdout, /株式会社あおば/);
    assert.match(stderr, /^b\.vendor\.yaml: .+\nc\.vendor\.yaml: .+\n$/);
  });

  it("writes nothing if there is no profile", () => {
    const cwd = folderOf({ "readme.txt": "" });
    for (const args of [[], ["c.vendor.yaml"]]) {
      const { status, stdout, stderr } = inFolder(cwd, ...args, "-o", "a.md");
      assert.deepEqual([status, stdout], [2, ""]);
      assert.notEqual(stderr, "");
      assert.deepEqual(readdirSync(cwd), ["readme.txt"]);
    }
  });

  it("replaces a file only with --force", () => {
    const cwd = folderOf({ "a.vendor.yaml": good, "a.md": "大事なもの" });
    const refused = inFolder(cwd, "-o", "a.md");
    assert.deepEqual([refused.status, refused.stdout], [2, ""]);
    assert.match(refused.stderr, /^a\.md: .*--force/);
    assert.equal(readFileSync(join(cwd, "a.md"), "utf8"), "大事なもの");
    assert.equal(inFolder(cwd, "-o", "a.md", "--force").status, 0);
    assert.match(readFileSync(join(cwd, "a.md"), "utf8"), /株式会社あおば/);
  });

  it("leaves nothing behind if it cannot write", () => {
    const cwd = folderOf({ "a.vendor.yaml": good });
    mkdirSync(join(cwd, "folder.md"));
    writeFileSync(join(cwd, "file"), "");
    for (const target of ["folder.md", "missing/a.md", "file/a.md"]) {
      for (const force of [[], ["--force"]]) {
        const { status, stdout, stderr } = inFolder(cwd, "a.vendor.yaml", "-o", target, ...force);
        assert.deepEqual([status, stdout], [2, ""], target);
        assert.ok(stderr.startsWith(`${target}: `), stderr);
        assert.doesNotMatch(stderr, /\n\s+at /);
      }
    }
    assert.deepEqual(readdirSync(cwd).sort(), ["a.vendor.yaml", "file", "folder.md"]);
    assert.deepEqual(readdirSync(join(cwd, "folder.md")), []);
  });

  it("does not write one format under the name of another", () => {
    const cwd = folderOf({ "a.vendor.yaml": good });
    for (const [args, told] of [
      [["-f", "md", "-o", "a.xlsx"], /--format md.*-o a\.xlsx/],
      [["-o", "a.pdf"], /\.pdf.*\.xlsx, \.html, \.md, \.csv, \.json/],
      [["-f", "docx"], /docx.*xlsx \| html \| md \| csv \| json/],
    ] as const) {
      const { status, stderr } = inFolder(cwd, ...args);
      assert.equal(status, 2);
      assert.match(stderr, told);
    }
    assert.ok(!existsSync(join(cwd, "a.pdf")));
    assert.equal(inFolder(cwd, "-f", "csv", "-o", "a.txt").status, 0);
  });

  it("shows the content of a hostile profile as text", () => {
    const cwd = folderOf({
      "a.vendor.yaml": String.raw`profile: 1
vendor: { name: "=cmd|' /C calc'!A0" }
service: { name: "<script>alert(1)</script> | @here\n</td> \u202e格合" }
information: { classification: II, personal: true }
contract: { governingLaw: JP }
assessment:
  "1":
    evidence:
      - { title: "[押す](javascript:alert(1))", url: "javascript:alert(1)" }
      - { title: "規約 | <b>", url: "https://aoba.example.jp/a|b" }
    check: ok
    by: "+1+1"
    note: "'; DROP TABLE"
`,
    });
    const html = inFolder(cwd, "-f", "html").stdout;
    assert.doesNotMatch(html, /<script|<b>|href="javascript|\u202e/i);
    assert.match(html, /&lt;script&gt;alert\(1\)&lt;\/script&gt; \| @here &lt;\/td&gt; \ufffd格合/);
    const markdown = inFolder(cwd, "-f", "md").stdout;
    assert.doesNotMatch(markdown, /[^\\]<(script|b>|\/td)|[^\\]\]\(javascript|@here|\u202e/);
    const widths = new Set(
      markdown
        .split("\n")
        .filter((line) => /^\| (コンプライアンス|〃)/.test(line))
        .map((line) => line.split("|").length),
    );
    assert.deepEqual([...widths], [14]);
    const csv = inFolder(cwd, "-f", "csv").stdout;
    for (const field of parseCsv(csv).flat()) assert.doesNotMatch(String(field), /^[=+\-@\t\r]./);
    assert.equal(parseCsv(csv)[1]?.[0], "'=cmd|' /C calc'!A0");
  });

  it("has help in both languages, including the exit status", () => {
    for (const [lang, zero] of [
      ["ja", /不適合や未確定でも 0/],
      ["en", /even if a service does not conform/],
    ] as const) {
      const { status, stdout } = run(["report", "--help", "--lang", lang]);
      assert.equal(status, 0);
      assert.match(stdout.replace(/\s+/g, lang === "en" ? " " : ""), lang === "en" ? zero : /不適合や未確定でも0/);
    }
  });
});
