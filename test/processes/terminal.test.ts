import { strict as assert } from "node:assert";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { newMessages } from "../../server/src/cli/messages/new.ts";
import { answering } from "../cli/answering.ts";
import { folderOf, removeFolders } from "../cli/run.ts";
import { built, environment } from "../protocol/built.ts";
import { analyzeText } from "../support/analyze.ts";

describe("vendor-profile new at a terminal", () => {
  afterEach(removeFolders);

  before(function () {
    // other systems have a `script` that takes other options
    if (!/util-linux/.test(String(spawnSync("script", ["--version"]).stdout))) this.skip();
  });

  /** Types to the command at a pseudo-terminal; its exit status. */
  async function typed(cwd: string, args: string, answers: readonly (readonly [string, string])[]): Promise<number> {
    const command = `stty cols 100; "${process.execPath}" "${built("cli.cjs")}" new ${args}`;
    const terminal = spawn("script", ["-qec", command, "/dev/null"], {
      cwd,
      env: environment({ LANG: "en_US.UTF-8", TERM: "xterm" }),
    });
    terminal.stdout.on(
      "data",
      answering(answers, (keys) => terminal.stdin.write(keys)),
    );
    try {
      const [status] = await once(terminal, "exit", { signal: AbortSignal.timeout(60_000) });
      return status;
    } finally {
      terminal.kill();
    }
  }

  const words = newMessages.en;

  it("asks, and writes the file", async () => {
    const cwd = folderOf({});
    const status = await typed(cwd, "--vendor Aoba", [
      [words.askClass, "\x1b[B\x1b[B\r"],
      [words.askService, "Forms: 2\r"],
      [words.askFile, "\r"],
    ]);
    assert.equal(status, 0);
    assert.deepEqual(readdirSync(cwd), ["Forms-2.vendor.yaml"]);
    const [profile] = analyzeText(readFileSync(join(cwd, "Forms-2.vendor.yaml"), "utf8")).profiles;
    assert.deepEqual([profile?.classification, profile?.vendor, profile?.service], ["II", "Aoba", "Forms: 2"]);
  });

  it("ends with 2 on Ctrl+C, and writes nothing", async () => {
    const cwd = folderOf({});
    assert.equal(await typed(cwd, "--class I", [[words.askVendor, "\x03"]]), 2);
    assert.deepEqual(readdirSync(cwd), []);
  });

  it("asks nothing for a file that is there", async () => {
    const cwd = folderOf({ "a.vendor.yaml": "" });
    assert.equal(await typed(cwd, "a.vendor.yaml", []), 2);
  });
});
