import { strict as assert } from "node:assert";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { AS_OF, examplesFolder } from "../support/analyze.ts";
import { check, folderOf, profileText, removeFolders, run } from "./run.ts";

const root = fileURLToPath(new URL("..", examplesFolder));

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number; readonly end: number } };
}

/** The requirements of GitLab for a Code Quality report. */
const isReport = new Ajv().compile({
  type: "array",
  items: {
    type: "object",
    required: ["description", "check_name", "fingerprint", "severity", "location"],
    properties: {
      description: { type: "string", minLength: 1 },
      check_name: { type: "string", minLength: 1 },
      fingerprint: { type: "string", pattern: "^[0-9a-f]{64}$" },
      severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
      location: {
        type: "object",
        required: ["path", "lines"],
        properties: {
          path: { type: "string", pattern: "^(?!\\./|/)." },
          lines: {
            type: "object",
            required: ["begin", "end"],
            properties: { begin: { type: "integer", minimum: 1 }, end: { type: "integer", minimum: 1 } },
          },
        },
      },
    },
  },
});

function gitlab(args: readonly string[], surroundings: { cwd?: string; input?: string } = {}): Issue[] {
  const { stdout } = run(["check", ...args, "--as-of", AS_OF, "--format", "gitlab"], surroundings);
  const issues = JSON.parse(stdout) as Issue[];
  assert.ok(isReport(issues), JSON.stringify(isReport.errors));
  assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, issues.length, "fingerprints differ");
  return issues;
}

describe("check --format gitlab", () => {
  afterEach(removeFolders);

  it("reports every finding of the examples", () => {
    const severities: Record<string, string> = { error: "major", warning: "minor", information: "info" };
    const { files } = check(["examples", "--as-of", AS_OF], { cwd: root }).json();
    assert.deepEqual(
      gitlab(["examples"], { cwd: root }).map(({ description, check_name, severity, location }) => [
        description,
        check_name,
        severity,
        location,
      ]),
      files.flatMap(({ path, findings }) =>
        findings.map(({ message, code, severity, range: { start, end } }) => [
          message,
          code,
          severities[severity],
          { path, lines: { begin: start.line + 1, end: end.line + 1 } },
        ]),
      ),
    );
  });

  it("has paths relative to the current folder, however they are given", () => {
    const cwd = folderOf({ "sub/a.vendor.yaml": profileText("S") });
    for (const path of ["./sub", cwd, `${cwd}/sub/../sub/a.vendor.yaml`])
      assert.deepEqual([...new Set(gitlab([path], { cwd }).map(({ location }) => location.path))], ["sub/a.vendor.yaml"]);
  });

  it("keeps fingerprints if lines move, items are inserted or the language changes; they differ by file and profile", () => {
    const stores = (...names: string[]) =>
      names.map((name) => `    - { store: ${name}, role: primary, cipher: none }\n`).join("");
    const text = (head: string, ...names: string[]) => `${head}${profileText("I")}encryption:\n  atRest:\n${stores(...names)}`;
    const of = (text: string, lang = "ja", name = "a.vendor.yaml") => {
      const cwd = folderOf({ [name]: text });
      return gitlab([name, "--lang", lang], { cwd })
        .filter(({ check_name }) => check_name === "4.unmet")
        .map(({ fingerprint }) => fingerprint);
    };
    const [a, b] = of(text("", "甲", "乙"));
    assert.deepEqual(of(text("# 前\n\n", "甲", "乙"), "en"), [a, b]);
    const [fresh, ...old] = of(text("", "丙", "甲", "乙"));
    assert.deepEqual(old, [a, b]);
    assert.ok(fresh !== a && fresh !== b);
    // items with the same name are numbered
    assert.deepEqual(of(text("", "甲", "甲"))[0], a);
    assert.ok(!of(text("", "甲"), "ja", "b.vendor.yaml").includes(a ?? ""));
    assert.ok(!of(text("", "甲").replace("name: 甲", "name: 別会社")).includes(a ?? ""));
  });

  it("reports an unreadable input as a blocker", () => {
    assert.deepEqual(
      gitlab(["none.vendor.yaml"]).map(({ check_name, severity }) => [check_name, severity]),
      [["unreadable", "blocker"]],
    );
    assert.deepEqual(gitlab(["none*"]), []);
  });
});
