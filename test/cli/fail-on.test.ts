import { strict as assert } from "node:assert";
import { fileURLToPath } from "node:url";
import { AS_OF, analyzeText, examples, examplesFolder } from "../support/analyze.ts";
import { assertInTheWay } from "../support/blocking.ts";
import { CLASSES } from "../support/profile.ts";
import { check, folderOf, profileText, removeFolders, run } from "./run.ts";

const root = fileURLToPath(new URL("..", examplesFolder));

describe("Blocking findings", () => {
  for (const { name, text } of examples()) {
    it(`exist exactly if a profile does not conform: ${name}`, () => {
      assertInTheWay(analyzeText(text));
      for (const classification of CLASSES) assertInTheWay(analyzeText(text, { classification }));
    });
  }

  it("is found in what cannot be read", () => {
    for (const text of ["", "---", "- a", "profile: [", "\t", "a: &a [*a]", "information: { classification: IV }\n---\n- 1\n"])
      assertInTheWay(analyzeText(text));
  });
});

describe("check --fail-on", () => {
  afterEach(removeFolders);

  const cases: [example: string, statuses: Record<string, number>][] = [
    ["class-iii", { verdict: 0, error: 0, warning: 0, information: 0, never: 0 }],
    ["byok", { verdict: 0, error: 0, warning: 0, information: 1, never: 0 }],
    ["warnings", { verdict: 0, error: 0, warning: 1, information: 1, never: 0 }],
    ["half-stated", { verdict: 1, error: 0, warning: 1, information: 1, never: 0 }],
    ["cloud-key-unsuitable", { verdict: 1, error: 1, warning: 1, information: 1, never: 0 }],
    ["typing-mistakes", { verdict: 1, error: 1, warning: 1, information: 1, never: 0 }],
  ];
  for (const [example, statuses] of cases) {
    it(`decides only the exit status of ${example}`, () => {
      const args = [`examples/${example}.vendor.yaml`, "--as-of", AS_OF];
      const plain = check(args, { cwd: root });
      for (const [failOn, status] of Object.entries(statuses)) {
        const result = check([...args, "--fail-on", failOn], { cwd: root });
        assert.equal(result.status, status, failOn);
        assert.equal(result.stdout, plain.stdout, failOn);
      }
      assert.equal(plain.status, statuses.verdict);
    });
  }

  it("is reported below the counts, with the default exit status", () => {
    const args = ["check", "examples/half-stated.vendor.yaml", "--as-of", AS_OF];
    const { stdout, stderr } = run([...args, "--fail-on", "error", "--lang", "en"], { cwd: root });
    const [counts, note] = stdout.trimEnd().split("\n").slice(-2);
    assert.match(counts ?? "", /^1 profile · /);
    assert.match(note ?? "", /^exit status 0: decided by --fail-on error .*it would be 1\)$/);
    assert.equal(stderr, "");
    assert.match(run([...args, "--fail-on", "never"], { cwd: root }).stdout, /終了コード 0: --fail-on never による（.*は 1）\n$/);
    assert.doesNotMatch(run(args, { cwd: root }).stdout, /終了コード/);
  });

  it("is reported on standard error if standard output is a document, or if there is only a file", () => {
    const cwd = folderOf({ "a.vendor.yaml": profileText("S") });
    const args = ["check", "a.vendor.yaml", "--fail-on", "never", "--lang", "en"];
    for (const outputs of [
      ["-f", "json"],
      ["-f", "sarif"],
      ["-f", "junit"],
      ["-f", "gitlab"],
      ["-f", "sarif", "-o", "a.sarif"],
    ]) {
      const { status, stderr } = run([...args, ...outputs], { cwd });
      assert.equal(status, 0);
      assert.match(stderr, /^exit status 0: decided by --fail-on never .*1\)\n$/);
    }
    for (const format of ["pretty", "github"]) assert.equal(run([...args, "-f", format], { cwd }).stderr, "");
    assert.match(run([...args, "-f", "github"], { cwd }).stdout, /\nexit status 0: .*\n$/);
  });

  it("keeps 2 for unreadable or missing inputs and wrong usage", () => {
    const cwd = folderOf({ "a.vendor.yaml": profileText(), "b.vendor.yaml": Uint8Array.of(0x8a, 0x94, 0x0a) });
    for (const failOn of ["verdict", "error", "warning", "information", "never"]) {
      for (const args of [[], ["a.vendor.yaml", "none*"], ["none*"]]) {
        const { status, stdout, stderr } = run(["check", ...args, "--fail-on", failOn], { cwd });
        assert.equal(status, 2);
        // something other than --fail-on decided
        assert.doesNotMatch(stdout + stderr, /終了コード/);
      }
    }
  });
});
