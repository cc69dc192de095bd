import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver";
import { type Block, documentSpans, rootOf, within } from "./blocks.ts";
import type { View } from "./view.ts";

/** Characters that are looked at for what stands before a closing bracket. */
const MAX_INDENT_LENGTH = 200;

/** What can be folded: documents of several, sections and items, long values, comments. In the order of the text. */
export function foldingRanges(view: View): FoldingRange[] {
  const { source } = view.analysis;
  const folds = new Map<number, FoldingRange>();
  // of what starts on one line, the outermost: an editor shows but one fold a line
  const fold = (startLine: number, endLine: number, kind?: FoldingRangeKind): void => {
    if (endLine <= startLine || folds.has(startLine)) return;
    folds.set(startLine, { startLine, endLine, ...(kind ? { kind } : {}) });
  };
  const lineOf = (offset: number): number => source.lines.position(offset).line;
  /** That line, or the last before it on which something stands. */
  const filledLine = (line: number): number => {
    let filled = line;
    while (filled > 0 && source.lines.text(filled).trim() === "") filled--;
    return filled;
  };

  if (source.documents.length > 1) {
    for (const { start, end } of documentSpans(view)) fold(lineOf(start), lineOf(end), FoldingRangeKind.Region);
  }
  const scalarLines = new Set<number>();
  for (const document of source.documents) {
    const root = rootOf(view, document);
    if (!root) continue;
    for (const part of within(view, root)) {
      const [first, last] = [lineOf(part.span.start), lineOf(part.span.end)];
      // a block's root starts with its first key, which is what folds there
      if (part !== root || isFlow(part, source.text)) fold(first, closesAlone(part, source.text) ? filledLine(last - 1) : last);
      if (part.node.kind === "scalar") for (let line = first + 1; line <= last; line++) scalarLines.add(line);
    }
  }
  let first: number | undefined;
  for (let line = 0; line <= source.lines.count; line++) {
    const isComment = line < source.lines.count && !scalarLines.has(line) && source.lines.text(line).trimStart().startsWith("#");
    if (isComment) first ??= line;
    else if (first !== undefined) {
      fold(first, line - 1, FoldingRangeKind.Comment);
      first = undefined;
    }
  }
  return [...folds.values()].sort((a, b) => a.startLine - b.startLine);
}

function isFlow({ node }: Block, text: string): boolean {
  return text[node.span.start] === "{" || text[node.span.start] === "[";
}

/** Whether a bracket ends it on a line of its own, which stays in sight. */
function closesAlone(part: Block, text: string): boolean {
  const { start, end } = part.span;
  return isFlow(part, text) && /[\r\n][ \t]*[\]}]$/.test(text.slice(Math.max(start, end - MAX_INDENT_LENGTH), end));
}
