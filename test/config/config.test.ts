/** Checks configurations: their contents, what their globs match, and that they never change a duty. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { parse } from "yaml";
import { NO_CONFIG } from "../../server/src/config/config.ts";
import { FREE_KINDS, freeCodes, KINDS } from "../../server/src/config/finding-codes.ts";
import { globFault, globMatcher } from "../../server/src/config/glob.ts";
import { configText } from "../../server/src/config/messages/index.ts";
import { candidatesOf, selectionOf } from "../../server/src/config/profile-files.ts";
import { readConfig, SEVERITY_LEVELS } from "../../server/src/config/read.ts";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import type { Severities } from "../../server/src/core/findings/severities.ts";
import { lockOf } from "../../server/src/core/findings/severities.ts";
import { Lines } from "../../server/src/core/yaml/lines.ts";
import { analyzeText, examples } from "../support/analyze.ts";

const { standard } = bundled;
const read = (text: string) => readConfig(text, standard);

/** Each problem with its one-based position, as the command line prints it. */
function problemsOf(text: string, language: "ja" | "en" = "ja"): string[] {
  const lines = new Lines(text);
  return read(text).problems.map((problem) => {
    const { line, character } = lines.position(problem.span.start);
    return `${line + 1}:${character + 1} ${configText(problem, language)}`;
  });
}

const severity = (key: string, value = "off") => `severities: { "${key}": ${value} }`;

describe("a configuration", () => {
  it("sets the profiles, the language and severities", () => {
    const { config, problems } = read(`# 情報政策課
files:
  - "services/*/facts.yaml"
  - "部署/**/*.{yaml,yml}"
exclude: [archive/**]
language: en
severities:
  recommended: off
  7.recommended: warning
  8-1.recommended: error
  evidence.absent: information
`);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      { ...config, severities: Object.fromEntries(config.severities) },
      {
        files: ["services/*/facts.yaml", "部署/**/*.{yaml,yml}"],
        exclude: ["archive/**"],
        language: "en",
        severities: {
          recommended: "off",
          "7.recommended": "warning",
          "8-1.recommended": "error",
          "evidence.absent": "information",
        },
      },
    );
  });

  it("may be empty, as a whole and in parts", () => {
    for (const text of ["", "# まだない\n", "{}\n", "files:\nexclude:\nlanguage:\nseverities:\n", "severities:\n  legacy:\n"]) {
      assert.deepEqual(read(text), { config: { ...NO_CONFIG, severities: new Map() }, problems: [] }, text);
    }
  });

  it("with a problem is ignored", () => {
    const { config, problems } = read("language: en\nseverities:\n  legacy: of\n");
    assert.equal(problems.length, 1);
    assert.deepEqual(config, NO_CONFIG);
  });

  const wrong: [text: string, ja: string, en: string][] = [
    [
      "langage: ja",
      "1:1 「langage」というキーはない。もしかして: language。使えるキー: files、exclude、language、severities",
      "1:1 There is no key “langage”. Did you mean language? Keys: files, exclude, language, severities",
    ],
    [
      "x-note: 甲",
      "1:1 「x-note」というキーはない。使えるキー: files、exclude、language、severities",
      "1:1 There is no key “x-note”. Keys: files, exclude, language, severities",
    ],
    ["class: II", "1:1 「class」というキーはない。", "1:1 There is no key “class”. "],
    [
      "- files",
      "1:1 設定ファイルは「キー: 値」の並びで書く（今は「- files」）",
      "1:1 The configuration must be “key: value” lines",
    ],
    ["files: a.yaml", "1:8 files は一覧", "1:8 files must be a list"],
    ["files: [1]", '1:9 files は文字（" " で囲む）で書く（今は「1」）', "1:9 files must be text (in quotes) (here: “1”)"],
    ["files: [a.yaml, ]\nexclude: []", "2:10 exclude が空", "2:10 exclude is empty"],
    [
      "language: English",
      "1:11 language に「English」とは書けない。書ける値: ja、en",
      "1:11 language cannot be “English”. Values: ja, en",
    ],
    ["language: JA", "1:11 language に「JA」とは書けない。もしかして: ja。", "1:11 language cannot be “JA”. Did you mean ja? "],
    ["language: [ja]", "1:11 language に「[ja]」とは書けない。", "1:11 language cannot be “[ja]”. "],
    [
      severity("legacy", "false"),
      "1:25 legacy に「false」とは書けない。書ける値: error、warning、information、off",
      "1:25 legacy cannot be “false”. Values: error, warning, information, off",
    ],
    ["severities: [legacy]", "1:13 severities は「キー: 値」の並びで書く", "1:13 severities must be “key: value” lines"],
    [
      severity("unmet"),
      "1:15 「unmet」の重さは変えられない。必須の要件についての指摘は",
      "1:15 The severity of “unmet” cannot be changed. A configuration neither lowers",
    ],
    [
      severity("5-1.unstated", "error"),
      "1:15 「5-1.unstated」の重さは変えられない。必須の",
      "1:15 The severity of “5-1.unstated”",
    ],
    [severity("8-1.exception"), "1:15 「8-1.exception」の重さは変えられない。必須の", "1:15 The severity of “8-1.exception”"],
    [severity("excepted"), "1:15 「excepted」の重さは変えられない。必須の", "1:15 The severity of “excepted”"],
    [
      severity("schema.enum"),
      "1:15 「schema.enum」の重さは変えられない。正しく読み取れないことの",
      "1:15 The severity of “schema.enum” cannot be changed. What cannot be read correctly",
    ],
    [severity("yaml.tab"), "1:15 「yaml.tab」の重さは変えられない。正しく", "1:15 The severity of “yaml.tab”"],
    [
      severity("file.unreadable"),
      "1:15 「file.unreadable」の重さは変えられない。正しく",
      "1:15 The severity of “file.unreadable”",
    ],
    [
      severity("evidence.missing"),
      "1:15 「evidence.missing」という指摘はない。",
      "1:15 There is no finding “evidence.missing”. ",
    ],
    [
      severity("7.recomended"),
      "1:15 「7.recomended」という指摘はない。もしかして: 7.recommended",
      "1:15 There is no finding “7.recomended”. Did you mean 7.recommended?",
    ],
    [
      severity("７.recommended"),
      "1:15 「７.recommended」という指摘はない。もしかして: 7.recommended",
      "1:15 There is no finding “７.recommended”. Did you mean 7.recommended?",
    ],
    [
      severity("70.recommended"),
      "1:15 「70.recommended」: No70 という要件はない。要件の番号: 1、2、3",
      "1:15 “70.recommended”: there is no requirement No. 70. Requirements: 1, 2, 3",
    ],
    [
      severity("7.legacy"),
      "1:15 「7.legacy」という指摘が出ることはない。この要件で書けるもの: 7.recommended、7.expiring",
      "1:15 The finding “7.legacy” never occurs. Codes of this requirement: 7.recommended, 7.expiring",
    ],
    [
      severity("1.recommended"),
      "1:15 「1.recommended」という指摘が出ることはない。",
      "1:15 The finding “1.recommended” never occurs. ",
    ],
    ["language: ja\n---\nlanguage: en", "2:1 「---」の後に二つ目の設定がある", "2:1 There is a second configuration"],
    ["language: ja\nlanguage: en", "2:1 「language」が2回書かれている。一つにする", "2:1 “language” appears twice. Keep one"],
    ["language：ja", "1:1 ", "1:1 "],
    ['language: "ja', "1:11 ", "1:11 "],
    ["\tlanguage: ja", "1:1 行頭にタブは使えない", "1:1 Tabs cannot be used"],
    ['files: ["../a.yaml"]', "1:9 「../a.yaml」: 「..」は使えない。", "1:9 “../a.yaml”: “..” cannot be used"],
    [
      "files: [/etc/*.yaml]",
      "1:9 「/etc/*.yaml」: この設定ファイルのフォルダーからの相対パスで書く",
      "1:9 “/etc/*.yaml”: write it relative",
    ],
  ];
  for (const [text, ja, en] of wrong) {
    it(`rejects ${JSON.stringify(text)}`, () => {
      for (const [language, expected] of [
        ["ja", ja],
        ["en", en],
      ] as const) {
        const [first = ""] = problemsOf(text, language);
        assert.ok(first.startsWith(expected), first);
        assert.ok(!first.includes("\n"));
      }
    });
  }

  it("is documented with valid examples and every kind whose severity may be set", () => {
    for (const name of ["configuration.md", "configuration.ja.md"]) {
      const page = readFileSync(new URL(`../../docs/${name}`, import.meta.url), "utf8");
      const example = /```yaml\n(.*?)```/s.exec(page)?.[1] ?? "";
      const { config, problems } = read(example);
      assert.deepEqual(problems, []);
      assert.equal(config.files?.length, 2);
      for (const kind of FREE_KINDS) assert.ok(page.includes(`\`${kind}\``), `${name}: ${kind}`);
    }
  });

  it("is refused where it is too large", () => {
    assert.deepEqual(problemsOf(`# ${"あ".repeat(100_000)}`, "en"), ["1:1 Too large, too deep or too often repeated to be read"]);
    assert.deepEqual(problemsOf(`# ${"あ".repeat(99_998)}`), []);
  });

  it("is read without an exception, whatever its text", () => {
    const piece = fc.constantFrom(
      "files",
      "severities",
      "language",
      "unmet",
      ": ",
      "\n",
      "  ",
      "- ",
      "[",
      "{",
      "}",
      "*",
      "&a",
      "'",
      "：",
      "---\n",
      "../",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 20 }), (pieces) => {
        const text = pieces.join("");
        for (const problem of read(text).problems) {
          assert.ok(problem.span.start >= 0 && problem.span.end <= text.length && problem.span.start <= problem.span.end);
          for (const language of ["ja", "en"] as const) assert.ok(configText(problem, language).length > 0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("reports all problems in text order", () => {
    const text = "langage: ja\nfiles: [a, ../b]\nseverities:\n  unmet: off\n  legacy: quiet\n";
    assert.deepEqual(
      problemsOf(text).map((problem) => problem.split(" ")[0]),
      ["1:1", "2:12", "4:3", "5:11"],
    );
  });

  it("is rejected by its JSON Schema exactly if we reject it", () => {
    const url = new URL("../../schemas/vendor-profile.config.schema.json", import.meta.url);
    const ajv = new Ajv({ strict: true, allowUnionTypes: true });
    ajv.addVocabulary(["enumDescriptions", "patternErrorMessage"]);
    const validate = ajv.compile(JSON.parse(readFileSync(url, "utf8")));
    const globs = [...RIGHT_GLOBS, ...WRONG_GLOBS.map(([glob]) => glob)];
    const keys = [...KINDS, ...freeCodes(standard), ...standard.rows.flatMap(({ no }) => KINDS.map((kind) => `${no}.${kind}`))];
    const texts = [
      ...[
        "",
        "{}",
        "[]",
        "text",
        "files:",
        "severities:",
        "severities: {}",
        "language: ja",
        "exclude: [a]",
        "severities: { legacy: }",
      ],
      // A schema cannot check YAML errors.
      ...wrong
        .map(([text]) => text)
        .filter((text) => read(text).problems.every(({ fault }) => fault !== "yaml" && fault !== "documents")),
      ...globs.flatMap((glob) => [`files: [${JSON.stringify(glob)}]`, `exclude: [a, ${JSON.stringify(glob)}]`]),
      `files: [${Array(50).fill("a").join(", ")}]`,
      `files: [${Array(51).fill("a").join(", ")}]`,
      ...["files: [a, ]", "files: [null]", "files: [[a]]", "exclude: true", "language: true"],
      ...keys.map((key) => severity(key)),
      ...[...SEVERITY_LEVELS, "hint", "Error", "1", "null", "~", "{}"].map((weight) => severity("legacy", weight)),
    ];
    for (const text of texts) assert.equal(validate(parse(text)), read(text).problems.length === 0, text);
  });
});

const RIGHT_GLOBS = [
  ...[
    "a.yaml",
    "./a.yaml",
    "**",
    "**/*.yaml",
    "services/*/facts.y?ml",
    "{a,b}/{c,d,e}.yaml",
    "令和8年度/提出 (1).yaml",
    ".vendor/*.yaml",
  ],
  ...["...", "a..b", "*".repeat(200), "𠮷".repeat(200), "{a,b,c,d,e,f,g,h,i,j}", "a,b", "{,2}.yaml", "#1"],
];

const WRONG_GLOBS: [glob: string, fault: string][] = [
  ["", "empty"],
  ["a".repeat(201), "long"],
  ["!a", "negated"],
  ["/a", "absolute"],
  ["~/a", "absolute"],
  ["C:\\a", "absolute"],
  ["c:/a", "absolute"],
  ["..", "parent"],
  ["../a", "parent"],
  ["a/../b", "parent"],
  ["a/..", "parent"],
  ["a\\b", "characters"],
  ["[ab]", "characters"],
  ["{a", "braces"],
  ["a}", "braces"],
  ["{a}", "braces"],
  ["{a,{b,c}}", "braces"],
  ["{a/b,c}", "braces"],
  ["{a,b}{c,d}{e,f}", "braces"],
  ["{a,b,c,d,e,f,g,h,i,j,k}", "braces"],
  ["{1..1000000}", "braces"],
  ["archive/", "folder"],
];

describe("a glob", () => {
  it("is rejected if it leaves the folder, is empty, or uses other syntax", () => {
    for (const glob of RIGHT_GLOBS) assert.equal(globFault(glob), undefined, glob);
    for (const [glob, fault] of WRONG_GLOBS) assert.equal(globFault(glob), fault, glob);
  });

  const cases: [glob: string, matched: string[], unmatched: string[]][] = [
    ["a.yaml", ["a.yaml"], ["b/a.yaml", "a.yamlx", "A.yaml"]],
    ["./a.yaml", ["a.yaml"], []],
    ["*.yaml", ["a.yaml", "日本.yaml"], ["b/a.yaml", ".a.yaml", "a.yml"]],
    ["**/*.yaml", ["a.yaml", "b/a.yaml", "b/c/d/a.yaml"], ["a.yml", ".git/a.yaml", "b/.c/a.yaml"]],
    ["services/*/facts.yaml", ["services/甲/facts.yaml"], ["services/facts.yaml", "services/甲/乙/facts.yaml"]],
    ["archive/**", ["archive/a", "archive/b/c.yaml"], ["archives/a", "b/archive/a"]],
    ["a/**/b/**/c", ["a/b/c", "a/x/b/y/z/c", "a/b/b/c/c"], ["a/c", "b/c"]],
    ["?.yaml", ["a.yaml", "𠮷.yaml", "あ.yaml"], ["ab.yaml", ".yaml"]],
    ["a*b*c", ["abc", "axxbxxc", "abbcc"], ["acb", "ab"]],
    ["{部署,課}*.{yaml,yml}", ["部署1.yaml", "課.yml"], ["係.yaml", "部署.yam"]],
    ["案(1).yaml", ["案(1).yaml"], ["案1.yaml"]],
    ["*(1|2)", ["x(1|2)"], ["1", "11"]],
    [".vendor/*", [".vendor/a"], [".vendor/.a", "vendor/a"]],
    // macOS stores the mark as a separate character.
    ["が.yaml", ["か\u3099.yaml"], []],
    ["か\u3099.yaml", ["が.yaml"], []],
  ];
  for (const [glob, matched, unmatched] of cases) {
    it(`${glob} matches ${matched.join(" ")}`, () => {
      assert.equal(globFault(glob), undefined);
      const matches = globMatcher([glob]);
      for (const path of matched) assert.equal(matches(path), true, path);
      for (const path of unmatched) assert.equal(matches(path), false, path);
    });
  }

  it("is handed to no other program: a search looks at how names end", () => {
    const candidates = (...files: string[]) => candidatesOf({ ...NO_CONFIG, files });
    assert.deepEqual(candidates("services/*/a.yaml", "b.yaml", "*.{yaml,yml}"), {
      globs: ["**/*.yaml", "**/*.{yaml,yml}"],
      hidden: false,
    });
    assert.deepEqual(candidates("a/*", "{a,b}{c,d}"), { globs: ["**/*"], hidden: false });
    for (const glob of [".vendor/*.yaml", "{.a,b}/x.yaml", "a/{b,.c}.yaml", "a/{b,}.yaml", "{,b}.yaml"])
      assert.deepEqual(candidates(glob), { globs: ["**/*.yaml"], hidden: true }, glob);
    for (const glob of ["./a.yaml", "a.b/{c,d}.yaml"])
      assert.deepEqual(candidates(glob), { globs: ["**/*.yaml"], hidden: false }, glob);
  });
});

describe("a configuration's files", () => {
  const of = (files: readonly string[] | undefined, exclude: readonly string[] = []) =>
    selectionOf({ ...NO_CONFIG, files, exclude });

  it("have the usual names, except for excluded ones", () => {
    const { holds, names } = of(undefined, ["旧/**", "*.vendor.yml"]);
    for (const path of ["a.vendor.yaml", "b/vendor-profile.yml"])
      assert.deepEqual([holds(path), names(path)], [true, false], path);
    for (const path of ["旧/a.vendor.yaml", "a.vendor.yml", "a.yaml"]) assert.equal(holds(path), false, path);
  });

  it("or match its own globs instead", () => {
    const { holds, names } = of(["**/*.yaml"], ["旧/**"]);
    assert.deepEqual([holds("b/a.yaml"), names("b/a.yaml")], [true, true]);
    for (const path of ["a.vendor.yml", "旧/a.yaml", "vendor-profile.config.yaml", "b/vendor-profile.config.yaml"])
      assert.deepEqual([holds(path), names(path)], [false, false], path);
  });
});

describe("severities", () => {
  const text = examples().find(({ name }) => name === "warnings")?.text ?? "";
  const byConfig = (severities: Record<string, string>) =>
    analyzeText(text, { severities: new Map(Object.entries(severities)) as Severities });
  const severityOf = (severities: Record<string, string>, code: string) =>
    byConfig(severities).findings.find((finding) => finding.code === code)?.severity;

  it("follow the code, then the kind", () => {
    assert.equal(severityOf({}, "3.legacy"), "warning");
    assert.equal(severityOf({ legacy: "error" }, "3.legacy"), "error");
    assert.equal(severityOf({ legacy: "error", "3.legacy": "information" }, "3.legacy"), "information");
    assert.equal(severityOf({ legacy: "off", "3.legacy": "warning" }, "3.legacy"), "warning");
    assert.equal(severityOf({ legacy: "off" }, "3.legacy"), undefined);
    assert.equal(severityOf({ legacy: "information", "3.legacy": "off" }, "3.legacy"), undefined);
  });

  it("are free or locked for every kind", () => {
    const locked = KINDS.filter(lockOf);
    assert.deepEqual(
      locked.filter((kind) => !/^(yaml|schema)\./.test(kind)),
      ["unmet", "unstated", "exception", "excepted"],
    );
    assert.equal(locked.length + FREE_KINDS.length, KINDS.length);
  });
});
