/** Tests that structure is found in every text, well-formed and inside the text. */
import assert from "node:assert/strict";
import fc from "fast-check";
import type { DocumentSymbol, Range, SelectionRange } from "vscode-languageserver";
import type { Position } from "../../server/src/core/yaml/lines.ts";
import { foldingRanges } from "../../server/src/language-service/folding.ts";
import { documentHighlights } from "../../server/src/language-service/highlights.ts";
import { documentLinks } from "../../server/src/language-service/links.ts";
import { selectionRanges } from "../../server/src/language-service/selection.ts";
import { semanticTokens, semanticTokensLegend } from "../../server/src/language-service/semantic-tokens.ts";
import { documentSymbols } from "../../server/src/language-service/symbols.ts";
import type { View } from "../../server/src/language-service/view.ts";
import { examples } from "../support/analyze.ts";
import { runs } from "../support/runs.ts";
import { EVERYTHING, viewOf } from "../support/view.ts";

const isBefore = (a: Position, b: Position) => a.line < b.line || (a.line === b.line && a.character <= b.character);
const isIn = (inner: Range, outer: Range) => isBefore(outer.start, inner.start) && isBefore(inner.end, outer.end);

/** Asks for all there is of a text, and at some places of it. */
function assertWellFormed(text: string, offsets: readonly number[]): void {
  const view = viewOf(text);
  const { lines } = view.analysis.source;
  const file: Range = lines.range({ start: 0, end: text.length });
  const assertRange = (range: Range, outer = file) => {
    assert.ok(isBefore(range.start, range.end) && isIn(range, outer), `${JSON.stringify([range, outer])}`);
  };
  const assertSymbols = (symbols: readonly DocumentSymbol[], outer: Range) => {
    for (const { name, range, selectionRange, children = [] } of symbols) {
      assert.notEqual(name.trim(), "");
      assertRange(range, outer);
      assertRange(selectionRange, range);
      assertSymbols(children, range);
    }
  };
  assertSymbols(documentSymbols(view) as DocumentSymbol[], file);
  documentSymbols({ ...view, capabilities: { ...EVERYTHING, symbolTree: false } });

  for (const { startLine, endLine } of foldingRanges(view)) {
    assert.ok(startLine < endLine && endLine < lines.count, `${startLine}–${endLine} of ${lines.count}`);
    assert.notEqual(lines.text(endLine).trim(), "");
  }
  for (const { range, target } of documentLinks(view, [])) {
    assertRange(range);
    assert.ok(target);
  }
  assertTokens(view);

  const positions = offsets.map((offset) =>
    // as a client has them: none between CR and LF
    lines.position(lines.offset(lines.position(offset % (text.length + 1)))),
  );
  const selections = selectionRanges(view, positions);
  assert.equal(selections.length, positions.length);
  for (const [index, position] of positions.entries()) {
    for (const { range } of documentHighlights(view, position)) assertRange(range);
    let inner: SelectionRange | undefined = selections[index];
    assert.ok(inner && isIn({ start: position, end: position }, inner.range));
    for (; inner; inner = inner.parent) {
      assertRange(inner.range);
      if (!inner.parent) assert.deepEqual(inner.range, file);
      else assert.ok(isIn(inner.range, inner.parent.range) && !isIn(inner.parent.range, inner.range));
    }
  }
}

/** Ordered, on one line each, side by side. */
function assertTokens(view: View): void {
  const { lines } = view.analysis.source;
  const { data } = semanticTokens(view);
  let line = 0;
  let character = 0;
  let end = 0;
  for (let i = 0; i < data.length; i += 5) {
    const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(i, i + 5);
    line += down;
    if (down > 0) end = 0;
    character = down === 0 ? character + right : right;
    assert.ok(down >= 0 && right >= 0 && length > 0 && character >= end, `${data.slice(i, i + 5)}`);
    end = character + length;
    assert.ok(end <= lines.text(line).length);
    assert.ok(type < semanticTokensLegend.tokenTypes.length && modifiers < 1 << semanticTokensLegend.tokenModifiers.length);
  }
}

const scraps = [
  ..."[]{}:,-?&*!|>%@`\"'# \t\n\r　：",
  ...[
    "\r\n",
    "---\n",
    "...\n",
    "- ",
    ": ",
    "  ",
    "<<: *a",
    "&a ",
    "*a",
    "? ",
    "|\n",
    ">-\n",
    "# c\n",
    "\ufeff",
    "\ud800",
    "x-a: &a\n",
  ],
];

/** A text with some mishaps: something put in, taken out, or cut off. */
const damaged = fc
  .record({
    text: fc.constantFrom(...examples().map(({ text }) => text)),
    eol: fc.constantFrom("\n", "\n", "\r\n", "\r"),
    mishaps: fc.array(
      fc.record({ at: fc.nat(20_000), length: fc.constantFrom(0, 1, 3, 40), scrap: fc.constantFrom(...scraps) }),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
    cut: fc.option(fc.nat(20_000), { freq: 3 }),
  })
  .map(({ text, eol, mishaps, cut }) => {
    const broken = mishaps.reduce((text, { at, length, scrap }) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + scrap + text.slice(place + length);
    }, text);
    return (cut === null ? broken : broken.slice(0, cut % (broken.length + 1))).replaceAll("\n", eol);
  });
const places = fc.array(fc.nat(20_000), { minLength: 3, maxLength: 8 });

describe("every text has a structure, and it lies inside it", () => {
  for (const { name, text } of examples()) {
    it(name, () =>
      assertWellFormed(
        text,
        Array.from({ length: 60 }, (_, index) => index * 97),
      ),
    );
  }
  it("examples with mishaps", () => fc.assert(fc.property(damaged, places, assertWellFormed), runs(250)));
  it("scraps of YAML", () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...scraps, "profile: 1\n", "contract:\n", "  governingLaw: JP\n", "assessment: "), {
          maxLength: 30,
        }),
        places,
        (parts, offsets) => assertWellFormed(parts.join(""), offsets),
      ),
      runs(1000),
    ));
});
