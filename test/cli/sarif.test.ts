import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import type { Log, Result, Run } from "sarif";
import { AS_OF, examplesFolder } from "../support/analyze.ts";
import { check, folderOf, profileText, removeFolders, run } from "./run.ts";

const root = fileURLToPath(new URL("..", examplesFolder));
const schema = JSON.parse(readFileSync(new URL("schemas/sarif-schema-2.1.0.json", import.meta.url), "utf8"));
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
const isSarif = ajv.compile(schema);

/** The only run of a log, validated against the official schema. */
function sarif(args: readonly string[], surroundings: { cwd?: string; input?: string } = {}): Run {
  const log = JSON.parse(run(["check", ...args, "--as-of", AS_OF, "--format", "sarif"], surroundings).stdout) as Log;
  assert.ok(isSarif(log), JSON.stringify(isSarif.errors, null, 1));
  assert.equal(log.runs.length, 1);
  return log.runs[0] as Run;
}

const resultsOf = (run: Run): readonly Result[] => run.results ?? [];
const uriOf = (result: Result) => result.locations?.[0]?.physicalLocation?.artifactLocation?.uri;

describe("check --format sarif", () => {
  afterEach(removeFolders);

  for (const lang of ["ja", "en"]) {
    it(`matches the official schema for every example, and agrees with JSON (${lang})`, () => {
      const log = sarif(["examples", "--lang", lang], { cwd: root });
      const { files } = check(["examples", "--as-of", AS_OF, "--lang", lang], { cwd: root }).json();
      const levels: Record<string, string> = { error: "error", warning: "warning", information: "note" };
      assert.deepEqual(
        resultsOf(log).map(({ ruleId, level, message, locations, relatedLocations = [], properties }) => ({
          code: ruleId,
          level,
          message: message.text,
          region: locations?.[0]?.physicalLocation?.region,
          related: relatedLocations.map(({ message }) => message?.text),
          path: properties?.path,
        })),
        files.flatMap(({ findings }) =>
          findings.map(({ code, severity, message, range: { start, end }, related, path }) => ({
            code,
            level: levels[severity],
            message,
            region: {
              startLine: start.line + 1,
              startColumn: start.character + 1,
              endLine: end.line + 1,
              endColumn: end.character + 1,
            },
            related: related.map(({ message }) => message),
            path,
          })),
        ),
      );
    });
  }

  it("describes each rule that occurs, once: its meaning, requirement, remedy and risk", () => {
    const log = sarif(["examples", "--lang", "en"], { cwd: root });
    const rules = log.tool.driver.rules ?? [];
    assert.deepEqual(new Set(rules.map(({ id }) => id)).size, rules.length);
    for (const { ruleId, ruleIndex = -1 } of resultsOf(log)) assert.equal(rules[ruleIndex]?.id, ruleId);
    for (const { id, name = "", shortDescription, fullDescription, help, defaultConfiguration } of rules) {
      // the requirements of GitHub for a rule
      assert.ok(name.length > 0 && name.length <= 255, id);
      for (const text of [shortDescription?.text ?? "", fullDescription?.text ?? ""])
        assert.ok(text.length > 0 && text.length <= 1024, id);
      assert.ok(help?.text && help.markdown, id);
      assert.ok(["error", "warning", "note"].includes(defaultConfiguration?.level ?? ""), id);
    }
    const rule = rules.find(({ id }) => id === "4.unmet") ?? assert.fail();
    for (const part of [
      "e-Government Recommended Ciphers List",
      "in every store, backups included",
      "the encryption may be broken",
    ])
      assert.ok(rule.help?.text.includes(part), part);
    assert.match(rule.help?.markdown ?? "", /^## Requirement$/m);
  });

  it("names files by URIs relative to the current folder, and reveals nothing of the machine", () => {
    const cwd = folderOf({ "委託 先/あおば#1.vendor.yaml": profileText("S"), "b%.vendor.yaml": profileText("S") });
    for (const args of [["."], [cwd], [`${cwd}/委託 先`, "./b%.vendor.yaml"]]) {
      const log = sarif(args, { cwd });
      const uris = new Set(resultsOf(log).map(uriOf));
      assert.deepEqual([...uris].sort(), [
        "%E5%A7%94%E8%A8%97%20%E5%85%88/%E3%81%82%E3%81%8A%E3%81%B0%231.vendor.yaml",
        "b%25.vendor.yaml",
      ]);
      assert.ok(!JSON.stringify(log).includes(cwd));
      for (const result of resultsOf(log)) {
        const index = result.locations?.[0]?.physicalLocation?.artifactLocation?.index ?? -1;
        assert.equal(log.artifacts?.[index]?.location?.uri, uriOf(result));
      }
    }
  });

  it("counts columns in UTF-16 units from one", () => {
    const input =
      "profile: 1\nvendor: { name: 🏯𠮷城, country: XX }\nservice: { name: 乙 }\ninformation: { classification: III }\n";
    const log = sarif(["-"], { input });
    assert.equal(log.columnKind, "utf16CodeUnits");
    assert.deepEqual(resultsOf(log)[0]?.locations?.[0]?.physicalLocation?.region, {
      startLine: 2,
      startColumn: 33,
      endLine: 2,
      endColumn: 35,
    });
  });

  it("reports an unreadable input as a notification of the run", () => {
    const cwd = folderOf({ "a.vendor.yaml": profileText(), "b.vendor.yaml": Uint8Array.of(0x8a, 0x94, 0x0a) });
    const [invocation] = sarif(["."], { cwd }).invocations ?? [];
    assert.equal(invocation?.executionSuccessful, false);
    assert.deepEqual(
      invocation?.toolExecutionNotifications?.map(({ level, locations }) => [
        level,
        locations?.[0]?.physicalLocation?.artifactLocation?.uri,
      ]),
      [["error", "b.vendor.yaml"]],
    );
    assert.equal(sarif(["a.vendor.yaml"], { cwd }).invocations?.[0]?.executionSuccessful, true);
  });

  it("matches the schema for any input, and for none", () => {
    for (const input of ["", "- a\n", "profile: [", "\t", "a: &a [*a]\n", "---"])
      assert.ok(resultsOf(sarif(["-"], { input })).length > 0);
    assert.deepEqual(resultsOf(sarif(["none*"])), []);
  });

  it("makes no link from the text of a profile", () => {
    for (const [key, shown] of [
      ["[x](https://evil.example/)", "\\[x\\](https"],
      ["\\[x\\](https://evil.example/)", "\\\\\\[x\\\\\\](https"],
    ] as const) {
      const [result] = resultsOf(sarif(["-"], { input: `${profileText()}'${key}': 1\n` }));
      assert.ok(
        result?.message.text?.includes(`“${shown}`) || result?.message.text?.includes(`「${shown}`),
        result?.message.text,
      );
    }
  });
});
