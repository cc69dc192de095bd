/** Tests that shards, judged as on several machines, give the same result as one run. */
import { strict as assert } from "node:assert";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AS_OF, examples } from "../support/analyze.ts";
import { check, folderOf, profileText, removeFolders, run } from "./run.ts";

const register = () => folderOf(Object.fromEntries(examples().map(({ name, text }) => [`${name}.vendor.yaml`, text])));
const asked = ["--as-of", AS_OF, "--lang", "en"];
const numbers = [1, 2, 3] as const;

describe("check --shard", () => {
  afterEach(removeFolders);

  it("judges each input in one shard, in order, and names the shard", () => {
    const cwd = register();
    const whole = check(asked, { cwd }).json();
    const shards = numbers.map((number) => check([...asked, "--shard", `${number}/3`], { cwd }));
    assert.deepEqual(
      shards.flatMap(({ json }) => json().files),
      whole.files,
    );
    for (const [index, { stderr, json }] of shards.entries()) {
      const { files } = json();
      assert.equal(stderr, `shard ${index + 1}/3: ${files.length} of ${whole.files.length} inputs\n`);
    }
    assert.match(run(["check", "--shard", "1/3"], { cwd }).stdout, /^分担 1\/3: 入力16件のうち5件$/m);
  });

  it("splits the suites of JUnit and the report of GitLab in order", () => {
    const cwd = register();
    const of = (format: string, ...more: string[]) => run(["check", ...asked, "-f", format, ...more], { cwd }).stdout;
    const suites = (text: string) => text.match(/<testsuite .*?<\/testsuite>/gs) ?? [];
    const each = (format: string) => numbers.map((number) => of(format, "--shard", `${number}/3`));
    assert.ok(suites(of("junit")).length > 10);
    assert.deepEqual(each("junit").flatMap(suites), suites(of("junit")));
    assert.deepEqual(
      each("gitlab").flatMap((text) => JSON.parse(text)),
      JSON.parse(of("gitlab")),
    );
  });

  it("exits with the status of its own inputs, and with 0 if it has none", () => {
    const cwd = folderOf({
      "a.vendor.yaml": profileText(),
      "b.vendor.yaml": profileText("S"),
      "c.vendor.yaml": Uint8Array.of(0),
    });
    const statuses = (of: number) =>
      Array.from({ length: of }, (_, index) => run(["check", "--shard", `${index + 1}/${of}`], { cwd }).status);
    assert.deepEqual(statuses(3), [0, 1, 2]);
    assert.deepEqual(statuses(6), [0, 0, 0, 1, 0, 2]);
    assert.match(
      run(["check", "--shard", "1/6", "--lang", "en"], { cwd }).stdout,
      /^0 profiles .*\nshard 1\/6: 0 of 3 inputs\n$/,
    );
    const { status, stdout, stderr } = run(["check", "--shard", "1/2", "--lang", "en"], { cwd: folderOf({}) });
    assert.deepEqual([status, stdout], [2, ""]);
    assert.match(stderr, /^No profile found/);
  });

  it("leaves out what a baseline has, and fixes what is its own", () => {
    const cwd = register();
    writeFileSync(join(cwd, "before.sarif"), run(["check", ...asked, "-f", "sarif"], { cwd }).stdout);
    for (const number of numbers) {
      const { status } = run(["check", ...asked, "--baseline", "before.sarif", "--shard", `${number}/3`], { cwd });
      assert.equal(status, 0);
    }
    const two = folderOf({ "a.vendor.yaml": profileText("Ⅲ"), "b.vendor.yaml": profileText("Ⅲ") });
    run(["check", "--fix", "--shard", "2/2"], { cwd: two });
    assert.equal(readFileSync(join(two, "a.vendor.yaml"), "utf8"), profileText("Ⅲ"));
    assert.equal(readFileSync(join(two, "b.vendor.yaml"), "utf8"), profileText());
  });

  it("rejects anything but a shard number", () => {
    for (const shard of ["0/3", "4/3", "a/b"]) {
      for (const [lang, words] of [
        ["ja", `--shard に「${shard}」は使えない。使える値: I/N`],
        ["en", `--shard cannot be “${shard}”. Allowed: I/N`],
      ] as const) {
        const { status, stdout, stderr } = run(["check", `--shard=${shard}`, "--lang", lang]);
        assert.deepEqual([status, stdout], [2, ""], shard);
        assert.ok(stderr.startsWith(words), stderr);
      }
    }
    assert.match(
      run(["check", "--watch", "--shard", "1/2", "--lang", "en"]).stderr,
      /^--watch and --shard cannot be used together/,
    );
  });
});

describe("join", () => {
  afterEach(removeFolders);

  for (const format of ["json", "sarif"] as const) {
    it(`makes the ${format} of the whole run from its shards, in any order`, () => {
      const cwd = register();
      run(["check", ...asked, "-f", format, "-o", "whole"], { cwd });
      for (const number of numbers) run(["check", ...asked, "-f", format, "-o", `${number}`, "--shard", `${number}/3`], { cwd });
      const whole = readFileSync(join(cwd, "whole"), "utf8");
      const { status, stdout } = run(["join", "3", "1", "2"], { cwd });
      assert.equal(status, 0);
      assert.equal(stdout, whole);
      assert.equal(run(["join", "1", "2", "3", "-o", "joined"], { cwd }).status, 0);
      assert.equal(readFileSync(join(cwd, "joined"), "utf8"), whole);
      // it also works as the baseline of the next run
      assert.equal(run(["check", ...asked, "--baseline", "joined"], { cwd }).status, 0);
      const { status: refused, stderr } = run(["join", "1", "3", "--lang", "en"], { cwd });
      assert.deepEqual([refused, stderr], [2, "The output of shard 2/3 is missing. Name the outputs of all shards.\n"]);
    });
  }

  it("names a file that it cannot read", () => {
    const { status, stdout, stderr } = run(["join", "none"], { cwd: folderOf({}) });
    assert.deepEqual([status, stdout, stderr], [2, "", "「none」が読めない（ENOENT）。\n"]);
  });
});
