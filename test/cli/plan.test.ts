/** Tests `plan` as users see it: its output in each format, its exit statuses, and that it changes no file. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import stringWidth from "string-width";
import { AS_OF, examples, examplesFolder } from "../support/analyze.ts";
import { assertGolden } from "../support/golden.ts";
import { folderOf, profileText, removeFolders, run } from "./run.ts";

const root = fileURLToPath(new URL("..", examplesFolder));

const plan = (args: readonly string[], surroundings = {}) =>
  run(["plan", ...args, "--as-of", AS_OF], { cwd: root, ...surroundings });
const example = (name: string) => `examples/${name}.vendor.yaml`;

/** An object with exactly these keys. */
const exactly = (properties: Record<string, object>) => ({
  type: "object",
  required: Object.keys(properties),
  properties,
  additionalProperties: false,
});
const text = { type: "string", minLength: 1 };
const textOrNull = { type: ["string", "null"] };
const listOf = (items: object) => ({ type: "array", items });
const oneOf = (...values: (string | null)[]) => ({ enum: values });

/** The contract of `--format json`. */
const CONTRACT = exactly({
  version: { const: 1 },
  asOf: { const: AS_OF },
  plans: listOf(
    exactly({
      path: text,
      profile: { type: "integer" },
      vendor: textOrNull,
      service: textOrNull,
      classification: oneOf("S", "I", "II", "III", null),
      plannedFor: oneOf("S", "I", "II", "III", null),
      verdict: oneOf("conforming", "nonconforming", "undetermined", "not-applicable", "invalid"),
      errors: { type: "integer" },
      state: oneOf("unclassified", "unasked", "complete", "open", "impossible"),
      steps: listOf(
        exactly({
          id: text,
          kind: oneOf("row", "review"),
          requirement: text,
          name: text,
          status: oneOf("unmet", "unknown", null),
          reasons: listOf(text),
          enough: text,
          facts: listOf(exactly({ path: text, title: text })),
          record: { anyOf: [{ type: "null" }, exactly({ carriedBy: text, missing: listOf(text) })] },
          risk: text,
          riskOf: text,
        }),
      ),
      common: listOf(text),
      choices: listOf(exactly({ requirements: listOf(text), options: listOf(listOf(text)) })),
      sets: listOf(listOf(text)),
      isCut: { type: "boolean" },
    }),
  ),
});

describe("plan", () => {
  afterEach(removeFolders);

  const goldens: [file: string, args: string[]][] = [
    ["alternatives.ja.txt", [example("cloud-key-unsuitable")]],
    ["unstated.en.txt", [example("half-stated"), "--lang", "en"]],
    ["exception.ja.txt", [example("exception-not-recorded")]],
    ["exception.en.txt", [example("exception-not-recorded"), "--lang", "en"]],
    ["errors.ja.txt", [example("typing-mistakes")]],
    ["errors.en.txt", [example("japanese-keyboard"), "--class", "S", "--lang", "en"]],
    ["several.ja.txt", [example("several-documents")]],
    ["strict.ja.md", [example("overseas-without-alternative"), "--class", "S", "--format", "md"]],
    ["exception.en.json", [example("exception-not-recorded"), "--format", "json", "--lang", "en"]],
  ];
  for (const [file, args] of goldens) {
    it(`prints ${file} for ${args.join(" ")}`, () => {
      const { status, stdout, stderr } = plan(args);
      assert.deepEqual([status, stderr], [0, ""]);
      assertGolden(`plan/${file}`, stdout);
    });
  }

  for (const lang of ["ja", "en"]) {
    it(`plans for every example and class, plain when piped and no wider than a hundred columns (${lang})`, () => {
      const every = examples().map(({ text }) => text);
      for (const classification of ["S", "I"]) {
        const { status, stdout } = plan(["-", "--class", classification, "--lang", lang], { input: every.join("\n---\n") });
        assert.equal(status, 0);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: there must be no colours
        assert.doesNotMatch(stdout, /[\x00-\x09\x0b-\x1f\x7f]/);
        // a closing mark may hang over the edge
        assert.deepEqual(
          stdout.split("\n").filter((line) => stringWidth(line) > 102 && !line.startsWith("-")),
          [],
        );
      }
    });
  }

  it("prints valid JSON for every example and class", () => {
    const isContract = new Ajv({ allowUnionTypes: true }).compile(CONTRACT);
    for (const classification of ["S", "I", "II", "III"]) {
      const { stdout } = plan(["examples", "--class", classification, "--format", "json"]);
      const document: { plans: unknown[] } = JSON.parse(stdout);
      assert.equal(document.plans.length, 18);
      assert.ok(isContract(document), JSON.stringify(isContract.errors));
    }
  });

  it("prints the same for the stated class and for --class", () => {
    const { stdout } = plan([example("class-iii"), "--class", "S", "--format", "json"]);
    const [made] = JSON.parse(stdout).plans;
    assert.deepEqual([made.classification, made.plannedFor, made.state], ["III", "S", "open"]);
    assert.deepEqual(made.sets, [["4", "6-1", "7", "8-1"]]);
  });

  const answers: [what: string, args: string[], input: string, said: RegExp][] = [
    ["a class without duties", [], profileText("III"), /分類Ⅲに対する要件はない/],
    ["no class", [], "profile: 1\nvendor: { name: 甲 }\nservice: { name: 乙 }\n", /--class で分類を指定する/],
    [
      "a profile that conforms",
      ["--class", "II"],
      examples().find(({ name }) => name === "byok")?.text ?? "",
      /ほかに必要な対応はない/,
    ],
    ["errors", ["--class", "I"], `${profileText("I")}contract: []\n`, /書式エラーが1件ある/],
  ];
  for (const [what, args, input, said] of answers) {
    it(`reports clearly: ${what}`, () => {
      const { status, stdout } = plan(["-", ...args, "--lang", "ja"], { input });
      assert.equal(status, 0);
      assert.match(stdout, said);
    });
  }

  it("writes each format by file name, and replaces nothing", () => {
    const cwd = folderOf({ "a.vendor.yaml": profileText("I") });
    for (const [name, begin] of [
      ["計画.xlsx", "PK"],
      ["計画.html", "<!"],
      ["計画.md", "#"],
      ["計画.csv", "\ufeff"],
      ["計画.json", "{"],
      ["計画", "a.vendor.yaml"],
    ] as const) {
      const { status } = plan(["a.vendor.yaml", "-o", name], { cwd });
      assert.equal(status, 0, name);
      assert.ok(readFileSync(join(cwd, name), "utf8").toLowerCase().startsWith(begin.toLowerCase()), name);
    }
    assert.equal(plan(["a.vendor.yaml", "-o", "計画.md"], { cwd }).status, 2);
    assert.equal(readFileSync(join(cwd, "a.vendor.yaml"), "utf8"), profileText("I"));
  });

  const wrong: [what: string, args: string[]][] = [
    ["no file", []],
    ["two files", ["a.vendor.yaml", "b.vendor.yaml"]],
    ["a missing file", ["none.vendor.yaml"]],
    ["an unknown class", ["-", "--class", "IV"]],
    ["an unknown format", ["-", "--format", "pdf"]],
    ["a format that contradicts the file name", ["-", "--format", "pretty"]],
  ];
  for (const [what, args] of wrong) {
    it(`exits with 2 on ${what}, and prints nothing`, () => {
      const cwd = folderOf({});
      const { status, stdout, stderr } = plan([...args, "-o", "plan.json"], { cwd });
      assert.deepEqual([status, stdout], [2, ""]);
      assert.notEqual(stderr, "");
      assert.equal(existsSync(join(cwd, "plan.json")), false);
    });
  }

  it("does not let a profile control the terminal", () => {
    const input = profileText("I").replace("甲", '"\\x1b[31m赤"').replace("乙", '"\\e]0;x\\a"');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not occur
    assert.doesNotMatch(plan(["-"], { input }).stdout, /[\x00-\x09\x0b-\x1f\x7f]/);
  });

  it("has English without Japanese sentences", () => {
    const { stdout } = plan(["-", "--class", "S", "--lang", "en"], { input: profileText("I", "Aoba Inc.") });
    assert.doesNotMatch(stdout, /\p{Script=Hiragana}/u);
  });
});
