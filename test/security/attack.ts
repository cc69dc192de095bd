/** Attacks regular expressions, by counting steps: twice the input may take twice the steps, and no more. No clock is asked. */
import assert from "node:assert/strict";
import { checkSync } from "recheck";
import type { Pattern } from "./patterns.ts";

/** The checker's own code, and not a program of the machine's kind: the same everywhere. */
process.env.RECHECK_SYNC_BACKEND = "pure";

/** Counted, and never timed. */
const COUNTING = { timeout: null, attackTimeout: null, incubationTimeout: null, seedingTimeout: null };

/** Those that may take the square of what they are given, for they are given little. */
export const BOUNDED: Readonly<Record<string, string>> = {
  "(?:[&!][^\\s,[\\]{}]*\\s+)*$": "the 200 characters before a value",
  "-[ \\t]+(?:[&!]\\S+[ \\t]+)*$": "the 200 characters before a value",
  "[\\p{L}\\p{M}\\p{N}_]*$": "the 200 characters before the cursor",
  "[“‘「『（【]*[\\x21-\\x7e]{0,80}$": "a line as wide as the terminal",
  "[“‘「『（【]+$": "a line as wide as the terminal",
};

/** Runs a pattern against the worst input that can be made for it; throws, with that input, where it takes too many steps. */
export function assertWithstands({ source, flags }: Pick<Pattern, "source" | "flags">): void {
  const result = checkSync(source, flags, COUNTING);
  if (source in BOUNDED)
    assert.ok(result.status === "vulnerable" && result.complexity.type === "polynomial" && result.complexity.degree === 2);
  else assert.equal(result.status, "safe", "attack" in result ? `${result.complexity.summary}: ${result.attack.pattern}` : "");
}
