import { strict as assert } from "node:assert";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { newMessages } from "../../server/src/cli/messages/new.ts";
import { type Answers, ask, type PromptForm } from "../../server/src/cli/prompts.ts";
import { shellWord } from "../../server/src/cli/shell.ts";
import { built, environment } from "../protocol/built.ts";
import { analyzeText } from "../support/analyze.ts";
import { folderOf, removeFolders, run } from "./run.ts";

const GIVEN = ["--class", "I", "--vendor", "株式会社あおば", "--service", "あおば電子申請"];

/** The text on the screen, whatever its line width. */
const plain = (shown: string) => stripVTControlCharacters(shown).replace(/[\s│]/g, "");

/** Reads the output of a terminal, and answers each question once it appears. */
function answering(answers: readonly (readonly [question: string, keys: string])[], press: (keys: string) => void) {
  const left = [...answers];
  let shown = "";
  return (chunk: unknown) => {
    shown += String(chunk);
    const [next] = left;
    if (!next || !plain(shown).includes(plain(next[0]))) return;
    shown = "";
    left.shift();
    // a prompt appears before it listens
    setImmediate(() => press(next[1]));
  };
}

describe("vendor-profile new", () => {
  afterEach(removeFolders);

  it("prints a profile without a file name", () => {
    for (const file of [[], ["-"]]) {
      const { status, stdout, stderr } = run(["new", ...file, ...GIVEN]);
      assert.deepEqual([status, stderr], [0, ""]);
      assert.match(stdout, /^ {2}classification: I$/m);
      assert.equal(analyzeText(stdout).profiles[0]?.vendor, "株式会社あおば");
    }
  });

  it("writes a file that check accepts, and prints the next step", () => {
    const cwd = folderOf({});
    const made = run(["new", "aoba.vendor.yaml", ...GIVEN, "--lang", "en"], { cwd });
    assert.deepEqual([made.status, made.stdout], [0, ""]);
    assert.match(made.stderr, /written: aoba\.vendor\.yaml\n.*vendor-profile check aoba\.vendor\.yaml\n$/);
    assert.match(readFileSync(join(cwd, "aoba.vendor.yaml"), "utf8"), /# Governing law/);
    const judged = run(["check", "aoba.vendor.yaml"], { cwd });
    assert.equal(judged.status, 1);
    assert.match(judged.stdout, /未確定/);
  });

  it("warns if a search would not find the file name", () => {
    const made = run(["new", "aoba.yaml", ...GIVEN, "--lang", "en"], { cwd: folderOf({}) });
    assert.equal(made.status, 0);
    assert.match(made.stderr, /aoba\.yaml.*\.vendor\.yaml/);
  });

  it("replaces a file only with --force", () => {
    const cwd = folderOf({ "a.vendor.yaml": "profile: 1\n" });
    const refused = run(["new", "a.vendor.yaml", ...GIVEN], { cwd });
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /a\.vendor\.yaml.*--force/);
    assert.equal(readFileSync(join(cwd, "a.vendor.yaml"), "utf8"), "profile: 1\n");
    assert.equal(run(["new", "a.vendor.yaml", ...GIVEN, "--force"], { cwd }).status, 0);
    assert.match(readFileSync(join(cwd, "a.vendor.yaml"), "utf8"), /classification: I/);
  });

  it("never replaces a folder, even with --force", () => {
    const cwd = folderOf({ "d/a.vendor.yaml": "" });
    for (const force of [[], ["--force"]]) {
      const { status, stderr } = run(["new", "d", ...GIVEN, "--lang", "en", ...force], { cwd });
      assert.deepEqual([status, stderr], [2, "d: is a folder, so not written; name a file\n"]);
    }
  });

  it("treats - as standard output, even beside a file of that name", () => {
    const cwd = folderOf({ "-": "kept" });
    assert.equal(run(["new", "-", ...GIVEN], { cwd }).status, 0);
    assert.equal(readFileSync(join(cwd, "-"), "utf8"), "kept");
  });

  it("quotes the file name for the shell", () => {
    const cwd = folderOf({});
    const { stderr } = run(["new", "my file.vendor.yaml", ...GIVEN], { cwd });
    assert.match(stderr, /check ['"]my file\.vendor\.yaml['"] /);
    assert.equal(shellWord("あおば/a.vendor.yaml", false), "あおば/a.vendor.yaml");
    assert.equal(shellWord("it's", false), "'it'\\''s'");
    assert.equal(shellWord("$(a)", false), "'$(a)'");
    assert.equal(shellWord("d\\a b.yaml", true), '"d\\a b.yaml"');
    assert.equal(shellWord("d\\a.yaml", true), "d\\a.yaml");
  });

  const wrong: [args: string[], named: RegExp][] = [
    [[], /--class, --vendor, --service/],
    [["--class", "I", "--service", "a"], /^--vendor /],
    [["--class", "IV", "--vendor", "a", "--service", "a"], /--class.*IV/],
    [["--class", "I", "--vendor", " ", "--service", "a"], /--vendor/],
    [["a", "b", ...GIVEN], /“b”/],
  ];
  for (const [args, named] of wrong) {
    it(`without a terminal, exits with 2: new ${args.join(" ")}`, () => {
      const { status, stdout, stderr } = run(["new", ...args, "--lang", "en"]);
      assert.deepEqual([status, stdout], [2, ""]);
      assert.match(stderr, named);
      assert.match(stderr, /new --help/);
    });
  }
});

describe("The questions of new", () => {
  const messages = newMessages.en;
  const form = (given: Partial<Answers> = {}): PromptForm => ({
    given,
    classes: ["S", "I"].map((value) => ({ value, title: `class ${value}`, definition: `what ${value} is` })),
    fileFor: (service) => `${service}.vendor.yaml`,
    isTaken: (file) => file === "taken.vendor.yaml",
    messages,
  });

  /** Asks, and types answers. */
  async function typed(given: Partial<Answers>, ...answers: readonly (readonly [question: string, keys: string])[]) {
    const input = new PassThrough();
    const output = new PassThrough();
    let shown = "";
    output.on("data", (chunk) => {
      shown += String(chunk);
    });
    output.on(
      "data",
      answering(answers, (keys) => input.write(keys)),
    );
    return { answers: await ask(form(given), { input, output }), shown };
  }

  it("ask for what is not given, and suggest a file name", async () => {
    const { answers, shown } = await typed(
      {},
      [messages.askClass, "\x1b[B\r"],
      [messages.askVendor, " 株式会社あおば \r"],
      [messages.askService, "申請\r"],
      [messages.askFile, "\r"],
    );
    assert.deepEqual(answers, {
      classification: "I",
      vendor: "株式会社あおば",
      service: "申請",
      output: "申請.vendor.yaml",
    });
    assert.match(plain(shown), /whatIis/);
  });

  it("do not ask for what is given", async () => {
    const given = { classification: "S", vendor: "a", service: "b" };
    const { answers, shown } = await typed(given, [messages.askFile, "\r"]);
    assert.deepEqual(answers, { ...given, output: "b.vendor.yaml" });
    assert.ok(!plain(shown).includes(plain(messages.askVendor)));
  });

  it("ask again after an empty name or an existing file", async () => {
    const { answers, shown } = await typed(
      { classification: "S", service: "taken" },
      [messages.askVendor, "\r"],
      [messages.empty, "a\r"],
      [messages.askFile, "\r"],
      [messages.alreadyThere, "\x15other.vendor.yaml\r"],
    );
    assert.equal(answers?.output, "other.vendor.yaml");
    assert.equal(answers?.vendor, "a");
    assert.ok(plain(shown).includes(plain(messages.alreadyThere)));
  });

  it("end on Ctrl+C, at every question", async () => {
    const all = [
      [messages.askClass, "\r"],
      [messages.askVendor, "a\r"],
      [messages.askService, "a\r"],
      [messages.askFile, "\r"],
    ] as const;
    for (const [index, [question]] of all.entries()) {
      const { answers, shown } = await typed({}, ...all.slice(0, index), [question, "\x03"]);
      assert.equal(answers, undefined);
      assert.ok(plain(shown).includes(plain(messages.cancelled)));
    }
  });
});

describe("vendor-profile new at a terminal", () => {
  afterEach(removeFolders);

  before(function () {
    // on other systems `script` has other options
    if (!/util-linux/.test(String(spawnSync("script", ["--version"]).stdout))) this.skip();
  });

  /** Types to the command on a pseudo-terminal, and returns its exit status. */
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
      const [status] = await once(terminal, "exit", { signal: AbortSignal.timeout(15_000) });
      return status;
    } finally {
      terminal.kill();
    }
  }

  const messages = newMessages.en;

  it("asks, and writes the file", async () => {
    const cwd = folderOf({});
    const status = await typed(cwd, "--vendor Aoba", [
      [messages.askClass, "\x1b[B\x1b[B\r"],
      [messages.askService, "Forms: 2\r"],
      [messages.askFile, "\r"],
    ]);
    assert.equal(status, 0);
    assert.deepEqual(readdirSync(cwd), ["Forms-2.vendor.yaml"]);
    const [profile] = analyzeText(readFileSync(join(cwd, "Forms-2.vendor.yaml"), "utf8")).profiles;
    assert.deepEqual([profile?.classification, profile?.vendor, profile?.service], ["II", "Aoba", "Forms: 2"]);
  });

  it("exits with 2 on Ctrl+C, and writes nothing", async () => {
    const cwd = folderOf({});
    assert.equal(await typed(cwd, "--class I", [[messages.askVendor, "\x03"]]), 2);
    assert.deepEqual(readdirSync(cwd), []);
  });

  it("asks nothing if the file exists", async () => {
    const cwd = folderOf({ "a.vendor.yaml": "" });
    assert.equal(await typed(cwd, "a.vendor.yaml", []), 2);
  });
});
