/** Tests the configuration on the command line: how it is found, what it changes, and how an invalid one fails. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { AS_OF, examples } from "../support/analyze.ts";
import { check, folderOf, profileText, removeFolders, run } from "./run.ts";

const NAME = "vendor-profile.config.yaml";
const GOOD = profileText();
const textOf = (example: string) => examples().find(({ name }) => name === example)?.text ?? "";
const isJapanese = (text: string) => /\p{Script=Hiragana}/u.test(text);

const paths = (args: readonly string[], cwd: string) =>
  check(args, { cwd })
    .json()
    .files.map(({ path }) => path);

const severities = (args: readonly string[], cwd: string) => {
  const findings = check([...args, "--as-of", AS_OF], { cwd })
    .json()
    .files.flatMap(({ findings }) => findings);
  return Object.fromEntries(findings.map(({ code, severity }) => [code, severity]));
};

describe("The configuration of the command line", () => {
  afterEach(removeFolders);

  it("comes from --config, the current folder or the nearest above, never from above the repository", () => {
    const quiet = "severities: { legacy: off }\n";
    const loud = "severities: { legacy: error }\n";
    const cwd = folderOf({
      [NAME]: loud,
      "a.vendor.yaml": textOf("warnings"),
      "sub/deep/a.vendor.yaml": textOf("warnings"),
      "near/a.vendor.yaml": textOf("warnings"),
      [`near/${NAME}`]: quiet,
      "other.yaml": "severities: { legacy: information }\n",
      "repository/.git/HEAD": "",
      "repository/sub/a.vendor.yaml": textOf("warnings"),
      "tree/.git": "gitdir: elsewhere\n",
      "tree/a.vendor.yaml": textOf("warnings"),
    });
    const legacy = (folder: string, ...args: string[]) => severities(["a.vendor.yaml", ...args], join(cwd, folder))["3.legacy"];
    assert.equal(legacy("."), "error");
    assert.equal(legacy("sub/deep"), "error");
    assert.equal(legacy("near"), undefined);
    assert.equal(legacy("near", "--config", "../other.yaml"), "information");
    assert.equal(legacy("repository/sub"), "warning");
    assert.equal(legacy("tree"), "warning");
  });

  it("sets the language of every message, after --lang and before the environment", () => {
    const cwd = folderOf({ [NAME]: "language: en\n", "ja.yaml": "language: ja\n", "a.vendor.yaml": profileText("S") });
    const english = { LANG: "en_US.UTF-8" };
    assert.equal(isJapanese(run(["check"], { cwd }).stdout), false);
    assert.equal(isJapanese(run(["check", "--lang", "ja"], { cwd, env: english }).stdout), true);
    assert.equal(isJapanese(run(["check", "--config", "ja.yaml"], { cwd, env: english }).stdout), true);
    assert.equal(isJapanese(run(["check", "none*"], { cwd }).stderr), false);
    assert.equal(isJapanese(run(["check", "--bogus"], { cwd }).stderr), false);
    assert.equal(isJapanese(run(["check", "--help"], { cwd }).stdout), false);
    assert.equal(isJapanese(run(["check", "--lang", "de"], { cwd }).stderr), false);
  });

  it("decides which files of a folder are profiles; named files are always judged", () => {
    const cwd = folderOf({
      [NAME]: 'files: ["services/*/facts.yaml", "提出/**/*.{yaml,yml}"]\nexclude: ["提出/旧/**"]\n',
      "a.vendor.yaml": GOOD,
      "services/甲/facts.yaml": GOOD,
      "services/甲/facts.vendor.yaml": GOOD,
      "services/facts.yaml": GOOD,
      "提出/令和8年度/乙 (1).yml": GOOD,
      "提出/旧/丙.yaml": GOOD,
      "提出/外/丁.yaml": GOOD,
      ".gitignore": "外\n",
    });
    const all = ["services/甲/facts.yaml", "提出/令和8年度/乙 (1).yml"];
    assert.deepEqual(paths([], cwd), all);
    assert.deepEqual(paths(["services"], cwd), ["services/甲/facts.yaml"]);
    assert.deepEqual(paths([], join(cwd, "services")), ["甲/facts.yaml"]);
    assert.deepEqual(
      paths([".."], join(cwd, "services")),
      all.map((path) => `../${path}`),
    );
    assert.deepEqual(paths(["提出/旧/丙.yaml", "a.vendor.yaml", "services/*.yaml"], cwd), [
      "提出/旧/丙.yaml",
      "a.vendor.yaml",
      "services/facts.yaml",
    ]);
    assert.deepEqual(paths(["*.yaml"], cwd), ["a.vendor.yaml"], "itself it is none");
    const { status, stderr } = run(["check", "提出/旧"], { cwd });
    assert.equal(status, 2);
    assert.match(stderr, /プロファイルが見つからない: 提出\/旧（設定ファイルの files により services\/\*\/facts\.yaml、/);
  });

  (process.platform === "win32" ? it.skip : it)("also applies to a folder given by a link", () => {
    const cwd = folderOf({ [NAME]: "files: [services/*.yaml, linked/*.yaml]\n", "services/a.yaml": GOOD });
    const other = folderOf({ "b.yaml": GOOD });
    symlinkSync(cwd, join(other, "way"));
    symlinkSync(other, join(cwd, "linked"));
    assert.deepEqual(paths([join(other, "way/services")], cwd), [join(other, "way/services/a.yaml")]);
    assert.deepEqual(paths(["linked"], cwd), ["linked/b.yaml"]);
  });

  it("that names hidden files finds none in other folders", () => {
    const cwd = folderOf({ [NAME]: "files: [.facts/*.yaml]\n", ".facts/a.yaml": GOOD });
    const other = folderOf({ "b.vendor.yaml": GOOD, ".old/c.vendor.yaml": GOOD });
    const found = paths([".", `../${basename(other)}`], cwd);
    assert.deepEqual(found, [".facts/a.yaml", `../${basename(other)}/b.vendor.yaml`]);
  });

  it("excludes files with the default names, and does not affect other folders", () => {
    const files = { "a.vendor.yaml": GOOD, "旧/b.vendor.yaml": GOOD, "vendor-profile.yaml": GOOD };
    const cwd = folderOf({ [NAME]: "exclude: [旧/**]\n", ...files });
    const other = folderOf({ "c.vendor.yaml": GOOD, "facts.yaml": GOOD });
    assert.deepEqual(paths([], cwd), ["a.vendor.yaml", "vendor-profile.yaml"]);
    const named = folderOf({ [NAME]: "files: [facts.yaml]\n", "facts.yaml": GOOD });
    assert.deepEqual(paths([".", other], named), ["facts.yaml", join(other, "c.vendor.yaml").replaceAll("\\", "/")]);
  });

  it("sets severities in every format, and changes no verdict and no exit status", () => {
    const cwd = folderOf({
      [NAME]: "severities: { recommended: error, evidence.absent: off }\n",
      "a.vendor.yaml": textOf("class-i-by-alternatives"),
    });
    const plain = folderOf({ "a.vendor.yaml": textOf("class-i-by-alternatives") });
    const args = ["a.vendor.yaml", "--as-of", AS_OF];
    const [weighed, before] = [check(args, { cwd }), check(args, { cwd: plain })];
    assert.deepEqual([weighed.status, before.status], [0, 0]);
    assert.deepEqual(weighed.json().summary, before.json().summary);
    assert.deepEqual(weighed.json().files[0]?.profiles, before.json().files[0]?.profiles);
    const expected = before
      .json()
      .files.flatMap(({ findings }) => findings)
      .filter(({ code }) => code !== "evidence.absent")
      .map(({ code, severity }) => [code, code.endsWith(".recommended") ? "error" : severity]);
    assert.ok(expected.some(([, severity]) => severity === "error"));
    assert.deepEqual(severities(["a.vendor.yaml"], cwd), Object.fromEntries(expected));
    const pretty = run(["check", ...args], { cwd }).stdout;
    assert.match(pretty, /✗ No\S+ .*（推奨）/);
    assert.doesNotMatch(pretty, /evidence\.absent/);
  });

  it("that is invalid stops the run with 2 and lists all problems before anything is judged or fixed", () => {
    const broken = "langage: ja\nseverities:\n  unmet: off\n  legacy: quiet\nfiles: [../a]\n";
    const slip = GOOD.replace("profile: 1", "profile: 1\ncontract: { governingLaw: 日本 }");
    const cwd = folderOf({ [NAME]: broken, "sub/a.vendor.yaml": slip });
    for (const args of [["check"], ["check", "a.vendor.yaml", "--fix"], ["check", "--format", "json"]]) {
      const { status, stdout, stderr } = run([...args, "--lang", "en"], { cwd: join(cwd, "sub") });
      assert.deepEqual([status, stdout], [2, ""]);
      assert.deepEqual(
        stderr
          .trimEnd()
          .split("\n")
          .map((line) => line.split(": ").slice(0, 2).join(": ")),
        [
          `../${NAME}:1:1: There is no key “langage”. Did you mean language? Keys`,
          `../${NAME}:3:3: The severity of “unmet” cannot be changed. A configuration neither lowers nor raises the severity of findings on a required requirement`,
          `../${NAME}:4:11: legacy cannot be “quiet”. Values`,
          `../${NAME}:5:9: “../a”`,
        ],
      );
    }
    assert.equal(readFileSync(join(cwd, "sub/a.vendor.yaml"), "utf8"), slip);
    assert.match(run(["check"], { cwd }).stderr, new RegExp(`^${NAME}:1:1: 「langage」というキーはない`));
  });

  it("that is hostile cannot control the terminal, and gets one line per problem", () => {
    const cwd = folderOf({
      [NAME]: '"\\e[31m\\n::error::甲": 1\nseverities: { "a\\nb": off, "\\e[2J.unmet": off, legacy: "\\e]0;" }\n',
    });
    for (const lang of ["ja", "en"]) {
      const { status, stderr } = run(["check", "--lang", lang], { cwd });
      assert.equal(status, 2);
      assert.doesNotMatch(stderr, /[^\P{Cc}\n]/u);
      assert.equal(stderr.trimEnd().split("\n").length, 4);
      for (const line of stderr.trimEnd().split("\n")) assert.ok(line.startsWith(`${NAME}:`), line);
    }
  });

  (process.platform === "win32" ? it.skip : it)("that is a pipe does not block, and one that is no file is reported", () => {
    const cwd = folderOf({ "a.vendor.yaml": GOOD, [`sub/${NAME}/a`]: "", "sub/a.vendor.yaml": GOOD });
    execFileSync("mkfifo", [join(cwd, NAME)]);
    const { status, stderr } = run(["check"], { cwd });
    assert.deepEqual([status, stderr], [2, `${NAME}: テキストではない\n`]);
    assert.deepEqual(run(["check"], { cwd: join(cwd, "sub") }).stderr, `${NAME}: 読めない（EISDIR）\n`);
  });

  it("that cannot be read is reported with the reason", () => {
    const cwd = folderOf({ [NAME]: Uint8Array.of(0x93, 0xfa, 0x96, 0x7b, 0x83, 0x41), "a.vendor.yaml": GOOD });
    assert.deepEqual(
      run(["check"], { cwd }).stderr,
      `${NAME}: UTF-8ではない（Shift_JIS と思われる）。Shift_JIS として開き、UTF-8で保存し直す\n`,
    );
    const { status, stderr } = run(["check", "--config", "none.yaml"], { cwd });
    assert.deepEqual([status, stderr], [2, "none.yaml: ファイルがない\n"]);
    assert.match(run(["check", "--config="], { cwd }).stderr, /^--config の後に値がない。/);
  });

  it("that has a wrong name is reported, not ignored", () => {
    const other = "vendor-profile.config.yml";
    const cwd = folderOf({ [other]: "files: ['*.yaml']\n", "a.vendor.yaml": GOOD, "sub/b.vendor.yaml": GOOD });
    const { status, stdout, stderr } = run(["check", "--lang", "en"], { cwd });
    assert.deepEqual(
      [status, stdout, stderr],
      [2, "", `${other}: A configuration must be named ${NAME}. Under its present name it is not read\n`],
    );
    assert.equal(
      run(["check"], { cwd: join(cwd, "sub") }).stderr,
      `../${other}: 設定ファイルの名前は ${NAME} とする。今の名前では読まれない\n`,
    );
    // it is read if named, and ignored beside the right one
    assert.equal(run(["check", "--config", other], { cwd }).status, 0);
    writeFileSync(join(cwd, NAME), "");
    assert.equal(run(["check"], { cwd }).status, 0);
  });

  it("that is invalid does not prevent help", () => {
    const cwd = folderOf({ [NAME]: "unknown: 1\n" });
    for (const args of [["--help"], ["check", "--help"], ["help", "check"], ["--version"], ["check", "--version"]]) {
      const { status, stderr } = run(args, { cwd });
      assert.deepEqual([status, stderr], [0, ""], args.join(" "));
    }
  });

  it("cannot hang the search", () => {
    const globs = ["*a".repeat(99), `${"**/".repeat(66)}b`, "?*".repeat(100)];
    const cwd = folderOf({
      [NAME]: `files: ${JSON.stringify(globs)}\n`,
      [`${"a/".repeat(50)}${"a".repeat(200)}`]: GOOD,
      "vendor.yaml": GOOD,
    });
    const { status, signal } = run(["check"], { cwd });
    assert.deepEqual([status, signal], [2, null]);
    const bomb = folderOf({ [NAME]: `files: ["${"{a,b}".repeat(30)}", "{1..9999999}"]\n` });
    assert.equal(run(["check"], { cwd: bomb }).stderr.trimEnd().split("\n").length, 2);
  });
});
