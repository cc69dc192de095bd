import { isBlank, trimSpaceEnd } from "../../core/text/white-space.ts";
import {
  behindColon,
  contentEnd,
  type Entry,
  type ListNode,
  type MapNode,
  nodeAt,
  ownEntries,
  type Path,
  type Span,
  type ValueNode,
} from "../../core/yaml/node.ts";
import type { SourceDocument } from "../../core/yaml/source.ts";
import type { Edit } from "./edit.ts";
import { skipTrivia, type Target } from "./target.ts";

/** The document that values are removed from. */
export type Removable = Pick<SourceDocument, "root" | "anchors">;

/**
 * The edits that remove the value at a path: a key with its block and the comment on its line, or an item of a list. Removing the
 * last item leaves the list's key without a value, because `[]` may state something. Undefined if the value cannot be removed: it
 * is written elsewhere (aliases, merged keys) or used elsewhere (anchors).
 */
export function remove(target: Target, document: Removable, path: Path): Edit[] | undefined {
  return removeAll(target, document, path.slice(0, -1), path.slice(-1));
}

/** The same for several keys of one mapping, or several items of one list. */
export function removeAll(
  target: Target,
  document: Removable,
  parentPath: Path,
  steps: readonly (string | number)[],
): Edit[] | undefined {
  const { text } = target;
  if (document.root === undefined || steps.length === 0) return undefined;
  for (let depth = 0; depth <= parentPath.length; depth++) {
    const node = nodeAt(document.root, parentPath.slice(0, depth));
    if (!node || node.kind === "scalar" || text[node.span.start] === "*") return undefined;
  }
  const parent = nodeAt(document.root, parentPath) as MapNode | ListNode;
  const isFlow = text[parent.span.start] === "{" || text[parent.span.start] === "[";
  const own = entriesOf(parent);
  const indices = steps.map((step) => (typeof step === "number" ? step : own.findIndex(({ name }) => name === step)));
  const extentOf = (index: number) => (isFlow ? flowExtent(text, parent, index) : blockExtent(target, parent, index));
  const runs = runsOf(indices);
  const extents = runs.flatMap(([first, last]): ExtentRun[] => {
    const [from, to] = [extentOf(first), extentOf(last)];
    const count = parent.kind === "map" ? own.length : parent.items.length;
    return from && to ? [{ start: from.start, end: to.end, isLast: last + 1 >= count }] : [];
  });
  if (extents.length < runs.length) return undefined;
  const edits = isFlow ? fromFlow(target, document, parentPath, parent, extents) : fromBlock(target, extents);
  return edits && !isUsedElsewhere(document, edits) ? edits : undefined;
}

/** The edit that removes the value of a key and keeps the key. */
export function removeValue({ text }: Target, document: Removable, path: Path): Edit[] | undefined {
  const parentPath = path.slice(0, -1);
  const parent = nodeAt(document.root, parentPath);
  const entry = parent && entriesOf(parent).find(({ name }) => name === path.at(-1));
  if (!parent || !entry || text[parent.span.start] === "*") return undefined;
  const colon = behindColon(text, entry);
  // keep a comment between the colon and the value
  const start = text.slice(colon, entry.value.span.start).includes("#") ? entry.value.span.start : colon;
  const end = contentEnd(text, { start, end: entry.value.span.end });
  // JSON cannot omit a value
  const edits = [{ span: { start, end }, text: text[parent.span.start] === "{" ? " null" : "" }];
  return end <= start || isUsedElsewhere(document, edits) ? undefined : edits;
}

function entriesOf(node: ValueNode): Entry[] {
  return node.kind === "map" ? ownEntries(node) : [];
}

/** Whether the edits remove an anchor but not all of its aliases. */
function isUsedElsewhere({ anchors }: Removable, edits: readonly Edit[]): boolean {
  const isRemoved = ({ start, end }: Span) => edits.some(({ span }) => span.start <= start && end <= span.end);
  return anchors.some(({ span, aliases }) => isRemoved(span) && !aliases.every(isRemoved));
}

// Block style

interface Extent {
  readonly start: number;
  readonly end: number;
}

/** Adjacent keys or items that are removed together. */
interface ExtentRun extends Extent {
  /** Whether it includes the last key or item. */
  readonly isLast: boolean;
}

/** The extent of a key with its block, or of an item with its dash. */
function blockExtent({ text, lines }: Target, node: MapNode | ListNode, index: number): Extent | undefined {
  const extent = node.kind === "map" ? entryExtent(text, node, index) : itemExtent(text, node, index);
  if (!extent) return undefined;
  const { start, end } = extent;
  const indent = lines.position(start).character;
  let { line } = lines.position(contentEnd(text, { start, end }));
  for (let next = line + 1; next < lines.count; next++) {
    const content = lines.text(next);
    if (isBlank(content)) continue;
    if (spaces(content, 0) <= indent) break;
    line = next;
  }
  return { start, end: lines.end(line) };
}

function entryExtent(text: string, node: MapNode, index: number): Extent | undefined {
  const entry = ownEntries(node)[index];
  return entry && { start: entry.key.start, end: Math.max(behindColon(text, entry), entry.value.span.end) };
}

function itemExtent(text: string, { span, items }: ListNode, index: number): Extent | undefined {
  const item = items[index];
  const start = skipTrivia(text, items[index - 1]?.span.end ?? span.start);
  return item && text[start] === "-" ? { start, end: Math.max(start + 1, item.span.end) } : undefined;
}

function fromBlock({ text, lines }: Target, runs: readonly ExtentRun[]): Edit[] | undefined {
  const edits: Edit[] = [];
  for (const { start, end, isLast } of runs) {
    const begin = lines.start(lines.position(start).line);
    const before = text.slice(begin, start).replace(/^\ufeff/, "");
    if (/^[ \t]*$/.test(before)) edits.push(cut(wholeLines(text, start - before.length, end)));
    else if (!/^[ \t]*(?:-[ \t]+)+$/.test(before)) return undefined;
    // the next key moves up behind the dash
    else if (!isLast) edits.push(cut({ start, end: end + (/^[ \t\r\n]*/.exec(text.slice(end)) as RegExpExecArray)[0].length }));
    else edits.push(cut({ start: begin + trimSpaceEnd(text.slice(begin, start)).length, end }));
  }
  return edits;
}

// Flow style

function flowExtent(text: string, node: MapNode | ListNode, index: number): Extent | undefined {
  if (node.kind === "map") return entryExtent(text, node, index);
  const item = node.items[index];
  return item && { start: withProperties(text, item.span.start), end: item.span.end };
}

/** The offset of the anchor or tag before a value, or of the value itself. */
function withProperties(text: string, start: number): number {
  return (
    start - (/(?:[&!][^\s,[\]{}]*[ \t\r\n]+)*$/.exec(text.slice(Math.max(0, start - 200), start)) as RegExpExecArray)[0].length
  );
}

function fromFlow(
  target: Target,
  document: Removable,
  parentPath: Path,
  parent: MapNode | ListNode,
  runs: readonly ExtentRun[],
): Edit[] | undefined {
  const { text } = target;
  const edits: Edit[] = [];
  for (const { start, end } of runs) {
    const after = skipTrivia(text, end);
    if (text[after] === ",") {
      edits.push(cut(ownLine(target, start, after + 1) ?? { start, end: after + 1 + spaces(text, after + 1) }));
      continue;
    }
    const before = trimSpaceEnd(text.slice(0, start)).length - 1;
    if (before > parent.span.start) {
      // a comment is in between
      if (text[before] !== ",") return undefined;
      const own = ownLine(target, start, end);
      if (own) edits.push(cut({ start: before, end: before + 1 }), cut(own));
      else edits.push(cut({ start: before, end }));
    } else if (parent.kind === "map") edits.push(cut({ start, end }));
    else if (typeof parentPath.at(-1) === "string") return removeValue(target, document, parentPath);
    else edits.push({ span: parent.span, text: "null" });
  }
  return edits;
}

/** The whole lines of an extent, if nothing but a comment shares them. */
function ownLine({ text, lines }: Target, start: number, end: number): Span | undefined {
  const begin = lines.start(lines.position(start).line);
  const stop = lines.end(lines.position(end).line);
  if (/[^ \t]/.test(text.slice(begin, start)) || !/^[ \t]*(?:#.*)?$/.test(text.slice(end, stop))) return undefined;
  return wholeLines(text, begin, stop);
}

function spaces(text: string, offset: number): number {
  return (/^[ \t]*/.exec(text.slice(offset, offset + 1000)) as RegExpExecArray)[0].length;
}

// Both styles

/** The first and last index of each run of consecutive indices. */
function runsOf(indices: readonly number[]): [first: number, last: number][] {
  const runs: [number, number][] = [];
  for (const index of [...indices].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run[1] === index - 1) run[1] = index;
    else runs.push([index, index]);
  }
  return runs;
}

/** A span of whole lines with their line break: the one after them, or at the end of the text the one before. */
function wholeLines(text: string, start: number, end: number): Span {
  const eol = /^(?:\r\n|\n|\r)/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
  if (eol > 0) return { start, end: end + eol };
  const before = /(?:\r\n|\n|\r)$/.exec(text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0;
  return { start: start - before, end };
}

function cut(span: Span): Edit {
  return { span, text: "" };
}
