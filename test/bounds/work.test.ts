/** Tests that work grows linearly with the size of a stranger's file. */
import "./steps.ts";
import assert from "node:assert/strict";
import { strToU8, unzipSync, zipSync } from "fflate";
import { withoutKnown } from "../../server/src/cli/baseline/match.ts";
import { fingerprinter } from "../../server/src/cli/fingerprint.ts";
import { NO_CONFIG } from "../../server/src/config/config.ts";
import { globFault, globMatcher } from "../../server/src/config/glob.ts";
import { readConfig } from "../../server/src/config/read.ts";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import { parseSource } from "../../server/src/core/yaml/parse.ts";
import { IgnoreRules, MAX_CHARACTERS, MAX_RULES } from "../../server/src/host/gitignore.ts";
import { checklistOf } from "../../server/src/language-server/views/checklist/checklist.ts";
import { onTypeEdits } from "../../server/src/language-service/formatting/on-type.ts";
import { printed } from "../localisation/command-line.ts";
import { analyzeText, examples } from "../support/analyze.ts";
import { judgedText, ROOT } from "../support/judged.ts";
import { imported, questionnaireOf } from "../support/questionnaire.ts";
import { assertLinear, stepsOf } from "./steps.ts";

const HEAD = "profile: 1\nservice: { name: 乙 }\ninformation: { classification: III }\n";

it("the indentation of a line just begun, behind a long one", async () => {
  await assertLinear((count) => {
    const before = `vendor:\n  x-a: {${"a: 1, ".repeat(count)}}`;
    const source = parseSource(`${before}\n`);
    return () =>
      assert.deepEqual(
        onTypeEdits(source, before.length + 1).map(({ text }) => text),
        ["  "],
      );
  }, 3000);
});

it("a finding in a long line, printed", async () => {
  await assertLinear((length) => {
    const text = `${HEAD}vendor: { name: 甲, country: "${"x".repeat(length)}" }\n`;
    return async () => assert.match(await printed(["check", "-"], text), /schema\.country/);
  }, 20_000);
});

it("a baseline where nothing is as it was", async () => {
  const { findings, ...analysis } = analyzeText(`${HEAD}x: 1\n`);
  await assertLinear((count) => {
    const file = {
      path: "a.vendor.yaml",
      analysis: { ...analysis, findings: Array.from({ length: count }, () => ({ ...(findings[0] ?? assert.fail()) })) },
    };
    const known = file.analysis.findings.map(() => ({
      profile: '["甲","乙"]',
      code: "1.unmet",
      path: "/contract",
      shape: "0,1,0",
    }));
    const baseline = { by: "places", known: new Map([[file.path, known]]) } as const;
    return () => assert.equal(withoutKnown(file, baseline, fingerprinter(file)).known, 0);
  }, 4000);
});

it("a questionnaire with very many merged cells", async () => {
  const sheet = "xl/worksheets/sheet2.xml";
  const parts = unzipSync(await questionnaireOf());
  await assertLinear((count) => {
    const merged = `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(count)}</mergeCells>`;
    const text = new TextDecoder().decode(parts[sheet]).replace(/<mergeCells[\s\S]*<\/mergeCells>/, merged);
    const bytes = zipSync({ ...parts, [sheet]: strToU8(text) });
    return () => imported(bytes);
  }, 500);
});

it("a configuration, whatever a stranger put into it", async () => {
  const nested = (at: number) => (at === 0 ? "a" : `k${at - 1}`);
  const texts = [
    "#".repeat(11_000_000),
    `language: "${"x\n".repeat(3_000_000)}`,
    "key: 1\n".repeat(14_000),
    `severities:\n${Array.from({ length: 4000 }, (_, index) => `  k${index}.recommended: off\n`).join("")}`,
    `a: &a [x,x]\n${Array.from({ length: 25 }, (_, at) => `k${at}: &k${at} [*${nested(at)}, *${nested(at)}]\n`).join("")}`,
    "[".repeat(90_000),
  ];
  for (const text of texts) {
    const steps = await stepsOf(() => {
      const { config, problems } = readConfig(text, bundled.standard);
      assert.ok(problems.length > 0);
      assert.equal(config, NO_CONFIG);
    });
    assert.ok(steps < 200 * Math.max(text.length, 2000), `${steps} steps: ${text.slice(0, 20)}`);
  }
});

it("globs, whatever they are matched with", async () => {
  const word = "a".repeat(18);
  const globs = [
    "*a".repeat(99),
    `${"**/".repeat(66)}b`,
    `{${Array(10).fill("*a*a").join(",")}}*{${Array(10).fill("*a*a*b").join(",")}}`,
    "?*".repeat(100),
  ];
  for (const glob of globs) assert.equal(globFault(glob), undefined, glob);
  const matches = globMatcher(globs);
  for (const path of [word.repeat(14), Array(100).fill(word).join("/"), `${"a/".repeat(300)}c`]) {
    const steps = await stepsOf(() => matches(path));
    assert.ok(steps < path.length * globs.join("").length, `${steps} steps for ${path.length} characters`);
  }
});

it("a .gitignore, whatever a stranger put into it, for names that fit it worst", async () => {
  const filled = (line: string, limit = MAX_CHARACTERS) => {
    const lines = Math.min(Math.floor(limit / (line.length + 1)), MAX_RULES);
    return `${line}\n`.repeat(lines);
  };
  const worst = [
    filled("a*".repeat(7).concat("b")),
    filled(`${"*a".repeat(500)}b*`),
    filled(`*${"a".repeat(100)}b*`),
    filled(`*${"a".repeat(20)}b`),
    filled(`*${"?a".repeat(50)}b*`, 20 * 103),
    filled("**/*a*/".repeat(60).concat("b")),
    filled(`**/${"[a".repeat(20)}`),
  ];
  for (const text of worst) {
    const names = Array.from({ length: 50 }, () => "a".repeat(230));
    const steps = await stepsOf(() => {
      let rules = IgnoreRules.NONE.with(text) ?? assert.fail("too many rules");
      for (const name of names) {
        assert.equal(rules.exclude(name, true), false);
        rules = rules.below(name);
      }
    });
    assert.ok(steps < 40 * names.length * MAX_CHARACTERS, `${steps} steps: ${text.slice(0, 20)}`);
  }
});

it("a .gitignore that is too large, which is left out", async () => {
  const text = Array.from({ length: 200_000 }, (_, index) => `x${index}*y${index}\n`).join("");
  const steps = await stepsOf(() => assert.equal(IgnoreRules.NONE.with(text), undefined));
  assert.ok(steps < 1000, `${steps} steps`);
});

it("the checklist, which follows what is typed", async () => {
  const { text } = examples().find(({ name }) => name === "exception-not-recorded") ?? assert.fail();
  const [file = assert.fail()] = judgedText(text);
  const steps = await stepsOf(() => checklistOf(file, [ROOT], "ja"));
  assert.ok(steps < 100 * text.length, `${steps} steps for ${text.length} characters`);
});
