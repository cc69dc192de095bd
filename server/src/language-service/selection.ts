import type { Position, SelectionRange } from "vscode-languageserver";
import { profileAt } from "../core/analysis/analyze.ts";
import { holds, type Span } from "../core/yaml/node.ts";
import { type Block, blocksOf, documentSpans, rootOf, spanWithoutQuotes } from "./blocks.ts";
import { toRange } from "./convert.ts";
import { firstIndex } from "./first-index.ts";
import type { View } from "./view.ts";

/** In characters: how far to look for the ends of a word, and for the dash before an item. */
const MAX_WORD_LENGTH = 200;
const MAX_LEAD_LENGTH = 200;

/** The children of a block, cached for all positions of a request. */
type ChildrenOf = (block: Block) => readonly Block[];

/** For each position the enclosing ranges: word, value, entry, item, section …, document, file. */
export function selectionRanges(view: View, positions: readonly Position[]): SelectionRange[] {
  const { source } = view.analysis;
  const spans = documentSpans(view);
  const cache = new Map<Block, readonly Block[]>();
  const childrenOf: ChildrenOf = (block) => {
    const children = cache.get(block) ?? blocksOf(view, block);
    cache.set(block, children);
    return children;
  };
  const roots = source.documents.map((document) => rootOf(view, document));
  return positions.map((position) => {
    const offset = source.lines.offset(position);
    let enclosing: SelectionRange | undefined;
    for (const span of spansAround(view, offset, spans, roots, childrenOf)) {
      enclosing = { range: toRange(source.lines, span), ...(enclosing ? { parent: enclosing } : {}) };
    }
    return enclosing as SelectionRange;
  });
}

/** The enclosing spans from the file inwards; each contains the offset and is smaller than the one before. At least one. */
function spansAround(
  view: View,
  offset: number,
  documents: readonly Span[],
  roots: readonly (Block | undefined)[],
  childrenOf: ChildrenOf,
): Span[] {
  const { source } = view.analysis;
  const { index } = profileAt(view.analysis, offset);
  const spans: Span[] = [{ start: 0, end: source.text.length }];
  const enter = (span: Span | undefined): void => {
    const { start, end } = spans.at(-1) as Span;
    if (!span || !holds(span, offset) || span.start === span.end) return;
    const isSmaller = span.start >= start && span.end <= end && span.end - span.start < end - start;
    if (isSmaller) spans.push(span);
  };
  enter(documents[index]);
  let block = roots[index];
  while (block) {
    enter(wholeOf(block, source.text));
    // on the dash, or outside all blocks
    if (!holds(block.span, offset)) break;
    enter(block.span);
    if (block.key && holds(block.key, offset)) {
      enter(block.key);
      enter(spanWithoutQuotes(source.text, block.key));
      break;
    }
    enter({ start: Math.max(block.span.start, block.node.span.start), end: block.span.end });
    if (block.node.kind === "scalar") enter(spanWithoutQuotes(source.text, block.node.span));
    const child = firstEndingAt(childrenOf(block), offset);
    block = child && holds(wholeOf(child, source.text), offset) ? child : undefined;
  }
  enter(wordAt(source.text, offset));
  return spans;
}

/** The first block that ends at or after an offset: in sorted blocks the only one that can contain it. */
function firstEndingAt(blocks: readonly Block[], offset: number): Block | undefined {
  return blocks[firstIndex(blocks, ({ span }) => span.end >= offset)];
}

/** The span of a block; of an item in a block list with its dash. */
function wholeOf({ key, span }: Block, text: string): Span {
  if (key) return span;
  const before = text.slice(Math.max(0, span.start - MAX_LEAD_LENGTH), span.start);
  const dash = /-[ \t]+(?:[&!]\S+[ \t]+)*$/.exec(before)?.[0] ?? "";
  return { start: span.start - dash.length, end: span.end };
}

/** The span of the letters and digits around an offset. */
function wordAt(text: string, offset: number): Span {
  const before = /[\p{L}\p{M}\p{N}_]*$/u.exec(text.slice(Math.max(0, offset - MAX_WORD_LENGTH), offset)) as RegExpExecArray;
  const after = /^[\p{L}\p{M}\p{N}_]*/u.exec(text.slice(offset, offset + MAX_WORD_LENGTH)) as RegExpExecArray;
  return { start: offset - before[0].length, end: offset + after[0].length };
}
