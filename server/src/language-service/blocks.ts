import { type Field, propertyOf } from "../core/schema/format.ts";
import type { Path, Span, ValueNode } from "../core/yaml/node.ts";
import type { SourceDocument } from "../core/yaml/source.ts";
import type { View } from "./view.ts";

/** A document's entry, or a list's item, where it stands itself: the one way by which structure is walked. */
export interface Block {
  readonly path: Path;
  /** Where the key stands; undefined for an item of a list and for the root. */
  readonly key: Span | undefined;
  readonly node: ValueNode;
  /** From the key to the value's end, without the blanks and line ends behind it. */
  readonly span: Span;
  /** What the format knows of it; undefined for what it does not know, and for all below. */
  readonly field: Field | undefined;
}

/** A document's root; undefined where it holds nothing. */
export function rootOf({ analysis }: View, { root }: SourceDocument): Block | undefined {
  if (!root) return undefined;
  const span = trimEnd(analysis.source.text, root.span);
  return { path: [], key: undefined, node: root, span, field: analysis.format.root };
}

/**
 * The parts that a part is made of, in the order of the text, each inside it and behind the one before. What is merged into it or
 * stands behind an alias is none of them: it stands elsewhere.
 */
export function blocksOf(view: View, { path, node, span, field }: Block): Block[] {
  const parts: Block[] = [];
  let from = span.start;
  const add = (step: string | number, key: Span | undefined, node: ValueNode): void => {
    // what the parser put behind the last blank stands at its edge
    const start = Math.min(key?.start ?? node.span.start, span.end);
    if (start < from) return;
    const end = Math.min(Math.max(key?.end ?? start, node.span.end), span.end);
    const own = trimEnd(view.analysis.source.text, { start, end: Math.max(start, end) });
    parts.push({ path: [...path, step], key, node, span: own, field: fieldBelow(field, step) });
    from = own.end;
  };
  if (node.kind === "map") for (const { name, key, value } of node.entries) add(name, key, value);
  if (node.kind === "list") for (const [index, item] of node.items.entries()) add(index, undefined, item);
  return parts;
}

/** A part and all below it. */
export function* within(view: View, part: Block): Generator<Block> {
  yield part;
  for (const child of blocksOf(view, part)) yield* within(view, child);
}

/** Where each document stands, its `---` and the comments behind it included; without the blanks at its end. */
export function documentSpans({ analysis: { source } }: View): Span[] {
  return source.documents.map(({ span: { start } }, index) =>
    trimEnd(source.text, { start, end: Math.max(start, source.documents[index + 1]?.span.start ?? source.text.length) }),
  );
}

/** The number of the row whose assessment a path leads to. */
export function rowAssessedAt(path: Path): string | undefined {
  const [section, no] = path;
  return path.length === 2 && section === "assessment" && typeof no === "string" ? no : undefined;
}

/** A scalar's place without its quotation marks. */
export function unquoted(text: string, { start, end }: Span): Span {
  const mark = text[start];
  const isQuoted = (mark === '"' || mark === "'") && end - start >= 2 && text[end - 1] === mark;
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}

function trimEnd(text: string, { start, end }: Span): Span {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

function fieldBelow(field: Field | undefined, step: string | number): Field | undefined {
  if (typeof step === "number") return field?.items;
  return field && propertyOf(field, step);
}
