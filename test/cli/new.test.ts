import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { newMessages } from "../../server/src/cli/messages/new.ts";
import { type Answers, ask, type PromptForm } from "../../server/src/cli/prompts.ts";
import { shellWord } from "../../server/src/cli/shell.ts";
import { analyzeText } from "../support/analyze.ts";
import { answering, plain } from "./answering.ts";
import { folderOf, removeFolders, run } from "./run.ts";

const GIVEN = ["--class", "I", "--vendor", "株式会社あおば", "--service", "あおば電子申請"];

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
