import { type Document, isCollection, isMap, isNode, isPair, visit } from "yaml";
import { trimSpaceEnd } from "../text/white-space.ts";
import type { PatchedText } from "./patched-text.ts";

const ITEM = /^-(?:[ \t]|$)/;
const KEY = /^(?!- )(.*?):(?:[ \t]|$)/;

/**
 * The key, item or line of a text above an offset whose block the line there probably belongs to: of the lines of its kind, the one
 * nearest in column.
 */
export function lineToAlignWith(document: Document, draft: PatchedText, offset: number): string | undefined {
  const columnOf = (start: number) => start - draft.lineStart(start);
  const distance = (start: number) => Math.abs(columnOf(start) - columnOf(offset));
  const lineFrom = (start: number) => draft.text.slice(start, draft.lineEnd(start));
  const line = lineFrom(offset);
  const isItem = ITEM.test(line);
  const isOfKind = (start: number) => !(isItem || KEY.test(line)) || ITEM.test(lineFrom(start)) === isItem;
  let nearest = isItem || KEY.test(line) ? undefined : textAbove(document, draft, offset);
  if (nearest !== undefined) return lineFrom(nearest);
  let inner = Number.POSITIVE_INFINITY;
  for (const start of openStarts(document, draft.text, offset).reverse()) {
    // a line further left ends the blocks before it
    if (columnOf(start) >= inner) continue;
    inner = columnOf(start);
    if (isOfKind(start) && (nearest === undefined || distance(start) < distance(nearest))) nearest = start;
  }
  if (nearest === undefined) return undefined;
  const above = lineFrom(nearest);
  return trimSpaceEnd(KEY.exec(above)?.[1] ?? above);
}

/** The first line of the block scalar that ends at a line. */
function textAbove(document: Document, draft: PatchedText, offset: number): number | undefined {
  let found: number | undefined;
  visit(document, {
    Scalar(_, { type, range }) {
      if (!type?.startsWith("BLOCK") || !range || range[0] > offset || range[1] < draft.lineStart(offset)) return;
      const first = draft.nextLine(range[0]);
      if (first !== undefined && first < draft.lineStart(offset)) found = first + draft.indent(first);
    },
  });
  return found;
}

/** The offsets of the keys and dashes that stand last before an offset, one for each block that is open there, the outermost first. */
function openStarts({ contents }: Document, text: string, offset: number): number[] {
  const starts: number[] = [];
  for (let node: unknown = contents; isCollection(node) && !node.flow; ) {
    const isOfMap = isMap(node);
    const startOf = (item: unknown): number => {
      const first = isPair(item) ? item.key : item;
      const start = (isNode(first) && first.range?.[0]) || 0;
      return isOfMap ? start : text.lastIndexOf("-", start - 1);
    };
    const last: unknown = node.items.findLast((item) => startOf(item) < offset);
    if (last === undefined) break;
    starts.push(startOf(last));
    node = isPair(last) ? last.value : last;
  }
  return starts;
}
