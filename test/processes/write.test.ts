/** Tests that every file is written whole or not at all: on a full disk, through links, over files that must stay. */
import { strict as assert } from "node:assert";
import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { folderOf, profileText, removeFolders } from "../cli/run.ts";
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

(process.platform === "win32" ? describe.skip : describe)("what is written through a link", () => {
  afterEach(removeFolders);

  it("is written at its target, even if that does not exist yet", () => {
    const cwd = folderOf({ "a.vendor.yaml": BROKEN, "内/readme.txt": "" });
    symlinkSync("内/次.md", join(cwd, "out.md"));
    symlinkSync("報告.md", join(cwd, "内/次.md"));
    for (const force of [[], ["--force"]]) {
      assert.equal(run([...REPORT, "out.md", ...force], { cwd }).status, 0);
      assert.ok(lstatSync(join(cwd, "out.md")).isSymbolicLink());
      assert.match(readFileSync(join(cwd, "内/報告.md"), "utf8"), /^## Report/);
      assert.deepEqual(readdirSync(join(cwd, "内")).sort(), ["readme.txt", "報告.md", "次.md"].sort());
    }
  });

  it("is not written if links form a cycle", () => {
    const cwd = folderOf({ "a.vendor.yaml": BROKEN });
    symlinkSync("there.md", join(cwd, "out.md"));
    symlinkSync("out.md", join(cwd, "there.md"));
    for (const output of ["out.md", "out.md/report.md"]) {
      const { status, stderr } = run([...REPORT, output, "--force"], { cwd });
      assert.deepEqual([status, stderr], [2, `${output}: cannot be written (ELOOP)\n`]);
    }
    assert.ok(lstatSync(join(cwd, "out.md")).isSymbolicLink());
  });

  it("keeps the mode of its target", () => {
    const cwd = folderOf({ "a.vendor.yaml": BROKEN, "real.md": "" });
    chmodSync(join(cwd, "real.md"), 0o640);
    symlinkSync("real.md", join(cwd, "out.md"));
    assert.equal(run([...REPORT, "out.md", "--force"], { cwd }).status, 0);
    assert.equal(statSync(join(cwd, "real.md")).mode & 0o777, 0o640);
  });
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
