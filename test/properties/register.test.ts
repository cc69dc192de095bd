/** Tests that a text edited step by step is analysed as from scratch, and each document as on its own. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { stringify } from "yaml";
import { type Analysis, analyze, contextOf, type Options } from "../../server/src/core/analysis/analyze.ts";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import type { AnyFinding } from "../../server/src/core/findings/finding.ts";
import { byPlace } from "../../server/src/core/findings/order.ts";
import { rules } from "../../server/src/core/rules/index.ts";
import { parseSource } from "../../server/src/core/yaml/parse.ts";
import { readChunk } from "../../server/src/core/yaml/read-chunks.ts";
import { splitDocuments } from "../../server/src/core/yaml/split-documents.ts";
import { diagnostics } from "../../server/src/language-service/diagnostics.ts";
import { AS_OF, analyzeText, examples } from "../support/analyze.ts";
import { runs } from "../support/runs.ts";
import { EVERYTHING } from "../support/view.ts";
import { profiles } from "./profiles.ts";

const options: Options = { today: AS_OF };

/** What stands between documents, or is put where it breaks them. */
const marks = [
  ...["---\n", "---", "--- # c\n", "--- |\n", "--- &a\n", '--- "\n', "----\n", " ---\n", "---\t", "---\r", "\n---\n", "\r---\r"],
  ...[
    "...\n",
    "...\n---\n",
    "%YAML 1.1\n---\n",
    "...\n%TAG !a! b\n---\n",
    "%\n",
    "\ufeff",
    "\ufeff---\n",
    "# c\n",
    "\u2028---\n",
  ],
  ...["<<<<<<< a\n", "=======\n", ">>>>>>> b\n"],
];
const scraps = [
  ...[
    '"',
    "'",
    "[",
    "{",
    "|\n",
    ">-\n",
    "&a ",
    "*a",
    "<<: *a\n",
    "x-a: &a {b: 1}\n",
    "x-b: *a\n",
    "!t ",
    "\t",
    "\u3000",
    "：",
    ": ",
  ],
  ...["\n", "\r\n", "\r", " ", "a", "a\n", "\0", "\ud800", "0"],
  ...["profile: 1\n", "information: {classification: I}\n", "contract:\n  governingLaw: JP\n", '  governingLaw: "JP\n'],
];

const document = fc.oneof(
  { weight: 3, arbitrary: profiles({ valid: false }).map((facts) => stringify(facts)) },
  { weight: 2, arbitrary: fc.constantFrom(...examples().map(({ text }) => text)) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...scraps), { maxLength: 6 }).map((parts) => parts.join("")) },
);
const between = fc.oneof({ weight: 3, arbitrary: fc.constant("---\n") }, { weight: 1, arbitrary: fc.constantFrom(...marks) });
const end = fc.constantFrom("\n", "\n", "\n", "\r\n", "\r");

/** A stream of a few documents. */
const streams = fc
  .record({
    lead: fc.constantFrom("", "", "---\n", "\ufeff", "# c\n"),
    all: fc.array(fc.tuple(document, between), { maxLength: 4 }),
    end,
  })
  .map(({ lead, all, end }) => (lead + all.flat().join("")).replaceAll("\n", end));

/** An edit as it is made anywhere, or at the next marker, where it hurts most; now and then all that follows is taken out. */
const edits = fc.record({
  at: fc.nat(),
  atMarker: fc.boolean(),
  length: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(0, 0, 1, 3, 4, 40, 4000) },
    { weight: 1, arbitrary: fc.constant(Infinity) },
  ),
  text: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom("", ...scraps) },
    { weight: 2, arbitrary: fc.constantFrom(...marks) },
    { weight: 1, arbitrary: document },
  ),
});
type Edit = typeof edits extends fc.Arbitrary<infer T> ? T : never;

function edited(before: string, { at, atMarker, length, text }: Edit): string {
  const place = at % (before.length + 1);
  const marker = atMarker ? before.indexOf("---", place) : -1;
  const start = marker < 0 ? place : marker;
  return before.slice(0, start) + text + before.slice(start + length);
}

/** All that an analysis says, without how it came about. */
function said({ chunks: _, source: { chunks: __, lines, ...source }, ...analysis }: Analysis) {
  const facts = analysis.profiles.map(({ index, facts }) =>
    analysis.findings.flatMap(({ profile, path }) => (profile === index ? [facts.at(path)] : [])),
  );
  const starts = Array.from({ length: lines.count }, (_, line) => lines.start(line));
  return { ...analysis, source, facts, starts };
}

function isOfYaml({ kind }: AnyFinding): boolean {
  return kind.startsWith("yaml.");
}

function shown(analysis: Analysis) {
  return diagnostics({ uri: "file:///a.vendor.yaml", analysis, language: "en", capabilities: EVERYTHING });
}

describe("a text that is edited has the analysis of one that is not", () => {
  it("whatever stands in it, and whatever is changed", () => {
    fc.assert(
      fc.property(streams, fc.array(edits, { minLength: 1, maxLength: 5 }), (text, edits) => {
        let before = analyze(text, bundled, options);
        for (const edit of edits) {
          const next = edited(before.source.text, edit);
          const analysis = analyze(next, bundled, options, before);
          const fresh = analyze(next, bundled, options);
          assert.deepEqual(said(analysis), said(fresh));
          assert.deepEqual(shown(analysis), shown(fresh));
          before = analysis;
        }
      }),
      runs(60),
    );
  });

  it("whatever it is judged by", () => {
    const terms = fc.record({
      today: fc.constantFrom(AS_OF, "2030-01-01"),
      classification: fc.constantFrom("S", "III"),
      missingFiles: fc.constantFrom(new Set<string>(), new Set(["規約.pdf"])),
      severities: fc.constantFrom(new Map(), new Map([["evidence.absent", "off" as const]])),
    });
    const text = [
      ...examples()
        .slice(0, 4)
        .map(({ text }) => text),
      'assessment: {"1": {evidence: [{file: 規約.pdf}]}}\n',
    ].join("\n---\n");
    fc.assert(
      fc.property(terms, terms, (a, b) => {
        const analysis = analyze(text, bundled, b, analyze(text, bundled, a));
        assert.deepEqual(said(analysis), said(analyze(text, bundled, b)));
      }),
      { numRuns: 5 },
    );
  });
});

describe("a document of a stream", () => {
  it("is judged as it stands in the whole text", () => {
    fc.assert(
      fc.property(streams, (text) => {
        const analysis = analyze(text, bundled, options);
        const { profiles, findings, standard } = analysis;
        for (const { root, facts } of profiles) assert.equal(facts.root, root);
        const again = profiles.flatMap((profile) => rules.flatMap((rule) => rule(contextOf(analysis, profile))));
        assert.deepEqual(
          again.toSorted(byPlace(standard)),
          findings.filter((finding) => !isOfYaml(finding) && !finding.kind.startsWith("schema.")),
        );
      }),
      runs(500),
    );
  });

  /** Nothing is wrong with these: what is repaired is repaired in each document by itself. */
  const sound = fc.oneof(
    profiles({ valid: false }).map((facts) => stringify(facts)),
    fc.constantFrom(...examples().flatMap(({ text }) => (analyzeText(text).findings.some(isOfYaml) ? [] : [text]))),
    fc.constantFrom(
      "",
      "# c\n",
      "a: &a {b: 1}\nc: [*a, *a]\n",
      "<<: {a: 1}\nb: |\n ---\n  c\n",
      "- 'a\n\n  ---- b'\n",
      "a: !e!str 1\n",
    ),
  );
  const bounds = fc.constantFrom(
    ...[
      "---\n",
      "---\n",
      "--- # c\n",
      "---\t\n",
      "\n---\n\n",
      "...\n",
      "...\n---\n",
      "...\n# c\n---\n",
      "...\n\ufeff---\n",
      "----\n",
    ],
    ...["...\n%YAML 1.1\n---\n", "...\n%YAML 1.1\n%TAG !e! tag:yaml.org,2002:\n---\n", "--- |\n a\n---\n", "--- a\n ---\n---\n"],
  );
  const soundStreams = fc
    .record({
      lead: fc.constantFrom("", "---\n", "\ufeff", "# c\n---\n"),
      all: fc.array(fc.tuple(sound, bounds), { minLength: 1, maxLength: 5 }),
      end,
    })
    .map(({ lead, all, end }) => (lead + all.flat().join("")).replaceAll("\n", end));

  it("is read by itself as it is read in the stream", () => {
    let compared = 0;
    fc.assert(
      fc.property(soundStreams, (text) => {
        const whole = readChunk(text, 0).documents;
        if (whole.length === 0 || whole.some(({ problems }) => problems.length > 0)) return;
        if (splitDocuments(text).length > 1) compared++;
        assert.deepEqual(parseSource(text).documents, whole);
      }),
      runs(1000),
    );
    assert.ok(compared > 0);
  });
});
