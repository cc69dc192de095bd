/**
 * Guards that no regular expression can be made to take long. Each is run against the worst input that can be made for it, and its
 * steps are counted: twice the input may take twice the steps, and no more. No clock is asked.
 */
import assert from "node:assert/strict";
import { checkSync } from "recheck";
import { patternsOf } from "./patterns.ts";

/** The checker's own code, and not a program of the machine's kind: the same everywhere. */
process.env.RECHECK_SYNC_BACKEND = "pure";

/** Counted, and never timed. */
const COUNTING = { timeout: null, attackTimeout: null, incubationTimeout: null, seedingTimeout: null };

/** Those that may take the square of what they are given, for they are given little. */
const BOUNDED: Readonly<Record<string, string>> = {
  "(?:[&!][^\\s,[\\]{}]*\\s+)*$": "the 200 characters before a value",
  "-[ \\t]+(?:[&!]\\S+[ \\t]+)*$": "the 200 characters before a value",
  "[\\p{L}\\p{M}\\p{N}_]*$": "the 200 characters before the cursor",
  "[“‘「『（【]*[\\x21-\\x7e]{0,80}$": "a line as wide as the terminal",
  "[“‘「『（【]+$": "a line as wide as the terminal",
};

describe("no input makes a pattern take long", () => {
  const patterns = patternsOf();

  for (const { place, source, flags } of patterns) {
    it(`/${source}/${flags} (${place})`, () => {
      const result = checkSync(source, flags, COUNTING);
      if (source in BOUNDED)
        assert.ok(result.status === "vulnerable" && result.complexity.type === "polynomial" && result.complexity.degree === 2);
      else
        assert.equal(result.status, "safe", "attack" in result ? `${result.complexity.summary}: ${result.attack.pattern}` : "");
    });
  }

  it("all patterns are looked at, and no exception has outlived its pattern", () => {
    assert.ok(patterns.length > 250);
    const sources = patterns.map(({ source }) => source);
    assert.deepEqual(
      Object.keys(BOUNDED).filter((source) => !sources.includes(source)),
      [],
    );
  });

  it("one that can be made to take long is told", () => {
    for (const source of ["^(a+)+$", "\\s+$"]) assert.equal(checkSync(source, "", COUNTING).status, "vulnerable", source);
  });
});
