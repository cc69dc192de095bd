/** Tests that every text has an analysis, and that all ranges lie inside the text. */
import assert from "node:assert/strict";
import { createContext, Script } from "node:vm";
import fc from "fast-check";
import type { Analysis } from "../../server/src/core/analysis/analyze.ts";
import { coreMessages, messageOf, relatedText, textOf } from "../../server/src/messages/render.ts";
import { analyzeText, examples } from "../support/analyze.ts";
import { profiles } from "./profiles.ts";

const context = createContext({});
const run = new Script("run()");

/** A text's analysis, or a failure where there never is one: only a context of its own can be stopped. */
function analyzeInTime(text: string): Analysis {
  context.run = () => analyzeText(text);
  return run.runInContext(context, { timeout: 60_000 }) as Analysis;
}

/** Analyses a text to the last word of its messages. */
function assertAnalyzes(text: string): void {
  const { source, findings, profiles, standard } = analyzeInTime(text);
  assert.ok(profiles.length > 0);
  const last = source.lines.position(text.length);
  for (const finding of findings) {
    for (const { start, end } of [finding.span, ...finding.related.map(({ span }) => span)]) {
      assert.ok(start >= 0 && start <= end && end <= text.length, `${finding.code}: ${start}–${end} of ${text.length}`);
      const range = source.lines.range({ start, end });
      assert.ok(range.end.line < last.line || (range.end.line === last.line && range.end.character <= last.character));
    }
    assert.ok(finding.profile < profiles.length);
    for (const language of Object.values(coreMessages)) {
      textOf(messageOf(finding, standard, language), language);
      for (const place of finding.related) relatedText(place, language);
    }
  }
}

const bits = [
  ..."[]{}:,-?&*!|>%@`\"'#~ \t\n\r　：＊",
  ...["\r\n", "---\n", "...\n", "- ", ": ", "  ", "<<: *a", "&a ", "*a", "!t ", "? ", "|\n", ">-\n", "# c\n", "\ufeff", "\ud800"],
  ...[
    "profile: 1\n",
    "contract:\n",
    "  governingLaw: JP\n",
    "information: {classification: I}\n",
    "certifications: [",
    "<<<<<<< a\n",
    "=======\n",
    ">>>>>>> b\n",
  ],
];
const scraps = fc.array(fc.constantFrom(...bits), { maxLength: 40 }).map((parts) => parts.join(""));

/** Any UTF-16, half characters included. */
const units = fc.array(fc.oneof(fc.nat(0x7f), fc.nat(0xffff)), { maxLength: 60 }).map((codes) => String.fromCharCode(...codes));

/** An example with a mishap: cut off, a line lost or moved, characters swapped or replaced. */
const mishap = fc.record({
  example: fc.constantFrom(...examples().map(({ text }) => text)),
  kind: fc.constantFrom("cut", "line", "move", "swap", "replace"),
  at: fc.nat(100_000),
  to: fc.nat(100_000),
  scrap: fc.constantFrom(...bits),
});

function damage({ example, kind, at, to, scrap }: typeof mishap extends fc.Arbitrary<infer T> ? T : never): string {
  const place = at % example.length;
  const lines = example.split("\n");
  const [line] = kind === "line" || kind === "move" ? lines.splice(at % lines.length, 1) : [];
  switch (kind) {
    case "cut":
      return example.slice(0, place);
    case "line":
      return lines.join("\n");
    case "move":
      return lines.toSpliced(to % lines.length, 0, line ?? "").join("\n");
    case "swap":
      return example.slice(0, place) + example.charAt(place + 1) + example.charAt(place) + example.slice(place + 2);
    default:
      return example.slice(0, place) + scrap + example.slice(place + 1);
  }
}

describe("every text has an analysis, and its findings lie inside it", () => {
  for (const text of [
    "\n\ta: 1\n",
    "\na:\n\tb: 1\n",
    "\t",
    "\r\n\t- a",
    "&|\n# c\n",
    "\n>\n  a: 1\n",
    ">- ...\n",
    ">- ...",
    "---\r\n[\r\n  [ a,@ [[b,c]]: d, e]]: 23\r\n]\r\n",
  ]) {
    it(`what once failed: ${JSON.stringify(text)}`, () => assertAnalyzes(text));
  }
  it("arbitrary strings", () => fc.assert(fc.property(units, assertAnalyzes), { numRuns: 60 }));
  it("arbitrary scraps of YAML", () => fc.assert(fc.property(scraps, assertAnalyzes), { numRuns: 120 }));
  it("arbitrary profiles", () =>
    fc.assert(
      fc.property(profiles({ valid: false }), fc.constantFrom("\n", "\r\n", "\r"), (facts, end) =>
        assertAnalyzes(JSON.stringify(facts, null, 2).replaceAll("\n", end)),
      ),
      { numRuns: 25 },
    ));
  it("examples with a mishap", () => fc.assert(fc.property(mishap.map(damage), assertAnalyzes), { numRuns: 25 }));
});
