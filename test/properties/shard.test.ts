/** Tests that shards, judged separately and joined, give the result of one run. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { joinMessages } from "../../server/src/cli/messages/join.ts";
import { joinJson } from "../../server/src/cli/sharding/json.ts";
import { inOrder, readPart } from "../../server/src/cli/sharding/result.ts";
import { joinSarif } from "../../server/src/cli/sharding/sarif.ts";
import { parseShardNumber, shardOf } from "../../server/src/cli/sharding/shard.ts";
import type { FileResult } from "../../server/src/core/analysis/file-result.ts";
import { analyzeText, examples } from "../support/analyze.ts";
import { written } from "../support/written.ts";
import { profiles } from "./profiles.ts";

const all = fc.integer({ min: 0, max: 300 }).map((length) => Array.from({ length }, (_, index) => index));
const parts = (of: number) => Array.from({ length: of }, (_, index) => ({ number: index + 1, of }));

const judged = fc.oneof(
  fc.constantFrom(...examples().map(({ text }) => ({ analysis: analyzeText(text) }))),
  profiles({ valid: false }).map((facts) => ({ analysis: analyzeText(JSON.stringify(facts)) })),
  fc.constant({ error: "cannot be read (EACCES)" }),
);

describe("the parts of a whole", () => {
  it("have each input once, in its order, and differ by one at most", () => {
    fc.assert(
      fc.property(all, fc.integer({ min: 1, max: 50 }), (all, of) => {
        const shards = parts(of).map((part) => shardOf(all, part));
        assert.deepEqual(shards.flat(), all);
        const sizes = shards.map(({ length }) => length);
        assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1);
      }),
    );
  });

  it("are named by two numbers, the first not above the second", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1, max: 12000 }), fc.integer({ min: -1, max: 12000 }), (number, of) => {
        const isPart = 1 <= number && number <= of && of <= 9999;
        assert.deepEqual(parseShardNumber(`${number}/${of}`), isPart ? { number, of } : undefined);
      }),
    );
  });

  it("are joined to what would have been written of the whole, byte for byte, in whatever order they come", () => {
    fc.assert(
      fc.property(fc.array(judged, { maxLength: 6 }), fc.integer({ min: 1, max: 6 }), fc.nat(), (results, of, turn) => {
        const files = results.map((result, index): FileResult => ({ path: `部/${index} #.vendor.yaml`, ...result }));
        for (const [format, join] of [
          ["json", joinJson],
          ["sarif", joinSarif],
        ] as const) {
          const outputs = parts(of).map((part) =>
            written(format, shardOf(files, part), { shard: { ...part, inputs: files.length } }),
          );
          const turned = [...outputs.slice(turn % of), ...outputs.slice(0, turn % of)];
          const read = turned.map((text, index) => readPart(`${index}.json`, text, joinMessages.en));
          assert.equal(join(inOrder(read, joinMessages.en), joinMessages.en), written(format, files));
        }
      }),
      { numRuns: 20 },
    );
  });
});
