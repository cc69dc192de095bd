import { strict as assert } from "node:assert";
import { fileURLToPath } from "node:url";
import stringWidth from "string-width";
import { AS_OF, examples, examplesFolder } from "../support/analyze.ts";
import { folderOf, profileText, type Report, removeFolders, run } from "./run.ts";

const root = fileURLToPath(new URL("..", examplesFolder));
const segments = new Intl.Segmenter("ja", { granularity: "grapheme" });

/** The part of a line from a column on, with a width in columns. */
function inColumns(line: string, from: number, width: number): string {
  let column = 0;
  let text = "";
  for (const { segment } of segments.segment(line)) {
    if (column >= from && column < from + width) text += segment;
    column += stringWidth(segment);
  }
  return text;
}

/** The text that each excerpt of an output marks, by the place and code of the finding. */
function markedIn(stdout: string): Map<string, string> {
  const marked = new Map<string, string>();
  const lines = stdout.split("\n");
  for (const [index, line] of lines.entries()) {
    const [, gutter, blank, marks] = /^(\s+│)( *)(~+)$/.exec(line) ?? [];
    if (gutter === undefined || blank === undefined || marks === undefined) continue;
    const [place = "", above = ""] = lines.slice(index - 2, index);
    assert.match(above, /^ +\d+ │ /);
    assert.equal(stringWidth(above.split("│")[0] ?? ""), stringWidth(gutter) - 1);
    marked.set(place.trim(), inColumns(above, stringWidth(gutter + blank), marks.length));
  }
  return marked;
}

/** Asserts that the marks are below the range that the JSON of the same run has; long values are cut. */
function assertMarked(texts: Readonly<Record<string, string>>, lang: string): void {
  const cwd = folderOf(texts);
  const options = ["check", ...Object.keys(texts), "--as-of", AS_OF, "--lang", lang];
  const { stdout } = run(options, { cwd });
  const { files } = JSON.parse(run([...options, "--format", "json"], { cwd }).stdout) as Report;
  const marked = markedIn(stdout);
  assert.doesNotMatch(stdout, /\ufffd/, "no character is cut in two");
  for (const { path, findings } of files) {
    const lines = (texts[path] ?? "").split(/\r\n|\n/);
    for (const { code, range } of findings) {
      const { start, end } = range;
      const value = (lines[start.line] ?? "").slice(start.character, end.line === start.line ? end.character : undefined);
      const place = `${path}:${start.line + 1}:${start.character + 1}  ${code}`;
      const found = marked.get(place) ?? assert.fail(`${place} has no excerpt`);
      if (stringWidth(value) <= 40) assert.equal(found, value.replaceAll("\t", " "), place);
      else assert.ok(found.length >= 20 && value.startsWith(found), `${place}: ${found}`);
    }
  }
}

describe("check --format pretty", () => {
  afterEach(removeFolders);

  for (const lang of ["ja", "en"]) {
    it(`is the default, plain when piped, and keeps findings to a hundred columns (${lang})`, () => {
      const options = ["check", "examples", "--as-of", AS_OF, "--lang", lang];
      const { stdout, stderr } = run(options, { cwd: root });
      assert.equal(stderr, "");
      assert.equal(run([...options, "--format", "pretty"], { cwd: root }).stdout, stdout);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: there must be no colours
      assert.doesNotMatch(stdout, /[\x00-\x09\x0b-\x1f\x7f]/);
      // findings are indented; places are not wrapped, and a closing mark may hang over the edge
      const wide = stdout.split("\n").filter((line) => /^ {4}(?!examples)/.test(line) && stringWidth(line) > 102);
      assert.deepEqual(wide, []);
    });

    it(`marks the ranges below the text of every example (${lang})`, () => {
      assertMarked(Object.fromEntries(examples().map(({ name, text }) => [`${name}.vendor.yaml`, text])), lang);
    });
  }

  const head = "profile: 1\nservice: { name: 乙 }\ninformation: { classification: III }\n";
  const names: [what: string, name: string][] = [
    ["full-width", "株式会社「あおば」"],
    ["half-width kana", "ｶﾌﾞｼｷｶﾞｲｼｬ"],
    ["combining marks", "か\u3099く\u3099ふ\u309a"],
    ["emoji", "🏯👨‍👩‍👧🇯🇵"],
    ["kanji beyond the basic plane", "𠮷野𩸽"],
    ["variation selectors", "葛\u{e0100}城"],
    ["zero-width", "a\u200bb"],
    ["tabs", "a\tb"],
    ["much text", "東".repeat(120)],
    ["much text after an odd unit", `a${"🏯".repeat(120)}`],
    ["much text, and emoji of many units", `${"👨‍👩‍👧".repeat(60)}`],
  ];
  for (const [what, name] of names) {
    it(`marks the whole range after ${what}`, () => {
      const before = `${head}vendor: { name: "${name}", country: XX }\n`;
      const itself = `${head}vendor: { name: 甲, country: "${name}" }\n`;
      assertMarked({ before, itself }, "ja");
    });
  }

  it("marks the range in lines that end with CR LF", () => {
    assertMarked({ a: `${head}vendor: { name: 甲, country: XX }\n`.replaceAll("\n", "\r\n") }, "ja");
  });

  it("prints a very long line", () => {
    const { status, signal } = run(["check", "-"], { input: `${head}vendor: { name: 甲, country: "${"x".repeat(200_000)}" }\n` });
    assert.deepEqual([status, signal], [1, null]);
  });

  it("shows the file, the verdict, the finding with its risk, and the total, in Japanese", () => {
    const { stdout } = run(["check", "examples/overseas-without-alternative.vendor.yaml", "--as-of", AS_OF, "--lang", "ja"], {
      cwd: root,
    });
    for (const part of [
      "examples/overseas-without-alternative.vendor.yaml つつじ野ネットワークス株式会社 / まちの声チャット",
      "不適合",
      "1.unmet",
      "満たすには",
      "基準に記載のリスク",
      "プロファイル 1件",
      "2026-11-22 時点",
    ]) {
      assert.ok(stdout.includes(part), part);
    }
  });

  it("shows the same in English, without Japanese sentences", () => {
    const { stdout } = run(["check", "-", "--as-of", AS_OF, "--lang", "en"], { input: profileText("I", "Aoba Inc.") });
    for (const part of ["Aoba Inc.", "To meet it", "Risk stated in the standard", "1 profile", "as of 2026-11-22"]) {
      assert.ok(stdout.includes(part), part);
    }
    assert.doesNotMatch(stdout, /\p{Script=Hiragana}/u);
  });

  it("says so if there are no findings", () => {
    assert.match(run(["check", "-", "--lang", "en"], { input: profileText() }).stdout, /no findings/);
    assert.match(run(["check", "-", "--lang", "ja"], { input: profileText() }).stdout, /指摘なし/);
  });

  it("does not let a profile control the terminal", () => {
    const { stdout } = run(["check", "-"], { input: `${head}vendor: { name: "\\x1b[31m赤", country: "\\e]0;x\\a" }\n` });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not occur
    assert.doesNotMatch(stdout, /[\x00-\x09\x0b-\x1f\x7f]/);
  });
});
