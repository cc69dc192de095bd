import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { chmodSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { folderOf, profileText, removeFolders } from "../cli/run.ts";
import { built, environment } from "../protocol/built.ts";
import { runBound } from "./run.ts";

const BROKEN = profileText("Ⅲ");
const FIXED = profileText("III");

const read = (cwd: string, name = "a.vendor.yaml") => readFileSync(join(cwd, name), "utf8");

/** Runs a program as a user's shell does. */
function execute(program: string, args: readonly string[], cwd: string) {
  const { status, stdout, stderr } = spawnSync(program, args, { env: environment(), encoding: "utf8", timeout: 60_000, cwd });
  return { status, stdout, stderr };
}

describe("check --fix of a file that cannot be written names it, loses nothing, judges it as it is, and ends with 2", () => {
  afterEach(removeFolders);

  /** That `name` has not been fixed but `other` has, and that both are judged. */
  function assertRefused(result: ReturnType<typeof execute>, cwd: string, name: string, text: string, why: RegExp) {
    assert.match(result.stderr, why);
    assert.equal(result.stderr.trimEnd().split("\n").length, 1);
    assert.ok(result.stderr.startsWith(`${name}: `), result.stderr);
    assert.equal(result.status, 2);
    assert.equal(read(cwd, name), text);
    assert.equal(read(cwd, "other.vendor.yaml"), FIXED);
    assert.match(result.stdout, /made 1 fix in 1 file/);
    assert.match(result.stdout, /2 profiles · not applicable 1 · invalid 1/i);
    assert.deepEqual(
      readdirSync(cwd).filter((entry) => entry.startsWith(".vendor-profile-")),
      [],
    );
  }
  const fixing = [built("cli.cjs"), "check", "--fix", "--lang", "en"];

  it("where the disk is full midway", function () {
    if (process.platform === "win32") return this.skip();
    // a limit on a file's size cuts a text short as a full disk does; its signal, which a disk does not send, is passed over
    const large = `${BROKEN}${"# comment\n".repeat(2000)}`;
    const cwd = folderOf({ "a.vendor.yaml": large, "other.vendor.yaml": BROKEN });
    const preload = join(folderOf({ "deaf.cjs": 'process.on("SIGXFSZ", () => {});' }), "deaf.cjs");
    const args = ["-c", 'ulimit -f 8 && exec "$@"', "sh", process.execPath, "--require", preload, ...fixing];
    const result = execute("sh", args, cwd);
    assertRefused(result, cwd, "a.vendor.yaml", large, /cannot be written \((EFBIG|ENOSPC)\)/);
  });

  describe("for want of permission", () => {
    it("on the file", function () {
      const cwd = folderOf({ "a.vendor.yaml": BROKEN, "other.vendor.yaml": BROKEN });
      chmodSync(cwd, 0o777);
      chmodSync(join(cwd, "a.vendor.yaml"), 0o444);
      chmodSync(join(cwd, "other.vendor.yaml"), 0o666);
      const result = runBound(["check", "--fix", "--lang", "en"], cwd);
      if (result === undefined) return this.skip();
      assertRefused(result, cwd, "a.vendor.yaml", BROKEN, /cannot be written \(EACCES\)/);
    });

    it("on the folder", function () {
      const cwd = folderOf({ "sub/a.vendor.yaml": BROKEN, "other.vendor.yaml": BROKEN });
      chmodSync(cwd, 0o777);
      chmodSync(join(cwd, "other.vendor.yaml"), 0o666);
      chmodSync(join(cwd, "sub/a.vendor.yaml"), 0o666);
      chmodSync(join(cwd, "sub"), 0o555);
      const result = runBound(["check", "--fix", "--lang", "en"], cwd);
      const japanese = runBound(["check", "--fix"], cwd);
      chmodSync(join(cwd, "sub"), 0o755);
      if (result === undefined) return this.skip();
      assertRefused(result, cwd, "sub/a.vendor.yaml", BROKEN, /cannot be written \(EACCES\)/);
      assert.deepEqual(readdirSync(join(cwd, "sub")), ["a.vendor.yaml"]);
      assert.equal(japanese?.status, 2);
      assert.equal(japanese.stderr, "sub/a.vendor.yaml: 書き込めない（EACCES）。ファイルは元のまま\n");
      assert.doesNotMatch(japanese.stdout, /自動で直せるところはなかった/);
    });
  });

  it("where it is no file", function () {
    if (process.platform === "win32") return this.skip();
    const cwd = folderOf({ "a.vendor.yaml": BROKEN });
    const args = ["-c", 'cat a.vendor.yaml | "$@"', "sh", process.execPath, ...fixing, "/dev/stdin"];
    const { status, stdout, stderr } = execute("sh", args, cwd);
    assert.equal(status, 2);
    assert.equal(stderr, "/dev/stdin: not a regular file, so not written\n");
    assert.match(stdout, /invalid 1/i);
  });

  for (const [when, call] of [
    ["while it was fixed", "lstat"],
    ["just before it is written", "open"],
  ]) {
    it(`where it has changed ${when}`, () => {
      const changed = `${BROKEN}# changed by another\n`;
      const cwd = folderOf({ "a.vendor.yaml": BROKEN, "other.vendor.yaml": BROKEN });
      // another's write, at the very moment: the spare is made last
      const hook = `
        const fs = require("node:fs");
        const { open, lstat } = fs.promises;
        let isDue = true;
        const change = () => isDue && ((isDue = false), fs.appendFileSync("a.vendor.yaml", "# changed by another\\n"));
        if (${JSON.stringify(call)} === "open") fs.promises.open = (path, ...rest) => (/vendor-profile-/.test(path) && change(), open(path, ...rest));
        else fs.promises.lstat = (path, ...rest) => (/a\\.vendor\\.yaml$/.test(path) && change(), lstat(path, ...rest));
      `;
      const preload = join(folderOf({ "hook.cjs": hook }), "hook.cjs");
      const result = execute(process.execPath, ["--require", preload, ...fixing], cwd);
      assertRefused(result, cwd, "a.vendor.yaml", changed, /changed in the meantime, so not written/);
    });
  }
});
