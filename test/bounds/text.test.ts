/** Tests that no text takes many times the steps of parsing valid text of its size. */
import "./steps.ts";
import assert from "node:assert/strict";
import { parseDocument } from "yaml";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import type { AnyFinding } from "../../server/src/core/findings/finding.ts";
import { fixesOfCode } from "../../server/src/language-service/fixes/fix-all.ts";
import { fixesOf } from "../../server/src/language-service/fixes/index.ts";
import { hover } from "../../server/src/language-service/hover.ts";
import { inlayHints } from "../../server/src/language-service/inlay-hints.ts";
import { selectionRanges } from "../../server/src/language-service/selection.ts";
import { topicsOf } from "../../server/src/messages/explain/topics.ts";
import { analyzeText } from "../support/analyze.ts";
import { viewOf } from "../support/view.ts";
import { stepsOf } from "./steps.ts";

const SIZE = 100_000;
/** What walks a text again for each of its characters, or makes an error of each, takes hundreds of times the steps. */
const MAX_RATIO = 10;

const head = "profile: 1\nvendor: { name: 甲 }\nservice: { name: 乙 }\ninformation: { classification: I }\n";
const filled = (piece: string, size = SIZE) => piece.repeat(Math.ceil(size / piece.length));
const lines = (line: (index: number) => string) => Array.from({ length: SIZE / 20 }, (_, index) => line(index)).join("");

const sound = `${head}x-a:\n${lines((index) => `  key${index}: value\n`)}`;
/** The steps that sound text takes to be parsed and no more. */
let floor = 0;

async function assertBounded(run: () => unknown): Promise<void> {
  const times = (await stepsOf(run)) / floor;
  assert.ok(times < MAX_RATIO, `${times.toFixed(1)} times the steps that it takes to parse sound text`);
}

const texts: Record<string, string> = {
  "closing brackets alone": filled("]"),
  "brackets in every line": filled("[]\n"),
  "brackets side by side": filled("[]"),
  "an opening bracket and commas": `[${filled(",")}]`,
  "an opening bracket and question marks": `[${filled("? ")}]`,
  "an opening bracket and colons": `[${filled(": ")}]`,
  "a bracket that is not closed": `${head}x-a: [${filled("a, ")}`,
  "opening brackets": filled("["),
  "quotation marks": filled('"'),
  "quotation marks in every line": filled('"\n'),
  "a quotation mark that is not closed": `${head}x-a: "${filled("abc def\n")}`,
  "one in a single line": `${head}x-a: '${filled("abc def ")}`,
  "quotation marks that are not closed": `${head}${lines((index) => `k${index}: "a\n`)}`,
  "escapes that there are not": `${head}x-a: "${filled("\\q")}"\n`,
  "a line without a colon": `${head}${filled("a")}\n`,
  "lines without a colon": `${head}${filled("abc\n")}`,
  "a key and spaces": `${head}a${filled(" ")}b\n`,
  "one word": `${head}x-a: ${filled("語")}\n`,
  "one key": `${filled("a")}: 1\n`,
  "aliases in every line": filled("*a\n"),
  "documents that hold nothing": filled("---\n"),
  "documents that hold a word": filled("---\na\n"),
  "documents that are broken": filled("---\n]\n"),
  directives: filled("%A\n---\n"),
  conflicts: `${head}${filled("<<<<<<< a\nk: 1\n=======\nk: b\n>>>>>>> b\n")}`,
  "full-width spaces and tabs": `${head}${filled("\u3000")}a: 1\n${filled("\t")}b: 1\n`,
  "a full-width space behind every value": `${head}x-a:\n${lines((index) => `  k${index}: a\u3000\n`)}`,
  "full-width spaces for all indentation": `${head}x-a:\n${lines((index) => `\u3000- k${index}:\u00a0a\n\u3000\u3000b: c\n`)}`,
  "dashes and no-break spaces in one line": `${head}x-a: ${filled("-\u00a0")}\n`,
  "characters without width": `${head}x-a: ${filled("\u200b ")}\n`,
  "commas too many": `${head}x-a: [${filled("a,,")}]\n`,
  "items without commas": `${head}${lines((index) => `k${index}: ["a" "b"]\n`)}`,
  "list items where keys must stand": `${head}x-a:\n${lines((index) => `  k${index}: 1\n  - a\n`)}`,
  "control characters": filled("\0\u0001\u001b"),
};

describe("however a text is, it takes no more steps than its size allows", () => {
  before(async () => {
    floor = await stepsOf(() => parseDocument(sound, { uniqueKeys: false }));
  });

  for (const [what, text] of Object.entries(texts)) it(what, () => assertBounded(() => analyzeText(text)));

  it("hovers, hints and selections in a single line", async () => {
    const store = (_: unknown, index: number) => ({ store: `DB${index}`, role: "primary", cipher: "DES" });
    const text = JSON.stringify({ profile: 1, encryption: { atRest: Array.from({ length: SIZE / 50 }, store) } });
    const view = viewOf(text);
    const end = view.analysis.source.lines.position(text.length);
    const cursors = Array.from({ length: 300 }, (_, index) => ({ line: 0, character: index * 500 }));
    await assertBounded(() => inlayHints(view, { start: { line: 0, character: 0 }, end }));
    await assertBounded(() => selectionRanges(view, cursors));
    await assertBounded(() => hover(view, { line: 0, character: SIZE / 2 }));
  });

  it("the fixes of a mistake that is made everywhere", async () => {
    const analysis = analyzeText(`${head}dataLocation:\n  primary: [${"日本,".repeat(SIZE / 20)}]\n`);
    let count = 0;
    await assertBounded(() => {
      count = fixesOfCode(analysis, "schema.country").length;
    });
    assert.equal(count, SIZE / 20);
  });

  it("the fixes at one of many aliases that are not defined", async () => {
    const analysis = analyzeText(`${head}x-a:\n${lines((index) => `  - *a${index}\n`)}`);
    const finding = analysis.findings.find(({ kind }) => kind === "yaml.alias") as AnyFinding;
    let count = 0;
    await assertBounded(() => {
      count = fixesOf(analysis, finding).length;
    });
    assert.equal(count, 1);
  });

  it("a word that is asked for", async () => {
    let topics: unknown;
    await assertBounded(() => {
      topics = topicsOf(filled("暗号化", 10 * SIZE), bundled);
    });
    assert.deepEqual(topics, []);
  });
});
