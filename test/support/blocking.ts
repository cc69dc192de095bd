import assert from "node:assert/strict";
import type { Analysis } from "../../server/src/core/analysis/analyze.ts";
import { isBlocking } from "../../server/src/core/findings/blocking.ts";

/** Checks that a profile has findings that stand in the way exactly if it does not conform. */
export function assertInTheWay({ profiles, findings }: Analysis): void {
  for (const { index, verdict } of profiles) {
    const isHindered = findings.some((finding) => finding.profile === index && isBlocking(finding));
    assert.equal(isHindered, !["conforming", "not-applicable"].includes(verdict), verdict);
  }
}
