import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { environment } from "../protocol/built.ts";
import { AS_OF, examples } from "../support/analyze.ts";
import { check, folderOf, profileText, removeFolders, run } from "./run.ts";

const BROKEN = profileText("Ⅲ");
const FIXED = profileText("III");
const EXAMPLE = examples().find(({ name }) => name === "japanese-keyboard")?.text ?? assert.fail();

/** Byte-level variants of the same text. */
const FORMS: readonly [name: string, write: (text: string) => string][] = [
  ["LF", (text) => text],
  ["CR LF", (text) => text.replaceAll("\n", "\r\n")],
  ["a byte order mark", (text) => `\ufeff${text}`],
  ["a byte order mark and CR LF", (text) => `\ufeff${text.replaceAll("\n", "\r\n")}`],
  ["no final newline", (text) => text.trimEnd()],
  ["many final newlines", (text) => `${text}\n\n`],
];

const LONG_AGO = new Date("2001-02-03T04:05:06Z");

/** A folder whose files have old modification times. */
function oldFolderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = folderOf(files);
  for (const name of Object.keys(files)) utimesSync(join(folder, name), LONG_AGO, LONG_AGO);
  return folder;
}

const read = (cwd: string, name = "a.vendor.yaml") => readFileSync(join(cwd, name), "utf8");
const isUntouched = (cwd: string, name: string) => statSync(join(cwd, name)).mtimeMs === LONG_AGO.getTime();

/** What Git makes of a diff. */
function apply(cwd: string, input: string, ...options: string[]) {
  const { status, stdout, stderr } = spawnSync("git", ["apply", "--whitespace=nowarn", ...options, "-"], {
    env: environment({ GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" }),
    encoding: "utf8",
    cwd,
    input,
  });
  return { status, stdout, stderr };
}

describe("check --fix", () => {
  afterEach(removeFolders);

  it("writes fixes without alternatives, judges the result, counts them, and leaves nothing to fix", () => {
    const cwd = folderOf({ "a.vendor.yaml": EXAMPLE, "b.vendor.yaml": BROKEN });
    const before = check(["--as-of", AS_OF], { cwd });
    const { status, stdout, stderr } = run(["check", "--fix", "--as-of", AS_OF, "--lang", "en"], { cwd });
    assert.equal(stderr, "");
    assert.match(stdout, /^made \d{2} fixes in 2 files\n$/m);
    assert.match(read(cwd), /^ {2}classification: I$/m);
    assert.match(read(cwd), /^ {2}country: JP$/m);
    assert.match(read(cwd), /^# 日本語入力のまま書いた例。/);
    assert.equal(read(cwd, "b.vendor.yaml"), FIXED);
    // the output describes the fixed text
    const after = check(["--as-of", AS_OF], { cwd });
    const places = (stdout.match(/:\d+:\d+ {2}[\w.-]+$/gm) ?? []).length;
    const findings = (result: typeof after) => result.json().files.flatMap(({ findings }) => findings);
    assert.equal(places, findings(after).length);
    assert.ok(findings(after).length < findings(before).length);
    assert.equal(status, after.status);

    for (const name of ["a.vendor.yaml", "b.vendor.yaml"]) utimesSync(join(cwd, name), LONG_AGO, LONG_AGO);
    const again = run(["check", "--fix", "--as-of", AS_OF, "--lang", "en"], { cwd });
    assert.match(again.stdout, /^nothing to fix automatically\n$/m);
    assert.equal(again.status, status);
    for (const name of ["a.vendor.yaml", "b.vendor.yaml"]) assert.ok(isUntouched(cwd, name), name);
  });

  it("reports the fixes in Japanese", () => {
    const cwd = folderOf({ "a.vendor.yaml": BROKEN });
    assert.match(run(["check", "--fix"], { cwd }).stdout, /^1ファイルの1か所を直した\n$/m);
    assert.match(run(["check", "--fix"], { cwd }).stdout, /^自動で直せるところはなかった\n$/m);
  });

  it("does not touch a file without fixes, and mentions fixes only with --fix", () => {
    const cwd = oldFolderOf({ "a.vendor.yaml": BROKEN, "b.vendor.yaml": FIXED });
    const { stdout } = run(["check", "--lang", "en"], { cwd });
    assert.doesNotMatch(stdout, /nothing to fix|made/);
    assert.ok(isUntouched(cwd, "a.vendor.yaml"));
    run(["check", "--fix"], { cwd });
    assert.ok(!isUntouched(cwd, "a.vendor.yaml"));
    assert.ok(isUntouched(cwd, "b.vendor.yaml"));
  });

  it("prints the JSON of the fixed text, and nothing else", () => {
    const cwd = folderOf({ "a.vendor.yaml": EXAMPLE });
    const fixing = check(["--fix", "--as-of", AS_OF], { cwd });
    assert.equal(fixing.stderr, "");
    assert.deepEqual(fixing.stdout, check(["--as-of", AS_OF], { cwd }).stdout);
  });

  it("exits with the status of the fixed text", () => {
    const cwd = folderOf({ "a.vendor.yaml": BROKEN, "b.vendor.yaml": profileText("Ⅰ") });
    assert.equal(run(["check", "a.vendor.yaml"], { cwd }).status, 1);
    assert.equal(run(["check", "--fix", "a.vendor.yaml"], { cwd }).status, 0);
    assert.equal(run(["check", "--fix", "b.vendor.yaml"], { cwd }).status, 1);
    assert.equal(run(["check", "--fix", "a.vendor.yaml", "none*"], { cwd }).status, 2);
    assert.equal(run(["check", "--fix", "none*", "--lang", "en"], { cwd }).stdout, "");
  });

  for (const [form, write] of FORMS) {
    it(`keeps ${form}`, () => {
      const cwd = folderOf({ "a.vendor.yaml": write(BROKEN) });
      assert.equal(run(["check", "--fix"], { cwd }).status, 0);
      assert.equal(read(cwd), write(FIXED));
    });
  }

  it("keeps the mode, and leaves no temporary file behind", function () {
    if (process.platform === "win32") return this.skip();
    for (const mode of [0o600, 0o640, 0o666, 0o755]) {
      const cwd = folderOf({ "a.vendor.yaml": BROKEN });
      chmodSync(join(cwd, "a.vendor.yaml"), mode);
      assert.equal(run(["check", "--fix"], { cwd }).status, 0);
      assert.equal(read(cwd), FIXED);
      assert.equal(statSync(join(cwd, "a.vendor.yaml")).mode & 0o777, mode);
      assert.deepEqual(readdirSync(cwd), ["a.vendor.yaml"]);
    }
  });

  it("writes through a link, and keeps it", function () {
    if (process.platform === "win32") return this.skip();
    const cwd = folderOf({ "real/a.vendor.yaml": BROKEN, "links/readme.txt": "" });
    const link = join(cwd, "links/a.vendor.yaml");
    symlinkSync("../real/a.vendor.yaml", link);
    assert.equal(run(["check", "--fix", "links/a.vendor.yaml"], { cwd }).status, 0);
    assert.ok(lstatSync(link).isSymbolicLink());
    assert.equal(readlinkSync(link), "../real/a.vendor.yaml");
    assert.equal(read(cwd, "real/a.vendor.yaml"), FIXED);
    assert.deepEqual(readdirSync(join(cwd, "links")).sort(), ["a.vendor.yaml", "readme.txt"]);
    assert.deepEqual(readdirSync(join(cwd, "real")), ["a.vendor.yaml"]);
  });

  it("fixes a file with the longest possible name", () => {
    const name = `${"a".repeat(243)}.vendor.yaml`;
    const cwd = folderOf({ [name]: BROKEN });
    assert.equal(run(["check", "--fix"], { cwd }).status, 0);
    assert.equal(read(cwd, name), FIXED);
  });

  it("accepts one file under two names", () => {
    const cwd = folderOf({ "a.vendor.yaml": BROKEN });
    const { status, stdout, stderr } = run(["check", "--fix", "a.vendor.yaml", "./a.vendor.yaml", "--lang", "en"], { cwd });
    assert.deepEqual([status, stderr], [0, ""]);
    assert.match(stdout, /^made 1 fix in 1 file$/m);
    assert.equal(read(cwd), FIXED);
  });

  it("skips an unreadable input, fixes the rest, and exits with 2", () => {
    const legacy = Uint8Array.of(0x6e, 0x3a, 0x20, 0x8d, 0x62, 0x0a);
    const cwd = folderOf({ "a.vendor.yaml": BROKEN, "b.vendor.yaml": legacy, "c.vendor.yaml": BROKEN });
    const { status, stdout } = run(["check", "--fix", "none.yaml", ".", "--lang", "en"], { cwd });
    assert.equal(status, 2);
    assert.match(stdout, /none\.yaml\n.*no such file/);
    assert.match(stdout, /b\.vendor\.yaml\n.*not UTF-8/);
    assert.match(stdout, /^made 2 fixes in 2 files$/m);
    assert.deepEqual([read(cwd), read(cwd, "c.vendor.yaml")], [FIXED, FIXED]);
    assert.deepEqual(new Uint8Array(readFileSync(join(cwd, "b.vendor.yaml"))), legacy);
  });
});

describe("check --fix-dry-run", () => {
  afterEach(removeFolders);

  it("writes nothing, and prints a diff that makes of the files what --fix makes of them", () => {
    const files = {
      "a.vendor.yaml": EXAMPLE,
      "b.vendor.yaml": FIXED,
      "sub/名前 その1.vendor.yaml": BROKEN,
      "x y.vendor.yaml": BROKEN,
    };
    const cwd = oldFolderOf(files);
    const fixedBy = folderOf(files);
    const { status, stdout, stderr } = run(["check", "--fix-dry-run", "--as-of", AS_OF, "--lang", "en"], { cwd });
    for (const [name, text] of Object.entries(files)) {
      assert.equal(read(cwd, name), text);
      assert.ok(isUntouched(cwd, name));
    }
    assert.deepEqual(readdirSync(cwd).sort(), ["a.vendor.yaml", "b.vendor.yaml", "sub", "x y.vendor.yaml"]);
    assert.match(stderr, /^would make \d{2} fixes in 3 files\n$/);
    assert.match(stdout, /^--- a\/a\.vendor\.yaml\n\+\+\+ b\/a\.vendor\.yaml\n@@ /);
    assert.ok(!stdout.includes("b/b.vendor.yaml"));
    // without a tab, `patch` ends the name at the space
    assert.match(stdout, /^--- a\/x y\.vendor\.yaml\t/m);

    assert.deepEqual(apply(cwd, stdout, "--check"), { status: 0, stdout: "", stderr: "" });
    assert.equal(apply(cwd, stdout).status, 0);
    assert.equal(run(["check", "--fix", "--as-of", AS_OF], { cwd: fixedBy }).status, status);
    for (const name of Object.keys(files)) assert.equal(read(cwd, name), read(fixedBy, name), name);
  });

  for (const [form, write] of FORMS) {
    it(`keeps ${form}`, () => {
      const cwd = folderOf({ "a.vendor.yaml": write(BROKEN) });
      const { status, stdout } = run(["check", "--fix-dry-run"], { cwd });
      assert.equal(status, 0);
      assert.deepEqual(apply(cwd, stdout), { status: 0, stdout: "", stderr: "" });
      assert.equal(read(cwd), write(FIXED));
    });
  }

  it("names files relative to the current folder, however they were given", () => {
    const cwd = folderOf({ "sub/a.vendor.yaml": BROKEN });
    const given = ["sub", "./sub/", "sub/../sub/a.vendor.yaml", join(cwd, "sub"), "**/*.yaml"];
    for (const path of given) {
      const { stdout } = run(["check", "--fix-dry-run", path], { cwd });
      assert.match(stdout, /^--- a\/sub\/a\.vendor\.yaml\n\+\+\+ b\/sub\/a\.vendor\.yaml\n/, path);
    }
  });

  it("prints a diff of standard input too", () => {
    const { status, stdout, stderr } = run(["check", "-", "--fix-dry-run"], { input: BROKEN });
    assert.equal(status, 0);
    assert.equal(stderr, "1ファイルの1か所を直せる\n");
    assert.ok(stdout.startsWith("--- a/-\n+++ b/-\n@@ -1,4 +1,4 @@\n profile: 1\n"), stdout);
    assert.ok(stdout.includes("-information: { classification: Ⅲ }\n+information: { classification: III }\n"));
  });

  it("prints no diff if there is nothing to fix, and says so", () => {
    assert.deepEqual(run(["check", "-", "--fix-dry-run", "--lang", "en"], { input: FIXED }), {
      status: 0,
      signal: null,
      stdout: "",
      stderr: "nothing to fix automatically\n",
    });
    const { status, stdout, stderr } = run(["check", "-", "--fix-dry-run"], { input: profileText("I") });
    assert.deepEqual([status, stdout, stderr], [1, "", "自動で直せるところはない\n"]);
  });

  it("reports an unreadable input, and exits with 2", () => {
    const cwd = folderOf({ "a.vendor.yaml": BROKEN });
    const { status, stdout, stderr } = run(["check", "--fix-dry-run", "none.yaml", "a.vendor.yaml", "--lang", "en"], { cwd });
    assert.equal(status, 2);
    assert.equal(stderr, "none.yaml: no such file\nwould make 1 fix in 1 file\n");
    assert.equal(apply(cwd, stdout, "--check").status, 0);
  });

  it("accepts a read-only file", () => {
    const cwd = folderOf({ "a.vendor.yaml": BROKEN });
    mkdirSync(join(cwd, "sub"));
    writeFileSync(join(cwd, "sub/a.vendor.yaml"), BROKEN, { mode: 0o444 });
    assert.equal(run(["check", "--fix-dry-run"], { cwd }).status, 0);
  });
});

describe("Options that --fix and --fix-dry-run exclude are wrong usage, and nothing is written", () => {
  afterEach(removeFolders);

  const cases: [args: string[], en: RegExp, ja: RegExp][] = [
    [["--fix", "--fix-dry-run"], /^--fix and --fix-dry-run cannot be used together/, /^--fix と --fix-dry-run は一緒に使えない/],
    [["--fix", "-"], /^Standard input .*--fix-dry-run/, /^標準入力は.*--fix-dry-run/],
    [["--fix-dry-run", "-f", "json"], /^--fix-dry-run and --format json cannot/, /^--fix-dry-run と --format json は/],
    [["--fix=yes"], /^--fix takes no value/, /^--fix は値を取らない/],
    [["--fix-dry-run=yes"], /^--fix-dry-run takes no value/, /^--fix-dry-run は値を取らない/],
  ];
  for (const [args, en, ja] of cases) {
    it(`check ${args.join(" ")}`, () => {
      const cwd = oldFolderOf({ "a.vendor.yaml": BROKEN });
      for (const [lang, expected] of [
        ["en", en],
        ["ja", ja],
      ] as const) {
        const result = run(["check", "a.vendor.yaml", ...args, "--lang", lang], { cwd, input: BROKEN });
        assert.deepEqual([result.status, result.stdout], [2, ""]);
        assert.match(result.stderr, expected);
      }
      assert.equal(read(cwd), BROKEN);
      assert.ok(isUntouched(cwd, "a.vendor.yaml"));
    });
  }

  it("and the help describes both", () => {
    for (const lang of ["ja", "en"]) {
      const { stdout } = run(["check", "--help", "--lang", lang]);
      assert.match(stdout, /^ {6}--fix {2}/m);
      assert.match(stdout, /^ {6}--fix-dry-run {2}/m);
    }
  });
});
