import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { folderOf, profileText, type Report, removeFolders } from "../cli/run.ts";
import { built, environment } from "../protocol/built.ts";
import { AS_OF } from "../support/analyze.ts";
import { run } from "./run.ts";

interface Step {
  readonly id?: string;
  readonly shell: string;
  readonly run: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path: string): unknown => parse(readFileSync(join(root, path), "utf8"));
const action = read("action.yml") as Action;

/** Runs the steps of the action as GitHub's runner does: each is a bash script with the inputs in its environment. */
function runAction(inputs: Readonly<Record<string, string>>, files: Readonly<Record<string, string>>) {
  built("cli.cjs");
  const cwd = folderOf(files);
  const runner = folderOf({ output: "", summary: "" });
  let [status, stdout, stderr] = [0, "", ""];
  for (const { run, env = {} } of action.runs.steps) {
    const given = Object.entries(env).map(([name, value]) => {
      const [, input = ""] = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(value) ?? assert.fail(value);
      return [name, inputs[input] ?? action.inputs[input]?.default ?? assert.fail(input)];
    });
    const result = spawnSync("bash", ["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", run], {
      cwd,
      encoding: "utf8",
      input: "",
      timeout: 60_000,
      env: environment({
        ...Object.fromEntries(given),
        GITHUB_ACTION_PATH: root,
        GITHUB_OUTPUT: join(runner, "output"),
        GITHUB_STEP_SUMMARY: join(runner, "summary"),
        RUNNER_TEMP: runner,
      }),
    });
    [status, stdout, stderr] = [result.status ?? -1, stdout + result.stdout, stderr + result.stderr];
    if (status !== 0) break;
  }
  const outputs = readFileSync(join(runner, "output"), "utf8").trimEnd().split("\n");
  return {
    cwd,
    status,
    stdout,
    stderr,
    outputs: Object.fromEntries(outputs.map((line) => line.split("="))) as Record<string, string>,
    summary: readFileSync(join(runner, "summary"), "utf8"),
  };
}

describe("The GitHub Action", () => {
  afterEach(removeFolders);

  it("describes and uses each input and output, and expands none inside a script", () => {
    assert.equal(action.runs.using, "composite");
    const given = action.runs.steps.flatMap(({ env = {} }) => Object.values(env));
    for (const [name, { description, default: value }] of Object.entries(action.inputs)) {
      assert.ok(description.length > 0 && typeof value === "string", name);
      assert.ok(given.includes(`\${{ inputs.${name} }}`), name);
    }
    for (const { run, shell } of action.runs.steps) {
      assert.equal(shell, "bash");
      assert.ok(!run.includes("${{"));
    }
    for (const [name, { value }] of Object.entries(action.outputs)) assert.equal(value, `\${{ steps.check.outputs.${name} }}`);
  });

  it("annotates, outputs the verdict, and shows the report", () => {
    const { status, stdout, stderr, outputs, summary } = runAction(
      { "as-of": AS_OF, language: "ja" },
      { "a.vendor.yaml": profileText("S"), "sub/b.vendor.yaml": profileText("III") },
    );
    assert.deepEqual([status, stderr], [1, ""]);
    assert.match(stdout, /^::warning file=a\.vendor\.yaml,line=4,/m);
    assert.match(stdout, /^プロファイル 2件 · /m);
    assert.equal(outputs.status, "1");
    assert.equal(outputs.verdict, "undetermined");
    assert.match(summary, /甲/);
  });

  it("exits with 0 if every profile conforms, and leaves out the report if summary is off", () => {
    const { status, outputs, summary } = runAction({ summary: "false", "fail-on": "" }, { "a.vendor.yaml": profileText("III") });
    assert.deepEqual([status, outputs.status, outputs.verdict, summary], [0, "0", "not-applicable", ""]);
  });

  it("takes one path per line, a class, a SARIF file, and fail-on", () => {
    const files = {
      "甲 社/a.vendor.yaml": profileText("III"),
      "b.vendor.yaml": profileText("III"),
      "c.vendor.yaml": "profile: [",
    };
    const { cwd, status, outputs } = runAction(
      { paths: "甲 社\r\n\nb.vendor.*\n", class: "S", sarif: "out.sarif", "fail-on": "error" },
      files,
    );
    assert.deepEqual([status, outputs.verdict], [0, "undetermined"]);
    assert.equal(JSON.parse(readFileSync(join(cwd, "out.sarif"), "utf8")).version, "2.1.0");
    const json = readFileSync(outputs.json ?? "", "utf8");
    assert.deepEqual(
      (JSON.parse(json) as Report).files.map(({ path }) => path),
      ["甲 社/a.vendor.yaml", "b.vendor.yaml"],
    );
    const again = runAction({ baseline: "base.json" }, { "a.vendor.yaml": profileText("S"), "base.json": "{}" });
    assert.deepEqual([again.status, again.outputs.status, again.outputs.verdict], [2, "2", ""]);
  });

  it("judges one shard, and shows no reports", () => {
    const files = { "a.vendor.yaml": profileText("III"), "b.vendor.yaml": profileText("S") };
    const parts = ["1/2", "2/2"].map((shard) => runAction({ shard }, files));
    assert.deepEqual(
      parts.map(({ status, outputs, summary }) => [status, outputs.verdict, summary]),
      [
        [0, "not-applicable", ""],
        [1, "undetermined", ""],
      ],
    );
  });

  it("shows only what is new since a baseline", () => {
    const before = runAction({ "fail-on": "never" }, { "a.vendor.yaml": profileText("S") });
    const base = readFileSync(before.outputs.json ?? "", "utf8");
    const { status, stdout, outputs } = runAction(
      { baseline: "base.json" },
      { "a.vendor.yaml": profileText("S"), "base.json": base },
    );
    assert.deepEqual([status, outputs.verdict], [0, "undetermined"]);
    assert.doesNotMatch(stdout, /^::/m);
  });

  it("exits with 2 on wrong inputs", () => {
    for (const inputs of [{ class: "IV" }, { "fail-on": "none" }, { language: "fr" }, { paths: "nothing" }]) {
      const { status, outputs } = runAction(inputs, { "a.vendor.yaml": profileText() });
      assert.deepEqual([status, outputs.status], [2, "2"], JSON.stringify(inputs));
    }
  });

  const hostile = ["$(touch hacked)", "`touch hacked`", "'; touch hacked; '", '"; touch hacked; "', "-e\n--fix", "$INPUT_PATHS"];
  for (const value of hostile) {
    it(`does not execute an input: ${JSON.stringify(value)}`, () => {
      const everywhere = Object.fromEntries(Object.keys(action.inputs).map((name) => [name, value]));
      for (const inputs of [everywhere, { paths: value }, { sarif: value, baseline: value }]) {
        const { cwd, status } = runAction(inputs, { "a.vendor.yaml": profileText() });
        assert.equal(status, 2);
        assert.deepEqual(readdirSync(cwd), ["a.vendor.yaml"]);
        assert.equal(readFileSync(join(cwd, "a.vendor.yaml"), "utf8"), profileText());
      }
    });
  }
});

describe("The pre-commit hook", () => {
  afterEach(removeFolders);

  const [hook] = read(".pre-commit-hooks.yaml") as {
    id: string;
    entry: string;
    args: string[];
    language: string;
    files: string;
  }[];

  /** Runs the hook on all files of a folder that it is for, as pre-commit does. */
  function runHook(cwd: string, args = hook?.args ?? []) {
    const names = readdirSync(cwd).filter((name) => new RegExp(hook?.files ?? "").test(name));
    const [, ...words] = hook?.entry.split(" ") ?? [];
    const all = [built("cli.cjs"), ...words, ...args, ...names];
    return spawnSync(process.execPath, all, { cwd, env: environment(), encoding: "utf8", timeout: 60_000 });
  }

  it("reads no name of a file as an option, and without -- refuses one that is", () => {
    const cwd = folderOf({ "a.vendor.yaml": profileText("S") });
    const judged = run(["check", "-f", "json", "a.vendor.yaml"], { cwd });
    writeFileSync(join(cwd, "b.vendor.yaml"), judged.stdout);
    writeFileSync(join(cwd, "--baseline=b.vendor.yaml"), "");
    const { status, stdout } = runHook(cwd);
    assert.notEqual(status, 0);
    assert.match(stdout, /^--baseline=b\.vendor\.yaml/m);
    const careless = runHook(cwd, ["--lang", "en"]);
    assert.equal(careless.status, 2);
    assert.match(careless.stderr, /^There is also a file “--baseline=b\.vendor\.yaml” here/);
  });

  it("runs check on files with the names of profiles", () => {
    assert.deepEqual([hook?.id, hook?.entry, hook?.language], ["vendor-profile", "vendor-profile check", "node"]);
    const files = new RegExp(hook?.files ?? "");
    for (const name of ["a.vendor.yaml", "sub/あおば.vendor.yml", "vendor-profile.yaml", "sub/vendor-profile.yml"])
      assert.match(name, files);
    for (const name of ["a.yaml", "my-vendor-profile.yaml", "a.vendor.yaml.bak", "vendor-profile.config.yaml"])
      assert.doesNotMatch(name, files);
  });
});

describe("The examples for continuous integration", () => {
  for (const name of ["github.yml", "github-shards.yml", "gitlab.yml", "azure-pipelines.yml", "Jenkinsfile"]) {
    it(`${name} parses, and uses only existing options`, () => {
      const text = readFileSync(join(root, "docs/ci", name), "utf8");
      if (name.endsWith(".yml")) assert.equal(typeof parse(text), "object");
      const help = spawnSync(process.execPath, [built("cli.cjs"), "check", "--help"], { encoding: "utf8" }).stdout;
      for (const [option] of text.matchAll(/(?<=check .*)--[a-z-]+/g)) assert.ok(help.includes(option), option);
    });
  }

  for (const name of ["github.yml", "github-shards.yml"]) {
    it(`${name} uses existing inputs and outputs of the action`, () => {
      const workflow = parse(readFileSync(join(root, "docs/ci", name), "utf8")) as {
        jobs: Record<string, { steps: { uses?: string; with?: Record<string, string> }[] }>;
      };
      const steps = Object.values(workflow.jobs).flatMap(({ steps }) => steps);
      const uses = steps.filter(({ uses }) => uses?.startsWith("OWNER/vendor-profile@"));
      assert.ok(uses.length > 0);
      for (const { with: inputs = {} } of uses) for (const name of Object.keys(inputs)) assert.ok(action.inputs[name], name);
    });
  }
});
