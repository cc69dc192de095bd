import { strict as assert } from "node:assert";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { examples } from "../support/analyze.ts";
import { dataOf, Filling } from "../support/questionnaire.ts";
import { folderOf, removeFolders, run } from "./run.ts";

const textOf = (name: string) => examples().find((example) => example.name === name)?.text ?? assert.fail();

/** A folder with the questionnaire of an example, with some cells edited. */
function filledFrom(name: string, fill: (filling: Filling) => void): string {
  const cwd = folderOf({ "a.vendor.yaml": textOf(name) });
  assert.equal(run(["questionnaire", "a.vendor.yaml", "-o", "a.xlsx"], { cwd }).status, 0);
  const filling = new Filling(readFileSync(join(cwd, "a.xlsx")));
  fill(filling);
  writeFileSync(join(cwd, "a.xlsx"), filling.bytes());
  return cwd;
}

describe("import", () => {
  afterEach(removeFolders);

  it("writes the profile, and prints its verdict in one line", () => {
    const cwd = filledFrom("conforms-at-s", () => {});
    const { status, stdout, stderr } = run(["import", "a.xlsx", "-o", "b.vendor.yaml"], { cwd });
    assert.deepEqual([status, stdout], [0, ""]);
    assert.match(stderr, /^書き出した: b\.vendor\.yaml\n分類S: 適合.*（詳しくは vendor-profile check b\.vendor\.yaml）\n$/);
    assert.deepEqual(dataOf(readFileSync(join(cwd, "b.vendor.yaml"), "utf8")), dataOf(textOf("conforms-at-s")));
  });

  it("reports each unreadable cell with its address", () => {
    let places: string[] = [];
    const cwd = filledFrom("conforms-at-s", (filling) => {
      places = [filling.answer("contract.governingLaw"), filling.item("保存先", 0, "cipher")];
      filling.put("質問票", places[0] ?? "", { t: "s", v: "JP", f: '"J"&"P"' });
      filling.write("保存先", places[1] ?? "", "あおば透過暗号");
    });
    const { status, stdout, stderr } = run(["import", "a.xlsx"], { cwd });
    assert.equal(status, 1);
    const [first = "", second = "", count, verdict = ""] = stderr.split("\n");
    assert.ok(first.startsWith(`「質問票」!${places[0]}: 数式「="J"&"P"」（表示「JP」）`), first);
    assert.ok(second.startsWith(`「保存先」!${places[1]}: 「あおば透過暗号」は「暗号」の回答として読み取れません`), second);
    assert.equal(count, "確かめるところが2件あります。YAMLのコメントにも残しました");
    assert.match(verdict, /^分類S: 未確定/);
    assert.match(stdout, /あおば透過暗号.*\n {6}cipher:\n/);
  });

  it("speaks English", () => {
    const cwd = filledFrom("class-iii", (filling) => filling.write("質問票", filling.answer("information.personal"), "たぶん"));
    const { stdout, stderr } = run(["import", "a.xlsx", "--lang", "en"], { cwd });
    assert.match(
      stderr,
      /^“質問票”!D\d+: “たぶん” cannot be read as an answer to “Personal information”. Answer with “Yes” or “No”\n/,
    );
    assert.match(stdout, /^# Made from the questionnaire a\.xlsx\n/);
  });

  it("reads standard input", () => {
    const cwd = filledFrom("class-iii", () => {});
    const { status, stdout } = run(["import", "-"], { cwd, input: readFileSync(join(cwd, "a.xlsx")) });
    assert.equal(status, 0);
    assert.deepEqual(dataOf(stdout), dataOf(textOf("class-iii")));
  });

  const REFUSED: readonly (readonly [name: string, content: string | Uint8Array, message: RegExp])[] = [
    ["a CSV file", "事業者,サービス\n", /^a\.xlsx: Excelファイル（\.xlsx）ではなく、テキスト/],
    ["an empty file", "", /^a\.xlsx: 中身がありません/],
    ["a ZIP file that is cut off", "PK\u0003\u0004", /^a\.xlsx: 壊れているか、/],
  ];
  for (const [name, content, message] of REFUSED) {
    it(`refuses ${name}, and writes nothing`, () => {
      const cwd = folderOf({ "a.xlsx": content });
      const { status, stdout, stderr } = run(["import", "a.xlsx", "-o", "b.vendor.yaml"], { cwd });
      assert.deepEqual([status, stdout], [2, ""]);
      assert.match(stderr, message);
      assert.deepEqual(readdirSync(cwd), ["a.xlsx"]);
    });
  }

  it("replaces no file without --force, and leaves nothing behind if it cannot write", () => {
    const cwd = filledFrom("class-iii", () => {});
    assert.equal(run(["import", "a.xlsx", "-o", "a.vendor.yaml"], { cwd }).status, 2);
    assert.equal(readFileSync(join(cwd, "a.vendor.yaml"), "utf8"), textOf("class-iii"));
    assert.equal(run(["import", "a.xlsx", "-o", "no/b.yaml"], { cwd }).status, 2);
    assert.deepEqual(readdirSync(cwd).sort(), ["a.vendor.yaml", "a.xlsx"]);
    assert.equal(run(["import", "no.xlsx"], { cwd }).status, 2);
    assert.equal(run(["import"], { cwd }).status, 2);
  });
});
