/** Tests the errors for outputs that cannot be joined. */
import { strict as assert } from "node:assert";
import { Refusal } from "../../server/src/cli/command.ts";
import { joinMessages } from "../../server/src/cli/messages/join.ts";
import { joinJson } from "../../server/src/cli/sharding/json.ts";
import { inOrder, readPart } from "../../server/src/cli/sharding/result.ts";
import { joinSarif } from "../../server/src/cli/sharding/sarif.ts";
import { parseShardNumber } from "../../server/src/cli/sharding/shard.ts";
import type { FileResult } from "../../server/src/core/analysis/file-result.ts";
import { AS_OF, analyzeText } from "../support/analyze.ts";
import { written as writtenOf } from "../support/written.ts";

const files: readonly FileResult[] = [{ path: "a.vendor.yaml", analysis: analyzeText("profile: 1\n") }];

/** The output of `check` for a shard; for all inputs without one. */
function written(format: "json" | "sarif", part?: string, asOf = AS_OF, language: "ja" | "en" = "en", inputs = 16): string {
  const shard = part === undefined ? null : { number: 0, of: 0, ...parseShardNumber(part), inputs };
  return writtenOf(format, files, { asOf, language, shard });
}

/** The error for files with these texts, whose names are their numbers. */
function refusal(texts: readonly string[], language: "ja" | "en" = "en"): string {
  const messages = joinMessages[language];
  try {
    const all = inOrder(
      texts.map((text, index) => readPart(`${index + 1}`, text, messages)),
      messages,
    );
    (all[0]?.format === "sarif" ? joinSarif : joinJson)(all, messages);
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  return assert.fail("they are joined");
}

describe("outputs that cannot be joined", () => {
  const first = written("json", "1/3");
  const log = written("sarif", "1/2");
  const cases: [name: string, texts: string[], en: RegExp, ja: RegExp][] = [
    ["one is missing", [first, written("json", "3/3")], /shard 2\/3 is missing/, /分担 2\/3 の出力がない/],
    ["one is given twice", [first, first], /^Shard 1\/3 has several outputs: 1, 2$/, /分担 1\/3 の出力が重なっている: 1、2$/],
    ["from another split", [first, written("json", "2/4")], /number of shards: 3 and 4$/, /分担の数。3 と 4$/],
    ["of another date", [first, written("json", "2/3", "2026-11-21")], /--as-of.*-22 and .*-21$/, /--as-of.*-22 と .*-21$/],
    ["of other inputs", [first, written("json", "2/3", AS_OF, "en", 1)], /number of inputs.*16 and 1$/, /入力の件数.*16 と 1$/],
    ["in another language", [log, written("sarif", "2/2", AS_OF, "ja")], /--lang.*en and ja$/, /--lang.*en と ja$/],
    ["in another format", [first, log], /“1” and “2” are in different formats/, /「1」と「2」の形式が違う/],
    ["no shard, as JSON", [first, written("json")], /“2” is not the output of a shard/, /「2」は分担の出力ではない/],
    ["no shard, as SARIF", [written("sarif")], /“1” is not the output of a shard/, /「1」は分担の出力ではない/],
    ["no JSON", ["profile: 1\n"], /“1” is not an output of check --shard/, /「1」は check --shard の出力として読めない/],
    ["other JSON", ["[1]"], /“1” is not an output of check --shard/, /「1」は check --shard の出力として読めない/],
  ];
  for (const [name, texts, en, ja] of cases) {
    it(name, () => {
      assert.match(refusal(texts), en);
      assert.match(refusal(texts, "ja"), ja);
    });
  }

  it("that differ from what check writes, with the place", () => {
    const report = JSON.parse(first);
    const sarif = JSON.parse(log);
    const [run] = sarif.runs;
    const broken: [place: string, document: unknown][] = [
      ["/files", { ...report, shard: { number: 1, of: 1, inputs: 1 }, files: 1 }],
      ["/summary/profiles", { ...report, shard: { number: 1, of: 1, inputs: 1 }, summary: { profiles: "1" } }],
      ["/shard/of", { ...report, shard: { number: 2, inputs: 16 } }],
      ["/shard", { ...report, shard: { number: 2, of: 1e9, inputs: 16 } }],
      ["/runs", { ...sarif, runs: 1 }],
      ["/runs/0/properties", { ...sarif, runs: [{}] }],
    ];
    const properties = { ...run.properties, shard: { number: 1, of: 1, inputs: 1 } };
    for (const [place, change] of [
      ["/results", { results: null }],
      ["/results/0/ruleId", { results: [null] }],
      ["/results/0/ruleId", { results: [{ ...run.results[0], ruleId: "none" }] }],
      ["/results/0/locations", { results: [{ ...run.results[0], locations: 1 }] }],
      ["/tool/driver/rules", { tool: { driver: { version: "0.1.0" } } }],
      ["/tool/driver/rules/0/id", { tool: { driver: { version: "0.1.0", rules: [null] } } }],
      ["/invocations/0/toolExecutionNotifications", { invocations: [null] }],
    ] as const) {
      broken.push([`/runs/0${place}`, { ...sarif, runs: [{ ...run, properties, ...change }] }]);
    }
    for (const [place, document] of broken) {
      assert.equal(refusal([JSON.stringify(document)]), `In “1”, ${place} is not as check writes it.`);
      assert.equal(refusal([JSON.stringify(document)], "ja"), `「1」の ${place} が、check の出力と合わない。`);
    }
  });
});
