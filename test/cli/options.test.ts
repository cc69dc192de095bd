import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { AS_OF, examples } from "../support/analyze.ts";
import { check, profileText, run } from "./run.ts";

const text = (name: string) => examples().find((example) => example.name === name)?.text ?? assert.fail(name);

describe("--class", () => {
  const judged = (classification: string, input: string) =>
    check(["-", "--class", classification, "--as-of", AS_OF], { input }).json().files[0];

  it("replaces the class for duties, verdict and findings, but not the stated one", () => {
    const input = text("class-i-by-alternatives");
    const outcomes = ["S", "I", "II", "III"].map((classification) => {
      const [profile] = judged(classification, input)?.profiles ?? [];
      assert.equal(profile?.classification, "I");
      assert.equal(profile?.judgedAs, classification);
      assert.deepEqual(profile?.eligible, ["I", "II"]);
      return profile?.verdict;
    });
    assert.deepEqual(outcomes, ["nonconforming", "conforming", "conforming", "not-applicable"]);
  });

  it("is the class of the obligations in findings", () => {
    const codes = (classification: string) => judged(classification, text("byok"))?.findings.map(({ code }) => code);
    assert.ok(codes("S")?.includes("6-1.unmet"));
    assert.ok(codes("I")?.includes("6-1.recommended"));
    assert.deepEqual(
      codes("III")?.filter((code) => /^\d/.test(code)),
      [],
    );
  });

  it("judges the rows of a profile without a valid class, which stays invalid", () => {
    const file = judged("II", profileText("IV"));
    const [profile] = file?.profiles ?? [];
    assert.deepEqual(
      [profile?.classification, profile?.judgedAs, profile?.verdict, profile?.eligible],
      [null, "II", "invalid", []],
    );
    assert.ok(file?.findings.some(({ code }) => code === "1.unstated"));
    assert.ok(profile?.requirements.every(({ obligation }) => obligation !== null));
  });
});

describe("A value in full-width characters", () => {
  it("counts as its half-width form", () => {
    for (const classification of ["Ⅱ", "ＩＩ"]) {
      assert.equal(
        check(["-", "--class", classification], { input: profileText() }).json().files[0]?.profiles[0]?.judgedAs,
        "II",
      );
    }
  });
});

describe("--as-of", () => {
  it("sets the date of the evaluation and of the report", () => {
    const on = (day: string) => check(["-", "--as-of", day], { input: text("conforms-at-s") });
    assert.equal(on("2027-09-30").json().asOf, "2027-09-30");
    assert.equal(on(AS_OF).status, 0);
    assert.ok(
      on("2027-09-01")
        .json()
        .files[0]?.findings.every(({ code }) => code !== "7.unmet"),
    );
    assert.equal(on("2028-04-01").status, 1);
  });
});

const languageOf = (output: string) => (/\p{Script=Hiragana}/u.test(output) ? "ja" : "en");

describe("The language of the command line", () => {
  const cases: [args: string[], env: NodeJS.ProcessEnv, expected: "ja" | "en"][] = [
    [[], {}, "ja"],
    [[], { LANG: "C" }, "ja"],
    [[], { LANG: "C.UTF-8" }, "ja"],
    [[], { LANG: "de_DE.UTF-8" }, "ja"],
    [[], { LANG: "ja_JP.UTF-8" }, "ja"],
    [[], { LANG: "en_US.UTF-8" }, "en"],
    [[], { LANG: "en" }, "en"],
    [[], { LANG: "en_GB.UTF-8", LC_MESSAGES: "ja_JP.UTF-8" }, "ja"],
    [[], { LANG: "ja_JP.UTF-8", LC_MESSAGES: "en_US.UTF-8" }, "en"],
    [[], { LC_MESSAGES: "ja_JP.UTF-8", LC_ALL: "en_US.UTF-8" }, "en"],
    [[], { LC_MESSAGES: "en_US.UTF-8", LC_ALL: "C" }, "ja"],
    [[], { LANG: "en_US.UTF-8", LC_MESSAGES: "", LC_ALL: "" }, "en"],
    [["--lang", "ja"], { LC_ALL: "en_US.UTF-8" }, "ja"],
    [["--lang=en"], { LC_ALL: "ja_JP.UTF-8" }, "en"],
  ];
  for (const [args, env, expected] of cases) {
    it(`${[...args, JSON.stringify(env)].join(" ")}: ${expected}`, () => {
      const [finding] = check(["-", ...args], { input: profileText("S"), env }).json().files[0]?.findings ?? [];
      assert.equal(languageOf(finding?.message ?? ""), expected);
    });
  }

  it("applies to every message", () => {
    for (const lang of ["ja", "en"] as const) {
      const option = ["--lang", lang];
      assert.equal(languageOf(run(["check", "-", ...option], { input: profileText("S") }).stdout), lang);
      assert.equal(languageOf(run(["--help", ...option]).stdout), lang);
      assert.equal(languageOf(run(["check", "none*", ...option]).stderr), lang);
      assert.equal(languageOf(run(["check", "none", ...option]).stdout), lang);
      assert.equal(languageOf(run(["check", "--class", "IV", ...option]).stderr), lang);
      assert.equal(languageOf(run(["check", "--strict", ...option]).stderr), lang);
    }
  });
});

describe("Wrong usage exits with 2, and says what is wrong", () => {
  const cases: [args: string[], named: RegExp][] = [
    [[], /vendor-profile check/],
    [["chekc"], /chekc/],
    [["--format", "json"], /vendor-profile check/],
    [["compare"], /PATH… is missing/],
    [["check", "--format", "xml"], /--format.*xml.*pretty \| json/],
    [["check", "--format", "JSON"], /--format.*JSON/],
    [["check", "--format="], /--format/],
    [["check", "--format"], /--format(?![^ ]*,)/],
    [["check", "-f"], /-f(?![^ ]*,)/],
    [["check", "--class", "IV"], /--class.*IV.*S \| I \| II \| III/],
    [["check", "--class", "i"], /--class.*i/],
    [["check", "--class", "constructor"], /--class.*constructor/],
    [["check", "--class="], /--class/],
    [["check", "--class"], /--class(?![^ ]*,)/],
    [["check", "--as-of", "2026-02-29"], /--as-of.*2026-02-29.*YYYY-MM-DD/],
    [["check", "--as-of", "2026-13-01"], /--as-of.*2026-13-01/],
    [["check", "--as-of", "20261122"], /--as-of.*20261122/],
    [["check", "--as-of", "2026-11-22T00:00"], /--as-of.*2026-11-22T00:00/],
    [["check", "--as-of", "２０２６-11-22"], /--as-of.*２０２６-11-22/],
    [["check", "--as-of="], /--as-of/],
    [["check", "--as-of"], /--as-of/],
    [["check", "--lang", "fr"], /--lang.*fr.*ja \| en/],
    [["check", "--lang", "JA"], /--lang.*JA/],
    [["check", "--lang="], /--lang/],
    [["check", "--lang"], /--lang/],
    [["check", "--as-of", "--lang"], /--as-of/],
    [["check", "--help=yes"], /--help(?![^ ]*,)/],
    [["check", "--version=1"], /--version(?![^ ]*,)/],
    [["check", "--strict"], /--strict/],
    [["check", "-x"], /-x/],
  ];
  for (const [args, named] of cases) {
    it(`vendor-profile ${args.join(" ")}`, () => {
      const { status, stdout, stderr } = run(args, { env: { LANG: "en_US.UTF-8" }, input: profileText() });
      assert.deepEqual([status, stdout], [2, ""]);
      assert.match(stderr, named);
      assert.match(stderr, /--help/);
      assert.doesNotMatch(stderr, /cli\.cjs/);
    });
  }
});

describe("The other options", () => {
  it("--help and --version print to standard output and exit with 0", () => {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string };
    for (const args of [["--version"], ["-V"], ["check", "--version"]]) {
      assert.deepEqual(run(args), { status: 0, signal: null, stdout: `${version}\n`, stderr: "" });
    }
    for (const args of [
      ["check", "--help"],
      ["check", "-h"],
      ["help", "check"],
    ]) {
      const { status, stdout, stderr } = run(args);
      assert.deepEqual([status, stderr], [0, ""]);
      for (const option of ["--format", "--class", "--as-of", "--lang", "--help", "--version"])
        assert.ok(stdout.includes(option));
    }
  });

  it("may come anywhere, long or short", () => {
    const input = profileText("I");
    const expected = run(["check", "-", "--format", "json", "--class", "II", "--as-of", AS_OF, "--lang", "en"], { input });
    assert.equal(expected.status, 1);
    assert.deepEqual(run(["--lang=en", "-f", "json", "-cII", "check", `--as-of=${AS_OF}`, "-"], { input }), expected);
  });
});
