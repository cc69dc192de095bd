/** Tests what the program writes to pipes, and that it replaces no protected file. */
import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import XLSX from "@e965/xlsx";
import { folderOf, profileText, removeFolders } from "../cli/run.ts";
import { built, environment } from "../protocol/built.ts";
import { AS_OF } from "../support/analyze.ts";
import { runBound } from "./run.ts";

const good = profileText("III", "株式会社あおば");

describe("report", () => {
  afterEach(removeFolders);

  it("writes to a pipe, and does not take its place", function () {
    if (process.platform === "win32") return this.skip();
    const cwd = folderOf({ "a.vendor.yaml": good });
    const program = [process.execPath, built("cli.cjs"), "report", "--lang", "ja", "-o", "pipe"];
    const { stdout } = spawnSync("sh", ["-c", 'mkfifo pipe; cat pipe & "$@"; wait', "sh", ...program], {
      cwd,
      encoding: "utf8",
      timeout: 60_000,
    });
    assert.match(stdout, /^## クラウドサービス判定報告書/);
    assert.ok(statSync(join(cwd, "pipe")).isFIFO());
  });

  it("leaves a read-only file as it was", function () {
    const cwd = folderOf({ "a.vendor.yaml": good, "a.md": "大事なもの" });
    chmodSync(cwd, 0o777);
    chmodSync(join(cwd, "a.vendor.yaml"), 0o644);
    chmodSync(join(cwd, "a.md"), 0o444);
    const result = runBound(["report", "-o", "a.md", "--force", "--as-of", AS_OF], cwd);
    if (result === undefined) return this.skip();
    assert.equal(result.status, 2);
    assert.match(result.stderr, /^a\.md: .*EACCES/);
    assert.equal(readFileSync(join(cwd, "a.md"), "utf8"), "大事なもの");
  });
});

describe("questionnaire", () => {
  it("writes to standard output, for another program", () => {
    const { status, stdout } = spawnSync(process.execPath, [built("cli.cjs"), "questionnaire"], { env: environment({}) });
    assert.equal(status, 0);
    assert.equal(XLSX.read(stdout).SheetNames.length, 10);
  });
});
