/** Tests the program's exit status, whoever reads its output and wherever it writes. */
import { strict as assert } from "node:assert";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync } from "node:fs";
import { join } from "node:path";
import { folderOf, profileText, type Report, removeFolders } from "../cli/run.ts";
import { built, environment } from "../protocol/built.ts";
import { AS_OF, examples } from "../support/analyze.ts";
import { run, runBound } from "./run.ts";

const GOOD = profileText();
const UNDETERMINED = profileText("S");

describe("The program ends with", () => {
  afterEach(removeFolders);

  const text = (name: string) => examples().find((example) => example.name === name)?.text ?? assert.fail(name);

  it("2 where a folder may not be looked into, the rest being judged", function () {
    const cwd = folderOf({ "a.vendor.yaml": GOOD, "sub/b.vendor.yaml": GOOD });
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, "sub"), 0);
    const all = [[], ["*.yaml", "sub/*.yaml"], ["**/*.vendor.yaml"], [`${cwd}/**/*.vendor.yaml`]];
    const results = all.map((paths) => runBound(["check", ...paths, "--as-of", AS_OF, "--lang", "en"], cwd));
    chmodSync(join(cwd, "sub"), 0o755);
    for (const result of results) {
      if (result === undefined) return this.skip();
      assert.equal(result.status, 2);
      assert.match(result.stdout, /(^|\/)sub\/\n.*EACCES/m);
      assert.match(result.stdout, /not applicable 1/);
      assert.equal(result.stderr, "");
    }
  });

  it("2 in one shard where a folder may not be looked into, for it counts among the inputs", function () {
    const cwd = folderOf({ "a.vendor.yaml": profileText(), "秘/b.vendor.yaml": profileText() });
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, "秘"), 0);
    const results = [1, 2].map((number) => runBound(["check", "--shard", `${number}/2`], cwd));
    chmodSync(join(cwd, "秘"), 0o755);
    if (results.includes(undefined)) return this.skip();
    assert.deepEqual(
      results.map((result) => result?.status),
      [2, 0],
    );
  });

  it("the status of what it found when nobody reads the output, without a word", async () => {
    const cwd = folderOf({ "a.vendor.yaml": text("overseas-without-alternative"), "b.vendor.yaml": GOOD });
    for (const [path, expected] of [
      ["b.vendor.yaml", 0],
      ["a.vendor.yaml", 1],
    ] as const) {
      const child = spawn(process.execPath, [built("cli.cjs"), "check", path], { cwd, env: environment() });
      // before the program has so much as started
      child.stdout.destroy();
      let stderr = "";
      child.stderr.on("data", (chunk) => {
        stderr += chunk;
      });
      const [code] = await once(child, "close");
      assert.equal(stderr, "");
      assert.equal(code, expected, path);
    }
  });

  it("no crash when its reader stops after the first line", async () => {
    const cwd = folderOf(Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`${index}.vendor.yaml`, UNDETERMINED])));
    const child = spawn(process.execPath, [built("cli.cjs"), "check"], { cwd, env: environment() });
    let stderr = "";
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    await once(child.stdout, "data");
    child.stdout.destroy();
    const [code, signal] = await once(child, "close");
    assert.deepEqual([stderr, signal], ["", null]);
    assert.notEqual(code, 3);
  });
});

// the shell and its devices are those of POSIX
(process.platform === "win32" ? describe.skip : describe)("The exit status", () => {
  afterEach(removeFolders);

  const shell = (script: string, cwd: string) =>
    spawnSync("sh", ["-c", script, process.execPath, built("cli.cjs")], {
      cwd,
      env: environment({ LANG: "en" }),
      encoding: "utf8",
    });

  it("is 0 in a folder that is there no more, for what needs none", () => {
    const { status, stderr } = shell('mkdir gone; cd gone; rmdir ../gone; "$0" "$1" --version', folderOf({}));
    assert.deepEqual([status, stderr], [0, ""]);
  });

  it("is 2 where the result cannot be written", function () {
    if (!existsSync("/dev/full")) this.skip();
    for (const command of ["--version", "check", "explain 4"]) {
      const { status, stderr } = shell(`"$0" "$1" ${command} > /dev/full`, folderOf({ "a.vendor.yaml": profileText() }));
      assert.deepEqual([status, stderr], [2, "-: cannot be written (ENOSPC)\n"], command);
    }
  });

  it("is what it is, whether anyone reads or not", () => {
    const cwd = folderOf({ "a.vendor.yaml": profileText("S") });
    const unread = (command: string, what: string) =>
      shell(`{ { "$0" "$1" ${command}; echo $? >&3; } ${what} | true; } 3>&1`, cwd);
    assert.equal(unread("check 'none*'", "2>&1 >/dev/null").stdout, "2\n");
    assert.equal(unread("check", "").stdout, "1\n");
  });
});

describe("--as-of", () => {
  it("is today in Tokyo when left out, whatever the time zone here", () => {
    const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tokyo", dateStyle: "short" }).format(new Date());
    for (const TZ of ["Pacific/Pago_Pago", "Pacific/Kiritimati"]) {
      const before = today();
      const { asOf } = JSON.parse(run(["check", "-", "-f", "json"], { input: profileText(), env: { TZ } }).stdout) as Report;
      assert.ok([before, today()].includes(asOf));
    }
  });
});
