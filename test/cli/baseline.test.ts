import { strict as assert } from "node:assert";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { withoutKnown } from "../../server/src/cli/baseline/match.ts";
import { readBaseline } from "../../server/src/cli/baseline/read.ts";
import { type FailOn, statusBy } from "../../server/src/cli/fail-on.ts";
import { fingerprinter } from "../../server/src/cli/fingerprint.ts";
import { checkMessages } from "../../server/src/cli/messages/check.ts";
import { tallyOf } from "../../server/src/cli/workers/tally.ts";
import type { FileResult } from "../../server/src/core/analysis/file-result.ts";
import { AS_OF, analyzeText, examplesFolder } from "../support/analyze.ts";
import { written } from "../support/written.ts";
import { check, folderOf, profileText, removeFolders, run } from "./run.ts";

const root = fileURLToPath(new URL("..", examplesFolder));
const NAME = "a.vendor.yaml";

interface Store {
  readonly store: string;
  readonly cipher: string;
}

/** The text of a class I profile with these stores. */
function textOf(stores: readonly Store[], head = ""): string {
  const items = stores.map(({ store, cipher }) => `    - store: ${store}\n      role: primary\n      cipher: ${cipher}\n`);
  return `${head}${profileText("I")}encryption:\n  atRest:\n${items.join("")}`;
}

const judging = ["--as-of", AS_OF];

/** The result of `check` for a text. */
function resultOf(text: string): FileResult {
  return { path: NAME, analysis: analyzeText(text) };
}

/** The new findings and the exit status of one text since another, for each kind of baseline. */
async function since(before: string, after: string, failOn: FailOn = "verdict") {
  const formats = ["json", "sarif"] as const;
  const cwd = folderOf(Object.fromEntries(formats.map((format) => [format, written(format, [resultOf(before)])])));
  const lines = after.split("\n");
  const of = async (format: (typeof formats)[number]) => {
    const all = resultOf(after);
    const baseline = await readBaseline(join(cwd, format), checkMessages.en.baseline);
    const { file } = withoutKnown(all, baseline, fingerprinter(all));
    const found =
      "error" in file
        ? []
        : file.analysis.findings.map(
            ({ code, span }) => `${code} ${lines[file.analysis.source.lines.position(span.start).line - 2]?.trim()}`,
          );
    return { status: statusBy(failOn, tallyOf(file), true), found };
  };
  return { json: await of("json"), sarif: await of("sarif") };
}

const both = (outcome: { status: number; found: string[] }) => ({ json: outcome, sarif: outcome });
const A = { store: "業務データベース", cipher: "none" };
const B = { store: "日次バックアップ", cipher: "3-key Triple DES" };
const C = { store: "全文検索の索引", cipher: "AES-128-ECB" };
const LIKE_A = { store: "監査記録", cipher: A.cipher };
const GOOD = { store: "添付ファイル", cipher: "AES-256" };

describe("check --baseline", () => {
  afterEach(removeFolders);

  const nothing = both({ status: 0, found: [] });
  const cases: [what: string, before: readonly Store[], after: readonly Store[], outcome: object][] = [
    ["nothing if nothing changed", [A, B], [A, B], nothing],
    ["nothing if an item is inserted before", [A, B], [GOOD, A, B], nothing],
    ["nothing if an item before is removed", [GOOD, A, B], [A, B], nothing],
    ["nothing if one is fixed", [A, B], [{ ...A, cipher: "AES-256" }, B], nothing],
    ["nothing if items change places", [A, B], [B, A], nothing],
    ["nothing if a value changes but is still not enough", [A], [{ ...A, cipher: "AES-256-ECB" }], nothing],
    ["an item appended", [A], [A, C], both({ status: 1, found: [`4.unmet - store: ${C.store}`] })],
    ["an item prepended", [A, B], [C, A, B], both({ status: 1, found: [`4.unmet - store: ${C.store}`] })],
    ["an item inserted between", [A, B], [A, C, B], both({ status: 1, found: [`4.unmet - store: ${C.store}`] })],
    [
      "one in the place of one that is fixed",
      [GOOD, B],
      [
        { ...GOOD, cipher: "none" },
        { ...B, cipher: "AES-256" },
      ],
      both({ status: 1, found: [`4.unmet - store: ${GOOD.store}`] }),
    ],
  ];
  for (const [what, before, after, outcome] of cases) {
    it(`shows ${what}`, async () => assert.deepEqual(await since(textOf(before), textOf(after)), outcome));
  }

  it("counts one of two similar findings as new, and identifies it by its name with SARIF", async () => {
    for (const after of [
      [LIKE_A, A],
      [A, LIKE_A],
    ]) {
      const { json, sarif } = await since(textOf([A]), textOf(after));
      assert.deepEqual([json.found.length, sarif.found], [1, [`4.unmet - store: ${LIKE_A.store}`]]);
    }
  });

  it("does not mind lines that move", async () => {
    assert.deepEqual(await since(textOf([A, B]), textOf([A, B], "# 注\n\n\n")), nothing);
  });

  it("shows all findings of another profile and of a new file", async () => {
    const text = profileText("S", "乙社");
    const { json, sarif } = await since(profileText("S"), text);
    const all = check(["-", ...judging], { input: text }).json().files[0]?.findings.length;
    assert.deepEqual([json.found.length, sarif.found.length], [all, all]);
    const cwd = folderOf({ [NAME]: profileText("S") });
    run(["check", ...judging, "-f", "json", "-o", "base.json"], { cwd });
    writeFileSync(join(cwd, "b.vendor.yaml"), profileText("S"));
    const [a, b] = check([".", ...judging, "--baseline", "base.json"], { cwd }).json().files;
    assert.deepEqual([a?.findings.length, b?.findings.length], [0, all]);
  });

  it("keeps verdicts, statuses and counts, and reports how many findings it leaves out", () => {
    const cwd = folderOf({});
    for (const format of ["json", "sarif"]) {
      const base = join(cwd, `base.${format}`);
      run(["check", "examples", ...judging, "-f", format, "-o", base], { cwd: root });
      const before = check(["examples", ...judging], { cwd: root }).json();
      const { status, stderr, json } = check(["examples", ...judging, "--baseline", base, "--lang", "en"], { cwd: root });
      const findings = before.files.reduce((sum, { findings }) => sum + findings.length, 0);
      assert.equal(status, 0);
      assert.match(stderr, new RegExp(`^${findings} earlier findings left out\nexit status 0: .*it would be 1\\)\n$`));
      assert.deepEqual(json(), { ...before, files: before.files.map((file) => ({ ...file, findings: [] })) });
    }
  });

  it("reports below the counts what it left out and what decided", () => {
    const cwd = folderOf({ [NAME]: textOf([A]) });
    run(["check", ...judging, "-f", "json", "-o", "base.json"], { cwd });
    const { stdout, stderr } = run(["check", ...judging, "--baseline", "base.json"], { cwd });
    assert.equal(stderr, "");
    assert.match(stdout, /不適合/);
    assert.match(stdout, /新しい指摘なし/);
    assert.match(stdout, /\n以前からの指摘 \d+件は省いた\n終了コード 0: 適合を妨げる新しい指摘の有無による（.*は 1）\n$/);
  });

  it("lets --fail-on consider only new findings", async () => {
    const before = textOf([A]);
    const after = `${before}x: 1\n`;
    for (const [failOn, status] of [
      ["error", 1],
      ["warning", 1],
      ["never", 0],
    ] as const)
      assert.equal((await since(before, after, failOn)).json.status, status, failOn);
    for (const failOn of ["error", "warning", "information"] as const)
      assert.equal((await since(before, before, failOn)).json.status, 0, failOn);
  });

  it("accepts every spelling of a path", () => {
    const cwd = folderOf({ [NAME]: textOf([A]) });
    run(["check", `./${NAME}`, ...judging, "-f", "json", "-o", "base.json"], { cwd });
    for (const path of [".", NAME, join(cwd, NAME)])
      assert.equal(run(["check", path, ...judging, "--baseline", "base.json"], { cwd }).status, 0, path);
  });

  const finding = { code: "1.unmet", path: "/a", profile: 0, range: { start: { line: 0, character: 0 }, end: {} } };
  const bad: [what: string, content: string | undefined, named: RegExp][] = [
    ["is not there", undefined, /base\.json.*ENOENT/],
    ["is empty", "", /base\.json.*JSON/],
    ["is no JSON", "profile: 1", /base\.json.*JSON/],
    ["is of another version", '{ "version": 2, "files": [] }', /version 1/],
    ["is something else", "[]", /version 1/],
    ["has no files", '{ "version": 1 }', / \/files /],
    ["has a file without a path", '{ "version": 1, "files": [{}] }', / \/files\/0\/path /],
    [
      "has a finding without a place",
      JSON.stringify({
        version: 1,
        files: [{ path: "a", profiles: [{ vendor: null, service: null }], findings: [finding] }],
      }),
      / \/files\/0\/findings\/0\/range\/end\/line /,
    ],
    [
      "is SARIF of another tool",
      '{ "version": "2.1.0", "runs": [{ "results": [{}] }] }',
      / \/runs\/0\/results\/0\/partialFingerprints /,
    ],
  ];
  for (const [what, content, named] of bad) {
    it(`refuses a file that ${what}, and says so`, () => {
      const cwd = folderOf({ [NAME]: profileText(), ...(content === undefined ? {} : { "base.json": content }) });
      const { status, stdout, stderr } = run(["check", "--baseline", "base.json", "--lang", "en"], { cwd });
      assert.deepEqual([status, stdout], [2, ""]);
      assert.match(stderr, named);
    });
  }

  it("reads a file with a byte order mark", () => {
    const cwd = folderOf({ [NAME]: textOf([A]) });
    run(["check", ...judging, "-f", "json", "-o", "base.json"], { cwd });
    writeFileSync(join(cwd, "base.json"), `\ufeff${readFileSync(join(cwd, "base.json"), "utf8")}`);
    assert.equal(run(["check", ...judging, "--baseline", "base.json"], { cwd }).status, 0);
  });
});
