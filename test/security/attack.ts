/** Attacks regular expressions and counts steps: twice the input may take at most twice the steps. */
import assert from "node:assert/strict";
import { checkSync } from "recheck";
import type { Pattern } from "./patterns.ts";

/** The pure JavaScript backend, which gives the same result on every machine. */
process.env.RECHECK_SYNC_BACKEND = "pure";

/** No time limits: steps are counted. */
const COUNTING = { timeout: null, attackTimeout: null, incubationTimeout: null, seedingTimeout: null };

/** Patterns that may take quadratic time, because their input is short. */
export const BOUNDED: Readonly<Record<string, string>> = {
  "(?:[&!][^\\s,[\\]{}]*[ \\t\\r\\n]+)*$": "the 200 characters before a value",
  "-[ \\t]+(?:[&!]\\S+[ \\t]+)*$": "the 200 characters before a value",
  "[\\p{L}\\p{M}\\p{N}_]*$": "the 200 characters before the cursor",
  "[“‘「『（【]*[\\x21-\\x7e]{0,80}$": "a line as wide as the terminal",
  "[“‘「『（【]+$": "a line as wide as the terminal",
};

/** Runs a pattern against its worst input; throws with that input if it takes too many steps. */
export function assertWithstands({ source, flags }: Pick<Pattern, "source" | "flags">): void {
  const result = checkSync(source, flags, COUNTING);
  if (source in BOUNDED)
    assert.ok(result.status === "vulnerable" && result.complexity.type === "polynomial" && result.complexity.degree === 2);
  else assert.equal(result.status, "safe", "attack" in result ? `${result.complexity.summary}: ${result.attack.pattern}` : "");
}
