/** Tests that every file is written whole or not at all: on a full disk, at links, over files that must stay. */
import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { basename, dirname, join, sep } from "node:path";
import { folderOf, profileText, removeFolders } from "../cli/run.ts";
import { built, environment } from "../protocol/built.ts";
import { runOnFullDisk } from "./full-disk.ts";
import { run, runBound } from "./run.ts";

const BROKEN = profileText("Ⅲ");
const REPORT = ["report", "a.vendor.yaml", "--lang", "en", "-o"];

(process.platform === "win32" ? describe.skip : describe)("on a full disk", () => {
  afterEach(removeFolders);

  const files = { "a.vendor.yaml": BROKEN, "out.md": "what was there\n" };
  const kept = `<a.vendor.yaml>\n${BROKEN}<out.md>\nwhat was there\n`;

  for (const args of [
    [...REPORT, "out.md", "--force"],
    ["check", "--lang", "en", "--format", "json", "--output", "out.md"],
    ["check", "--fix", "--lang", "en"],
    ["questionnaire", "--class", "I", "--lang", "en", "-o", "new.xlsx"],
    ["new", "--class", "I", "--vendor", "甲", "--service", "乙", "--lang", "en", "new.vendor.yaml"],
    ["schema", "--lang", "en", "-o", "new.json"],
  ]) {
    it(`${args.slice(0, 2).join(" ")} reports it, and loses nothing`, () => {
      const { said, status, left } = runOnFullDisk(files, args);
      assert.match(said, /cannot be written \((ENOSPC|EFBIG)\)/);
      assert.equal(status, 2);
      assert.equal(left, kept);
    });
  }
});

(process.platform === "win32" ? describe.skip : describe)("a link under the name of an output", () => {
  afterEach(removeFolders);

  const CHECK = ["check", "--lang", "en", "-f", "sarif", "-o"];
  const links: readonly (readonly [what: string, link: string, target: string, output: string])[] = [
    ["to a file", "out.sarif", "../user/mine", "out.sarif"],
    ["to nothing yet", "out.sarif", "../user/new", "out.sarif"],
    ["to a device", "out.sarif", "/dev/null", "out.sarif"],
    ["to a folder around it", "reports", "../user", "reports/mine"],
  ];
  for (const [what, link, target, output] of links) {
    it(`is not followed, but told: ${what}`, () => {
      const around = folderOf({ "given/a.vendor.yaml": BROKEN, "user/mine": "mine" });
      const cwd = join(around, "given");
      symlinkSync(target, join(cwd, link));
      const end = join(cwd, link === output ? target : `${target}/mine`);
      for (const args of [CHECK, ["schema", "--lang", "en", "-o"]]) {
        const { status, stderr } = run([...args, output], { cwd });
        const leads = target.startsWith("/") ? target : realpathSync(dirname(end)) + sep + basename(end);
        assert.equal(stderr, `${output}: leads to ${leads} by a link, so not written; to write there, name that path\n`);
        assert.equal(status, 2);
        assert.deepEqual(readdirSync(join(around, "user")), ["mine"]);
        assert.equal(readFileSync(join(around, "user/mine"), "utf8"), "mine");
      }
    });
  }

  it("is followed if it is the system's: /dev/stdout, even to a file", () => {
    const cwd = folderOf({ "a.vendor.yaml": BROKEN });
    const script = `{ echo before; "$@" -o /dev/stdout; } > out.json`;
    const args = ["-c", script, "sh", process.execPath, built("cli.cjs"), "schema"];
    const { status } = spawnSync("sh", args, { cwd, env: environment(), encoding: "utf8", timeout: 60_000 });
    assert.equal(status, 0);
    assert.match(readFileSync(join(cwd, "out.json"), "utf8"), /^before\n\{/);
  });

  it("is followed with --force, even to a file that does not exist yet", () => {
    const cwd = folderOf({ "a.vendor.yaml": BROKEN, "内/readme.txt": "" });
    symlinkSync("内/次.md", join(cwd, "out.md"));
    symlinkSync("報告.md", join(cwd, "内/次.md"));
    for (const _ of ["new", "there"]) {
      assert.equal(run([...REPORT, "out.md", "--force"], { cwd }).status, 0);
      assert.ok(lstatSync(join(cwd, "out.md")).isSymbolicLink());
      assert.match(readFileSync(join(cwd, "内/報告.md"), "utf8"), /^## Report/);
      assert.deepEqual(readdirSync(join(cwd, "内")).sort(), ["readme.txt", "報告.md", "次.md"].sort());
    }
  });

  it("is not followed if links form a cycle", () => {
    const cwd = folderOf({ "a.vendor.yaml": BROKEN });
    symlinkSync("there.md", join(cwd, "out.md"));
    symlinkSync("out.md", join(cwd, "there.md"));
    for (const output of ["out.md", "out.md/report.md"]) {
      const { status, stderr } = run([...REPORT, output, "--force"], { cwd });
      assert.deepEqual([status, stderr], [2, `${output}: cannot be written (ELOOP)\n`]);
    }
    assert.ok(lstatSync(join(cwd, "out.md")).isSymbolicLink());
  });
});

describe("a file that is written again", () => {
  afterEach(removeFolders);

  const ways: Readonly<Record<string, readonly string[]>> = {
    "by check --fix": ["check", "--fix", "--threads", "1"],
    "by check -o": ["check", "a.vendor.yaml", "-f", "json", "-o", "out.json"],
    "by report --force": ["report", "a.vendor.yaml", "--force", "-o", "out.json"],
    "by report --force, through a link": ["report", "a.vendor.yaml", "--force", "-o", "link.json"],
  };
  for (const [way, args] of Object.entries(ways)) {
    it(`${way} is the same file: all that belongs to it is kept`, function () {
      if (process.platform === "win32") return this.skip();
      const cwd = folderOf({ "a.vendor.yaml": BROKEN, "out.json": "x".repeat(100_000) });
      symlinkSync("out.json", join(cwd, "link.json"));
      const file = join(cwd, args.includes("--fix") ? "a.vendor.yaml" : "out.json");
      chmodSync(file, 0o640);
      if (process.getuid?.() === 0) chownSync(file, 1234, 1235);
      const before = statSync(file, { bigint: true });
      const text = readFileSync(file, "utf8");
      assert.notEqual(run(args, { cwd }).status, 2);
      const { ino, dev, mode, uid, gid, nlink } = statSync(file, { bigint: true });
      assert.deepEqual([ino, dev, mode, uid, gid, nlink], [before.ino, before.dev, before.mode, before.uid, before.gid, 1n]);
      assert.notEqual(readFileSync(file, "utf8"), text);
      assert.deepEqual(readdirSync(cwd).sort(), ["a.vendor.yaml", "link.json", "out.json"]);
    });
  }

  it("keeps its other names (hard links); check, which asks for no --force, refuses it", () => {
    const cwd = folderOf({ "a.vendor.yaml": BROKEN, "out.json": "old" });
    linkSync(join(cwd, "a.vendor.yaml"), join(cwd, "a.txt"));
    linkSync(join(cwd, "out.json"), join(cwd, "other.json"));
    const refused = run(["check", "--lang", "en", "-f", "json", "-o", "out.json"], { cwd });
    assert.deepEqual(
      [refused.status, refused.stderr],
      [2, "out.json: is a file with other names too (hard links), so not written; remove it first, or choose another name\n"],
    );
    assert.equal(readFileSync(join(cwd, "other.json"), "utf8"), "old");
    assert.equal(run(["check", "--fix"], { cwd }).status, 0);
    assert.equal(readFileSync(join(cwd, "a.txt"), "utf8"), profileText("III"));
    assert.equal(run([...REPORT, "out.json", "--force"], { cwd }).status, 0);
    assert.equal(readFileSync(join(cwd, "other.json"), "utf8"), readFileSync(join(cwd, "out.json"), "utf8"));
  });

  it("never is an input under another name", () => {
    const cwd = folderOf({ "a.vendor.yaml": BROKEN });
    linkSync(join(cwd, "a.vendor.yaml"), join(cwd, "out.md"));
    const { status, stderr } = run([...REPORT, "out.md", "--force"], { cwd });
    assert.deepEqual([status, stderr], [2, "The output “out.md” is also an input. It is not written.\n"]);
    assert.equal(readFileSync(join(cwd, "a.vendor.yaml"), "utf8"), BROKEN);
  });
});

(process.platform === "win32" ? describe.skip : describe)("a signal while a file is written", () => {
  afterEach(removeFolders);

  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    for (const [way, args] of [
      ["check --fix", ["check", "--fix"]],
      ["report", [...REPORT, "out.md"]],
    ] as const) {
      it(`ends ${way} once it is written, and leaves nothing else: ${signal}`, () => {
        const hook = `
          const fs = require("node:fs");
          const { open } = fs.promises;
          fs.promises.open = (path, ...rest) => (/vendor-profile-/.test(path) && process.kill(process.pid, "${signal}"), open(path, ...rest));
        `;
        const cwd = folderOf({ "a.vendor.yaml": BROKEN });
        const preload = join(folderOf({ "hook.cjs": hook }), "hook.cjs");
        const ended = run(args, { cwd, env: { NODE_OPTIONS: `--require ${JSON.stringify(preload)}` } });
        assert.deepEqual([ended.status, ended.signal], [null, signal]);
        const [changed, ...rest] = readdirSync(cwd).reverse();
        if (args[1] === "--fix") assert.equal(readFileSync(join(cwd, changed ?? ""), "utf8"), profileText("III"));
        else assert.match(readFileSync(join(cwd, changed ?? ""), "utf8"), /^## Report/);
        assert.deepEqual(rest, args[1] === "--fix" ? [] : ["a.vendor.yaml"]);
      });
    }
  }
});

describe("an output that cannot be written is named, with the error code of the system", () => {
  afterEach(removeFolders);

  it("a folder, a name below a file, a missing folder", () => {
    const cwd = folderOf({ "a.vendor.yaml": BROKEN, "out/readme.txt": "" });
    assert.equal(
      run([...REPORT, "out", "-f", "md", "--force"], { cwd }).stderr,
      "out: is a folder, so not written; name a file\n",
    );
    assert.match(
      run([...REPORT, "a.vendor.yaml/out.md"], { cwd }).stderr,
      /^a\.vendor\.yaml\/out\.md: cannot be written \((ENOTDIR|ENOENT)\)\n$/,
    );
    assert.equal(run([...REPORT, "none/out.md"], { cwd }).stderr, "none/out.md: cannot be written (ENOENT)\n");
    assert.ok(!existsSync(join(cwd, "none")));
  });

  it("below an inaccessible folder", () => {
    const cwd = folderOf({ "a.vendor.yaml": BROKEN, "秘/out.md": "mine" });
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, "秘"), 0);
    const result = runBound([...REPORT, "秘/out.md", "--force"], cwd);
    chmodSync(join(cwd, "秘"), 0o755);
    assert.deepEqual([result?.status, result?.stderr], [2, "秘/out.md: cannot be written (EACCES)\n"]);
    assert.equal(readFileSync(join(cwd, "秘/out.md"), "utf8"), "mine");
  });
});
