/** Tests that several threads give the same output as one, to the byte, and that a dying thread loses nothing. */
import { strict as assert } from "node:assert";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FORMATS } from "../../server/src/cli/formats/outputs.ts";
import { folderOf, profileText, removeFolders } from "../cli/run.ts";
import { built, environment } from "../protocol/built.ts";
import { AS_OF, examples } from "../support/analyze.ts";
import { run } from "./run.ts";

const judging = ["--as-of", AS_OF];

/** The examples, many more profiles, and unreadable inputs. */
function register(): string {
  const more = Array.from({ length: 60 }, (_, index) => [
    `more/${index}.vendor.yaml`,
    profileText(["S", "I", "II", "III"][index % 4], `事業者${index}`),
  ]);
  return folderOf({
    ...Object.fromEntries(examples().map(({ name, text }) => [`${name}.vendor.yaml`, text])),
    ...Object.fromEntries(more),
    "binary.vendor.yaml": Uint8Array.of(0),
    "sjis.vendor.yaml": Uint8Array.of(0x70, 0x3a, 0x20, 0x93, 0xfa, 0x96, 0x7b, 0x0a),
  });
}

/** The whole output of a run, with one thread and with three. */
function both(args: readonly string[], cwd: string) {
  return [1, 3].map((threads) => run(["check", ...args, "--threads", `${threads}`], { cwd }));
}

describe("check --threads", () => {
  afterEach(removeFolders);

  for (const format of FORMATS) {
    it(`writes ${format} as one thread does, whatever else is asked`, () => {
      const cwd = register();
      run(["check", ...judging, "-f", "json", "-o", "before.json", "."], { cwd });
      writeFileSync(join(cwd, "cloud-key-unsuitable.vendor.yaml"), profileText("S"));
      for (const args of [
        ["--lang", "ja"],
        ["--lang", "en", "--class", "S", "--shard", "2/3"],
        ["--lang", "en", "--baseline", "before.json", "--fail-on", "warning"],
      ]) {
        const [one, three] = both([...judging, "-f", format, ...args], cwd);
        assert.ok(one && one.stdout.length > 100);
        assert.deepEqual(three, one);
      }
    });
  }

  it("starts no more threads than useful, and accepts only a number", () => {
    const cwd = folderOf({ "a.vendor.yaml": profileText() });
    assert.equal(run(["check", "--threads", "64"], { cwd }).status, 0);
    for (const number of ["0", "65", "1.5", "two"]) {
      const { status, stderr } = run(["check", `--threads=${number}`, "--lang", "en"], { cwd });
      assert.equal(status, 2);
      assert.ok(stderr.startsWith(`--threads cannot be “${number}”. Allowed: 1-64`), stderr);
    }
  });

  for (const [how, text] of [
    ["that cannot start", "throw new Error()"],
    ["that exits with a batch", "Atomics.add(require('node:worker_threads').workerData.next, 0, 8); process.exit(1)"],
    ["that runs out of memory", "for (const all = []; ; ) all.push(new Array(1e5).fill(all.length))"],
  ] as const) {
    it(`judges all the same with a thread ${how}`, () => {
      const cwd = register();
      const folder = folderOf({ "thread.cjs": text });
      for (const name of ["cli.cjs", "commands.cjs"] as const) copyFileSync(built(name), join(folder, name));
      const said = (program: string, threads: number) => {
        const args = [program, "check", ...judging, "-f", "sarif", "--threads", `${threads}`];
        const env = environment({ NODE_OPTIONS: "--max-old-space-size=200" });
        const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, env, encoding: "utf8" });
        return { status, stdout, stderr };
      };
      const one = said(built("cli.cjs"), 1);
      assert.equal(one.status, 2);
      assert.deepEqual(said(join(folder, "cli.cjs"), 3), one);
    });
  }

  it("ends with all its threads when it is interrupted", async () => {
    const profiles = Array.from({ length: 300 }, (_, index) => [`${index}.vendor.yaml`, profileText("S", `事業者${index}`)]);
    const cwd = folderOf(Object.fromEntries(profiles));
    const program = spawn(process.execPath, [built("cli.cjs"), "check", "--threads", "3"], { cwd, env: environment() });
    const ended = once(program, "exit");
    // it writes while it judges, and blocks on its reader
    await once(program.stdout, "readable");
    program.kill("SIGINT");
    assert.deepEqual(await ended, [null, "SIGINT"]);
  });
});
