/**
 * Tests that no input makes a regular expression slow. The result depends only on the pattern, its flags and the
 * attacker, so vetted patterns are listed and only others are attacked; `npm run test:security` attacks them all. UPDATE=1
 * rewrites the list once all have passed.
 */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { assertWithstands, BOUNDED } from "./attack.ts";
import { patternsOf } from "./patterns.ts";

/** The vetted patterns, and the version of the attacker. */
interface Vetted {
  readonly recheck: string;
  readonly patterns: readonly string[];
}

const file = new URL("vetted-patterns.json", import.meta.url);
const { version: recheck } = createRequire(import.meta.url)("recheck/package.json") as { version: string };

describe("no input makes a pattern slow", () => {
  const patterns = patternsOf();
  const names = patterns.map(({ source, flags }) => `/${source}/${flags}`).sort();
  const vetted = JSON.parse(readFileSync(file, "utf8")) as Vetted;
  const known = new Set(vetted.recheck === recheck ? vetted.patterns : []);
  const fresh = patterns.filter(({ source, flags }) => !known.has(`/${source}/${flags}`));

  for (const pattern of fresh) it(`/${pattern.source}/${pattern.flags} (${pattern.place})`, () => assertWithstands(pattern));

  it("the list of vetted patterns is complete and has no stale entry", function () {
    if (process.env.UPDATE) {
      assert.ok(
        this.test?.parent?.tests.every((test) => !test.isFailed()),
        "some did not withstand",
      );
      writeFileSync(file, `${JSON.stringify({ recheck, patterns: names } satisfies Vetted, undefined, 2)}\n`);
    }
    assert.deepEqual(JSON.parse(readFileSync(file, "utf8")), { recheck, patterns: names });
  });

  it("all patterns are found, and every exception still has its pattern", () => {
    assert.ok(patterns.length > 250);
    const sources = patterns.map(({ source }) => source);
    assert.deepEqual(
      Object.keys(BOUNDED).filter((source) => !sources.includes(source)),
      [],
    );
  });

  it("a vulnerable pattern is reported", () => {
    for (const source of ["^(a+)+$", "\\s+$"]) assert.throws(() => assertWithstands({ source, flags: "" }), /safe/, source);
  });
});
