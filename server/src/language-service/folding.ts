import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver";
import { isBlank, trimBlanks } from "../core/text/white-space.ts";
import type { Lines } from "../core/yaml/lines.ts";
import { type Block, documentSpans, rootOf, within } from "./blocks.ts";
import type { View } from "./view.ts";

/** In characters: how far to look back from a closing bracket for the start of its line. */
const MAX_INDENT_LENGTH = 200;

/** The foldable ranges: documents (if several), sections, items, long values, comments; in the order of the text. */
export function foldingRanges(view: View): FoldingRange[] {
  const { source } = view.analysis;
  const folds = new Map<number, FoldingRange>();
  // an editor shows one fold per line: keep the outermost
  const fold = (startLine: number, endLine: number, kind?: FoldingRangeKind): void => {
    if (endLine <= startLine || folds.has(startLine)) return;
    folds.set(startLine, { startLine, endLine, ...(kind ? { kind } : {}) });
  };
  const lineOf = (offset: number): number => source.lines.position(offset).line;
  /** The line, or the last non-blank line before it. */
  const filledLine = (line: number): number => {
    let filled = line;
    while (filled > 0 && isBlank(source.lines.text(filled))) filled--;
    return filled;
  };

  if (source.documents.length > 1) {
    for (const { start, end } of documentSpans(view)) fold(lineOf(start), lineOf(end), FoldingRangeKind.Region);
  }
  const scalarLines = new Set<number>();
  for (const document of source.documents) {
    const root = rootOf(view, document);
    if (!root) continue;
    for (const block of within(view, root)) {
      const [first, last] = [lineOf(block.span.start), lineOf(block.span.end)];
      // the root of a block mapping starts at its first key, which has a fold of its own
      if (block !== root || isFlow(block, source.text))
        fold(first, closesAlone(block, source.text) ? filledLine(last - 1) : last);
      if (block.node.kind === "scalar") for (let line = first + 1; line <= last; line++) scalarLines.add(line);
    }
  }
  for (const { first, last } of commentRuns(source.lines, scalarLines)) fold(first, last, FoldingRangeKind.Comment);
  return [...folds.values()].sort((a, b) => a.startLine - b.startLine);
}

/** The runs of consecutive comment lines; in `scalarLines` a `#` is text. */
function commentRuns(lines: Lines, scalarLines: ReadonlySet<number>): { readonly first: number; readonly last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (let line = 0; line < lines.count; line++) {
    if (scalarLines.has(line) || !trimBlanks(lines.text(line)).startsWith("#")) continue;
    const run = runs.at(-1);
    if (run?.last === line - 1) run.last = line;
    else runs.push({ first: line, last: line });
  }
  return runs;
}

function isFlow({ node }: Block, text: string): boolean {
  return text[node.span.start] === "{" || text[node.span.start] === "[";
}

/** Whether its closing bracket is on a line of its own, which stays visible. */
function closesAlone(block: Block, text: string): boolean {
  const { start, end } = block.span;
  return isFlow(block, text) && /[\r\n][ \t]*[\]}]$/.test(text.slice(Math.max(start, end - MAX_INDENT_LENGTH), end));
}
