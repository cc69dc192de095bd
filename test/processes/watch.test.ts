import { strict as assert } from "node:assert";
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { folderOf, profileText, type Report, removeFolders } from "../cli/run.ts";
import { built, environment } from "../protocol/built.ts";
import { AS_OF } from "../support/analyze.ts";
import { run } from "./run.ts";

/** A running `check --watch`. */
class Watching {
  readonly #process: ChildProcessByStdio<null, Readable, Readable>;
  #shown = "";
  #told = "";
  #judged = 0;

  constructor(cwd: string, args: readonly string[]) {
    const command = [built("cli.cjs"), "check", ...args, "--as-of", AS_OF, "--lang", "en", "--watch"];
    this.#process = spawn(process.execPath, command, { cwd, env: environment(), stdio: ["ignore", "pipe", "pipe"] });
    this.#process.stdout.setEncoding("utf8").on("data", (text: string) => {
      this.#shown += text;
    });
    this.#process.stderr.setEncoding("utf8").on("data", (text: string) => {
      this.#told += text;
    });
  }

  /** Waits until it has judged, and asserts the expected output. */
  async judged(expected: RegExp): Promise<string> {
    for (;;) {
      this.#judged++;
      while (this.#told.split("waiting for changes").length <= this.#judged) await once(this.#process.stderr, "data");
      const shown = this.#shown;
      this.#shown = "";
      if (expected.test(shown)) return shown;
    }
  }

  get told(): string {
    return this.#told;
  }

  /** Presses Ctrl+C, and returns how it ended. */
  async interrupt(): Promise<unknown[]> {
    const ended = once(this.#process, "exit");
    this.#process.kill("SIGINT");
    return ended;
  }

  stop(): void {
    this.#process.kill("SIGKILL");
  }
}

describe("check --watch", () => {
  const watchings: Watching[] = [];
  const watch = (cwd: string, ...args: string[]) => {
    const watching = new Watching(cwd, args);
    watchings.push(watching);
    return watching;
  };

  afterEach(() => {
    for (const watching of watchings.splice(0)) watching.stop();
    removeFolders();
  });

  it("judges, judges again when the profile changes, and exits with 0 on Ctrl+C", async () => {
    const cwd = folderOf({ "a.vendor.yaml": profileText() });
    const watching = watch(cwd, "a.vendor.yaml");
    const shown = await watching.judged(/^1 profile/m);
    assert.equal(shown, run(["check", "a.vendor.yaml", "--as-of", AS_OF, "--lang", "en"], { cwd }).stdout);
    writeFileSync(join(cwd, "a.vendor.yaml"), profileText("S"));
    await watching.judged(/undetermined/);
    // like an editor that saves: a new file replaces the old one
    writeFileSync(join(cwd, ".a.tmp"), profileText());
    renameSync(join(cwd, ".a.tmp"), join(cwd, "a.vendor.yaml"));
    await watching.judged(/no findings/);
    assert.deepEqual(await watching.interrupt(), [0, null]);
  });

  it("notices profiles that come and go in a folder, also in new ones", async () => {
    const cwd = folderOf({ "a.vendor.yaml": profileText() });
    const watching = watch(cwd);
    await watching.judged(/^1 profile /m);
    mkdirSync(join(cwd, "委託/先"), { recursive: true });
    writeFileSync(join(cwd, "委託/先/b.vendor.yaml"), profileText());
    await watching.judged(/^2 profiles /m);
    rmSync(join(cwd, "a.vendor.yaml"));
    await watching.judged(/^1 profile /m);
  });

  it("waits if there is no profile yet", async () => {
    const cwd = folderOf({});
    const watching = watch(cwd, "*.vendor.yaml");
    await watching.judged(/^$/);
    assert.match(watching.told, /No profile found/);
    writeFileSync(join(cwd, "a.vendor.yaml"), profileText());
    await watching.judged(/^1 profile /m);
  });

  it("notices evidence that comes and goes, wherever it is", async () => {
    const evidence = (file: string) => `assessment: { "1": { evidence: [{ title: 規約, file: ${file} }] } }\n`;
    for (const [argument, file] of [
      ["profiles", "../evidence/規約.pdf"],
      ["profiles/a.vendor.yaml", "規約.pdf"],
      ["profiles/a.vendor.yaml", "below/規約.pdf"],
    ] as const) {
      const cwd = folderOf({ "profiles/a.vendor.yaml": profileText() + evidence(file) });
      const watching = watch(cwd, argument);
      await watching.judged(/evidence\.file/);
      mkdirSync(join(cwd, "profiles", file, ".."), { recursive: true });
      writeFileSync(join(cwd, "profiles", file), "規約");
      await watching.judged(/no findings/);
      rmSync(join(cwd, "profiles", file));
      await watching.judged(/evidence\.file/);
    }
  });

  it("writes outputs each time, and does not react to them", async () => {
    const cwd = folderOf({ "a.vendor.yaml": profileText() });
    const watching = watch(cwd, ".", "-f", "json", "-o", "a");
    const verdict = () => (JSON.parse(readFileSync(join(cwd, "a"), "utf8")) as Report).files[0]?.profiles[0]?.verdict;
    await watching.judged(/^$/);
    assert.equal(verdict(), "not-applicable");
    writeFileSync(join(cwd, "a.vendor.yaml"), profileText("S"));
    await watching.judged(/^$/);
    assert.equal(verdict(), "undetermined");
    assert.deepEqual(await watching.interrupt(), [0, null]);
    assert.equal(watching.told.split("waiting").length - 1, 2);
  });

  it("follows the configuration as it is created, broken and fixed", async () => {
    const cwd = folderOf({ "a.vendor.yaml": profileText("S") });
    const watching = watch(cwd, ".");
    await watching.judged(/a\.vendor\.yaml/);
    const config = join(cwd, "vendor-profile.config.yaml");
    writeFileSync(config, "files: [b.yaml]\n");
    writeFileSync(join(cwd, "b.yaml"), profileText("III", "乙"));
    assert.doesNotMatch(await watching.judged(/b\.yaml/), /a\.vendor\.yaml/);
    writeFileSync(config, "fiels: [b.yaml]\n");
    await watching.judged(/^$/);
    assert.match(watching.told, /vendor-profile\.config\.yaml:1:1: .*fiels/);
    writeFileSync(config, "exclude: [b.yaml]\n");
    await watching.judged(/a\.vendor\.yaml/);
  });

  it("continues if the baseline cannot be read, and reads it again when it changes", async () => {
    const cwd = folderOf({ "a.vendor.yaml": profileText("S"), "base.json": "" });
    const watching = watch(cwd, "a.vendor.yaml", "--baseline", "base.json");
    await watching.judged(/^$/);
    assert.match(watching.told, /base\.json.*JSON/);
    run(["check", "a.vendor.yaml", "--as-of", AS_OF, "-f", "json", "-o", "base.json"], { cwd });
    await watching.judged(/no new findings/);
  });
});
