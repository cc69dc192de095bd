import { strict as assert } from "node:assert";
import { fileURLToPath } from "node:url";
import type { Log } from "sarif";
import type { FormatName } from "../../server/src/cli/formats/outputs.ts";
import { version } from "../../server/src/generated/version.ts";
import { AS_OF, examplesFolder } from "../support/analyze.ts";
import { assertGolden } from "../support/golden.ts";
import { type Report, run } from "./run.ts";

const root = fileURLToPath(new URL("..", examplesFolder));
const ENDINGS = {
  pretty: "txt",
  json: "json",
  sarif: "sarif",
  junit: "xml",
  github: "txt",
  gitlab: "json",
} as const satisfies Readonly<Record<FormatName, string>>;
const FORMATS = Object.keys(ENDINGS) as FormatName[];

/** The output of each format for all examples. */
function outputs(lang: string): Readonly<Record<keyof typeof ENDINGS, string>> {
  const entries = FORMATS.map((format) => {
    const { status, stdout, stderr } = run(["check", "examples", "--as-of", AS_OF, "--lang", lang, "-f", format], { cwd: root });
    assert.deepEqual([status, stderr], [1, ""]);
    return [format, stdout];
  });
  return Object.fromEntries(entries);
}

const occurrences = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

for (const lang of ["ja", "en"]) {
  describe(`Every format over all examples (${lang})`, () => {
    let of: ReturnType<typeof outputs>;
    before(() => {
      of = outputs(lang);
    });

    for (const format of FORMATS) {
      it(`${format} matches its golden file`, () => {
        // a release changes only the version
        const text = format === "sarif" ? of.sarif.replaceAll(`"${version}"`, '"VERSION"') : of[format];
        assertGolden(`check/${format}.${lang}.${ENDINGS[format]}`, text);
      });
    }

    it("counts the same findings, by code, in every format", () => {
      const tally = (codes: readonly string[]) => {
        const counts = new Map<string, number>();
        for (const code of codes.toSorted()) counts.set(code, (counts.get(code) ?? 0) + 1);
        return Object.fromEntries(counts);
      };
      const found = (JSON.parse(of.json) as Report).files.flatMap(({ findings }) => findings.map(({ code }) => code));
      const code = "[0-9a-z-]+\\.[a-z-]+";
      const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, code = ""]) => code);
      const counted = {
        pretty: matches(of.pretty, new RegExp(`^ {4}examples/\\S+:\\d+:\\d+ {2}(${code})$`, "gm")),
        sarif: (JSON.parse(of.sarif) as Log).runs.flatMap(({ results = [] }) => results.map(({ ruleId = "" }) => ruleId)),
        junit: matches(of.junit, new RegExp(`<testcase name="(${code}) `, "g")),
        github: matches(of.github, new RegExp(`^::\\w+ .*?,title=(${code})[ :]`, "gm")),
        gitlab: (JSON.parse(of.gitlab) as { check_name: string }[]).map(({ check_name }) => check_name),
      };
      for (const [format, codes] of Object.entries(counted)) assert.deepEqual(tally(codes), tally(found), format);
    });

    it("counts the same verdicts in every format that has them", () => {
      const { profiles, ...verdicts } = (JSON.parse(of.json) as Report).summary;
      const [run] = (JSON.parse(of.sarif) as Log).runs;
      const { "not-applicable": notApplicable, ...others } = run?.properties?.verdicts ?? {};
      assert.deepEqual({ ...others, notApplicable }, verdicts);
      const spelt = { ...verdicts, "not-applicable": verdicts.notApplicable };
      for (const verdict of ["conforming", "nonconforming", "undetermined", "not-applicable", "invalid"] as const)
        assert.equal(occurrences(of.junit, new RegExp(`<property name="verdict" value="${verdict}"/>`, "g")), spelt[verdict]);
      assert.equal(occurrences(of.junit, /<testsuite /g), profiles);
      const last = (text: string) => text.trimEnd().split("\n").at(-1);
      assert.equal(last(of.github), last(of.pretty));
      const numbers =
        last(of.pretty)
          ?.match(/(?<= )\d+(?=件| ·| \()/g)
          ?.map(Number) ?? [];
      assert.equal(
        numbers.reduce((sum, number) => sum + number, 0),
        lang === "ja" ? profiles * 2 : profiles,
      );
    });
  });
}
