/** Tests the examples: each is judged as its `.expected.yaml` says. They are the product's tests, documentation and benchmark in one. */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { parse } from "yaml";
import type { Profile } from "../server/src/core/evaluation/profile.ts";
import { carrierOf } from "../server/src/core/evaluation/verdict.ts";
import { alternativesOf, type Standard } from "../server/src/core/standard/standard.ts";
import { pointer } from "../server/src/core/yaml/node.ts";
import { analyzeText, examples, examplesFolder, expectedOf } from "./support/analyze.ts";

interface Expected {
  asOf: string;
  profiles: {
    vendor: string;
    judgedAs: string | null;
    verdict: string;
    eligible: string[];
    open: string[];
    requirements: Record<string, string>;
    metBy?: Record<string, string | null>;
  }[];
  findings: { code: string; severity: string; at: string; text: string; profile?: number }[];
}

/** By which row each group of alternatives is met; none for a class without groups. */
function metBy(standard: Standard, { judgedAs, rows }: Profile): Record<string, string | null> {
  return Object.fromEntries(
    standard.rows.flatMap(({ no }) => {
      const group = judgedAs === null ? undefined : alternativesOf(standard, no, judgedAs);
      return group?.rows[0] === no ? [[no, carrierOf(group, rows)?.no ?? null]] : [];
    }),
  );
}

describe("examples", () => {
  for (const { name, text } of examples()) {
    describe(name, () => {
      const expected = parse(expectedOf(name)) as Expected;
      const named = analyzeText(text).evidenceFiles;
      const missingFiles = new Set(named.filter((file) => !existsSync(new URL(file, examplesFolder))));
      const { profiles, findings, standard } = analyzeText(text, { today: expected.asOf, missingFiles });

      it("is judged as expected", () => {
        const seen = profiles.map((profile) => ({
          vendor: profile.vendor,
          judgedAs: profile.judgedAs,
          verdict: profile.verdict,
          eligible: profile.eligible,
          open: profile.open,
          requirements: Object.fromEntries([...profile.rows].map(([no, { status }]) => [no, status])),
          metBy: metBy(standard, profile),
        }));
        assert.deepEqual(
          seen,
          expected.profiles.map((profile) => ({ metBy: {}, ...profile })),
        );
      });

      it("has the findings expected, in their order", () => {
        const seen = findings.map(({ code, severity, path, span, profile }) => ({
          code,
          severity,
          at: pointer(path),
          text: text.slice(span.start, span.end),
          profile,
        }));
        assert.deepEqual(
          seen,
          expected.findings.map((finding) => ({ profile: 0, ...finding })),
        );
      });
    });
  }
});
