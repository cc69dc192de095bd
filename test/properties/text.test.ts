/** Tests that every request about any text has an answer inside the text, and that edits give the result of a fresh start. */
import assert from "node:assert/strict";
import fc from "fast-check";
import type { Position, Range } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Analysis } from "../../server/src/core/analysis/analyze.ts";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import type { Span, ValueNode } from "../../server/src/core/yaml/node.ts";
import { runtime } from "../../server/src/language-server/node/runtime.ts";
import { Analyses } from "../../server/src/language-server/workspace/analyses.ts";
import { codeActions } from "../../server/src/language-service/code-actions.ts";
import { codeLenses } from "../../server/src/language-service/code-lens.ts";
import { completion } from "../../server/src/language-service/completion/index.ts";
import { definition } from "../../server/src/language-service/definition.ts";
import { diagnostics } from "../../server/src/language-service/diagnostics.ts";
import { foldingRanges } from "../../server/src/language-service/folding.ts";
import { sortEdits } from "../../server/src/language-service/formatting/sort.ts";
import { formatting, onTypeFormatting } from "../../server/src/language-service/formatting.ts";
import { documentHighlights } from "../../server/src/language-service/highlights.ts";
import { hover } from "../../server/src/language-service/hover.ts";
import { inlayHints } from "../../server/src/language-service/inlay-hints.ts";
import { documentLinks } from "../../server/src/language-service/links.ts";
import { prepareRename } from "../../server/src/language-service/rename.ts";
import { selectionRanges } from "../../server/src/language-service/selection.ts";
import { semanticTokens } from "../../server/src/language-service/semantic-tokens.ts";
import { documentSymbols } from "../../server/src/language-service/symbols.ts";
import { AS_OF, analyzeText, examples } from "../support/analyze.ts";
import { runs } from "../support/runs.ts";
import { URI, viewOf } from "../support/view.ts";
import { suiteCases } from "../support/yaml-suite.ts";

const ALIKE = examples().map(({ text }) => text);
const SUITE = suiteCases().map(({ yaml }) => yaml);

/** What people and programs leave in texts, each of which has once broken one that reads YAML. */
const scraps = [
  ..."[]{}:,-?&*!|>%@`\"'#~ \t\n\r\0\u0007\u001b\u007f\u0085\u00a0\u2028\u3000\ufeff\ufffe：＊",
  ...["\r\n", "\n\r", "---\n", "...\n", "- ", "? ", ": ", "  ", "\n  ", "\n\t", "|\n", ">-2\n", "# c\n", "\ud800", "\udc00"],
  ...[
    "👩‍👩‍👧",
    "が",
    "か\u3099",
    "\u202eevil\u2066",
    "אב: ג\n",
    "<<<<<<< a\n",
    "=======\n",
    ">>>>>>> b\n",
    "%YAML 1.1\n---\n",
    "%TAG ! !\n",
  ],
  ...["&a ", "*a", "&a [*a]", "<<: *a\n", "<<: [*a, *a]\n", "&a {<<: *a}\n", "!t ", "!!binary AA==", "!!set {a}", "!<x> "],
  ...["__proto__: {a: 1}\n", "constructor: 1\n", "toString: 1\n", "1: 2\n", "null: 1\n", "[a]: b\n", "{a: b}: c\n"],
  ...["0x1F", "0o17", "017", ".inf", "-.nan", "1e999", "+1", "1_000", "190:20:30", "9".repeat(40)],
  ...["yes", "NO", "on", "Off", "y", "2026-13-45", "profile: 1\n", "contract:\n", "  governingLaw: JP\n"],
];

/** A change as a client sends it: at a place, so many characters go and others come. */
interface Change {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(100_000),
  length: fc.oneof({ weight: 4, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(400) }),
  text: fc.array(fc.constantFrom(...scraps), { maxLength: 3 }).map((parts) => parts.join("")),
});
const changes = fc.array(change, { minLength: 1, maxLength: 5 });

const begun = fc
  .record({
    text: fc.oneof(fc.constantFrom(...SUITE), fc.constantFrom(...ALIKE)),
    lineEnds: fc.array(fc.constantFrom("\n", "\r\n", "\r"), { minLength: 1, maxLength: 3 }),
    isPrefix: fc.boolean(),
    end: fc.nat(100_000),
  })
  .map(({ text, lineEnds, isPrefix, end }) => {
    let count = 0;
    const mixed = text.replace(/\n/g, () => lineEnds[count++ % lineEnds.length] as string);
    return isPrefix ? mixed.slice(0, end % (mixed.length + 1)) : mixed;
  });

/** A text after a change. */
function changed(text: string, { at, length, text: insertion }: Change): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + insertion + text.slice(start + length);
}

/** All ranges in an answer, whatever it is. */
function rangesIn(answer: unknown): Range[] {
  if (typeof answer !== "object" || answer === null) return [];
  const { start, end } = answer as Partial<Range>;
  const own = isPosition(start) && isPosition(end) ? [{ start, end }] : [];
  return [...own, ...Object.values(answer).flatMap(rangesIn)];
}

function isPosition(value: unknown): value is Position {
  return typeof value === "object" && value !== null && "line" in value && "character" in value;
}

/** Tests that all ranges of an analysis lie in the text. */
function assertPlaces({ source, profiles }: Analysis): void {
  const { text } = source;
  const assertInside = (span: Span) =>
    assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length, JSON.stringify(span));
  const assertNode = (node: ValueNode): void => {
    assertInside(node.span);
    if (node.kind === "list") for (const item of node.items) assertNode(item);
    if (node.kind === "map")
      for (const { key, value } of node.entries) {
        assertInside(key);
        assertNode(value);
      }
  };
  for (const { span, root, problems, anchors } of source.documents) {
    for (const place of [span, ...problems.map(({ span }) => span), ...anchors.map(({ span }) => span)]) assertInside(place);
    if (root) assertNode(root);
  }
  for (const { anchor } of profiles) assertInside(anchor);
}

/** Asks everything of a text, as a whole and at a place. */
function assertAnswers(text: string, at: number): void {
  const view = viewOf(text);
  const { source, format } = view.analysis;
  const { lines } = source;
  assertPlaces(view.analysis);

  const whole = { start: { line: 0, character: 0 }, end: lines.position(text.length) };
  // as a client has them: none between CR and LF
  const position = lines.position(lines.offset(lines.position(at % (text.length + 1))));
  const here = { start: position, end: position };
  const answers = [
    diagnostics(view),
    codeLenses(view),
    inlayHints(view, whole),
    documentSymbols(view),
    documentLinks(view, []),
    selectionRanges(view, [position]),
    semanticTokens(view),
    formatting(source),
    onTypeFormatting(source, position, "\n"),
    sortEdits(source, format),
    hover(view, position),
    completion(view, position),
    documentHighlights(view, position),
    prepareRename(view, position),
    codeActions(view, { range: here, context: { diagnostics: [] } }),
  ];
  // where it leads to may be in the standard
  definition(view, position);
  for (const { startLine, endLine } of foldingRanges(view)) assert.ok(startLine < endLine && endLine < lines.count);
  for (const { start, end } of answers.flatMap(rangesIn)) {
    for (const { line, character } of [start, end]) {
      assert.ok(line >= 0 && line < lines.count && character >= 0, `${line}:${character}`);
      assert.ok(character <= lines.end(line) - lines.start(line), `${line}:${character}`);
    }
    assert.ok(start.line < end.line || (start.line === end.line && start.character <= end.character));
  }
}

/** What is the same of two analyses of one text, whichever way they came about. */
const plainly = (value: unknown) =>
  JSON.stringify(value, (_, value: unknown) => (value instanceof Map || value instanceof Set ? [...value] : value));

describe("any text", () => {
  it("every case of the public suite has answers", () => {
    for (const [index, text] of SUITE.entries()) assertAnswers(text, index * 7);
  });

  it("every prefix of a text is read: some here, with RUNS=100 all", () => {
    const step = Math.max(1, Math.round(100 / Number(process.env.RUNS ?? 1)));
    for (const text of ALIKE) for (let end = 1; end < text.length; end += step) assertPlaces(analyzeText(text.slice(0, end)));
    const nearer = Math.ceil(step / 5);
    for (const text of SUITE) for (let end = 1; end < text.length; end += nearer) assertPlaces(analyzeText(text.slice(0, end)));
  });

  it("texts that are begun, changed and of mixed line ends have answers", () =>
    fc.assert(
      fc.property(begun, changes, fc.nat(100_000), (text, changes, at) => assertAnswers(changes.reduce(changed, text), at)),
      runs(80),
    ));

  it("arbitrary scraps have answers", () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...scraps), { maxLength: 30 }), fc.nat(1000), (parts, at) =>
        assertAnswers(parts.join(""), at),
      ),
      runs(80),
    ));

  it("after edits is analysed as if it had been so from the start", async () => {
    const analyses = new Analyses(bundled, runtime);
    await fc.assert(
      fc.asyncProperty(begun, changes, async (text, changes) => {
        const document = TextDocument.create(URI, "vendor-profile", 1, text);
        let expected = text;
        for (const [index, { at, length, text }] of changes.entries()) {
          // as a client says it: from one place to another
          const range = rangeIn(document, at, length);
          expected = expected.slice(0, document.offsetAt(range.start)) + text + expected.slice(document.offsetAt(range.end));
          TextDocument.update(document, [{ range, text }], index + 2);
          assert.equal(document.getText(), expected);
          const { analysis, missingFiles } = await analyses.of(document, AS_OF);
          const { source, profiles, findings } = analyzeText(expected, { missingFiles });
          assert.equal(analysis.source.text, expected);
          assert.equal(plainly(analysis.findings), plainly(findings));
          assert.equal(plainly(analysis.profiles), plainly(profiles));
          assert.equal(plainly(analysis.source.documents), plainly(source.documents));
        }
        analyses.forget(document);
      }),
      runs(30),
    );
  });
});

function rangeIn(document: TextDocument, at: number, length: number): Range {
  const start = at % (document.getText().length + 1);
  return { start: document.positionAt(start), end: document.positionAt(start + length) };
}
