import { strict as assert } from "node:assert";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import XLSX from "@e965/xlsx";
import { examples } from "../support/analyze.ts";
import { folderOf, profileText, removeFolders, run } from "./run.ts";

const textOf = (name: string) => examples().find((example) => example.name === name)?.text ?? assert.fail();
const sheetsOf = (path: string) => XLSX.read(readFileSync(path)).SheetNames;

describe("questionnaire", () => {
  afterEach(removeFolders);

  it("writes an Excel file, and reports it", () => {
    const cwd = folderOf({});
    const { status, stdout, stderr } = run(["questionnaire", "-o", "質問票.xlsx"], { cwd });
    assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: "", stderr: "書き出した: 質問票.xlsx\n" });
    assert.deepEqual(sheetsOf(join(cwd, "質問票.xlsx")), [
      ...["はじめに", "質問票", "基盤", "通信経路", "保存先", "認証取得"],
      ...["市の確認", "市の根拠資料", "その他", "choices"],
    ]);
    assert.equal(run(["questionnaire", "--lang", "en", "-o", "q.xlsx"], { cwd }).status, 0);
    assert.equal(sheetsOf(join(cwd, "q.xlsx"))[0], "Read me first");
  });

  it("replaces no file without --force", () => {
    const cwd = folderOf({ "a.xlsx": "大切な表" });
    assert.equal(run(["questionnaire", "-o", "a.xlsx"], { cwd }).status, 2);
    assert.equal(readFileSync(join(cwd, "a.xlsx"), "utf8"), "大切な表");
    assert.equal(run(["questionnaire", "-o", "a.xlsx", "--force"], { cwd }).status, 0);
    assert.equal(sheetsOf(join(cwd, "a.xlsx")).length, 10);
  });

  it("asks which of several profiles is meant", () => {
    const cwd = folderOf({ "a.vendor.yaml": textOf("several-documents") });
    const refused = run(["questionnaire", "a.vendor.yaml", "-o", "a.xlsx"], { cwd });
    assert.deepEqual(
      [refused.status, refused.stderr],
      [2, "a.vendor.yaml: プロファイルが3件ある。--profile で番号（1〜3）を指定する\n"],
    );
    assert.equal(run(["questionnaire", "a.vendor.yaml", "-o", "a.xlsx", "--profile", "4"], { cwd }).status, 2);
    assert.equal(run(["questionnaire", "a.vendor.yaml", "-o", "a.xlsx", "--profile", "2"], { cwd }).status, 0);
    assert.match(run(["import", "a.xlsx"], { cwd }).stdout, /しらかば避難支援/);
  });

  it("reports what it moved to the last sheet", () => {
    const cwd = folderOf({ "a.vendor.yaml": `${profileText()}x-memo: 1\n` });
    const { status, stderr } = run(["questionnaire", "a.vendor.yaml", "-o", "a.xlsx"], { cwd });
    assert.equal(status, 0);
    assert.match(stderr, /「その他」に移したもの: \/x-memo/);
  });

  const REFUSED: readonly (readonly [name: string, args: readonly string[], message: RegExp])[] = [
    ["a missing file", ["no.yaml", "-o", "b.xlsx"], /no\.yaml: ファイルがない/],
    ["text that is no YAML", ["broken.yaml", "-o", "b.xlsx"], /YAMLとして読み取れない/],
    ["a list", ["list.yaml", "-o", "b.xlsx"], /プロファイルの中身/],
    ["an empty file", ["empty.yaml", "-o", "b.xlsx"], /プロファイルの中身/],
    ["a number without a file", ["--profile", "1", "-o", "b.xlsx"], /--profile は/],
    ["no number", ["good.yaml", "--profile", "0", "-o", "b.xlsx"], /--profile に「0」は使えない/],
    ["another kind of file", ["-o", "b.pdf"], /b\.pdf.*\.xlsx/],
    ["an unknown class", ["--class", "IV", "-o", "b.xlsx"], /--class に「IV」は使えない/],
  ];
  for (const [name, args, message] of REFUSED) {
    it(`refuses ${name}, and writes nothing`, () => {
      const files = { "good.yaml": profileText(), "broken.yaml": "a: [\n", "list.yaml": "- 甲\n", "empty.yaml": "" };
      const cwd = folderOf(files);
      const { status, stderr } = run(["questionnaire", ...args], { cwd });
      assert.equal(status, 2);
      assert.match(stderr, message);
      assert.deepEqual(readdirSync(cwd).sort(), Object.keys(files).sort());
    });
  }
});
