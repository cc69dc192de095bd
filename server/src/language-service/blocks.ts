import { type Field, propertyOf } from "../core/schema/format.ts";
import { trimBlanksEnd } from "../core/text/white-space.ts";
import type { Path, Span, ValueNode } from "../core/yaml/node.ts";
import type { SourceDocument } from "../core/yaml/source.ts";
import type { View } from "./view.ts";

/** A node of a document's own structure: the root, an entry or an item. All features that walk the structure use blocks. */
export interface Block {
  readonly path: Path;
  /** The key's span; undefined for an item of a list and for the root. */
  readonly key: Span | undefined;
  readonly node: ValueNode;
  /** From the key to the end of the value, without trailing blanks and line ends. */
  readonly span: Span;
  /** The format's field; undefined for a block that the format does not know, and below one. */
  readonly field: Field | undefined;
}

/** The block of a document's root; undefined if the document is empty. */
export function rootOf({ analysis }: View, { root }: SourceDocument): Block | undefined {
  if (!root) return undefined;
  const span = trimEnd(analysis.source.text, root.span);
  return { path: [], key: undefined, node: root, span, field: analysis.format.root };
}

/**
 * The children of a block in the order of the text, without overlaps. Leaves out merged entries and what is behind an alias,
 * because their text is elsewhere.
 */
export function blocksOf(view: View, { path, node, span, field }: Block): Block[] {
  const children: Block[] = [];
  let from = span.start;
  const add = (step: string | number, key: Span | undefined, node: ValueNode): void => {
    // clamp nodes that the parser puts after the trailing blanks
    const start = Math.min(key?.start ?? node.span.start, span.end);
    if (start < from) return;
    const end = Math.min(Math.max(key?.end ?? start, node.span.end), span.end);
    const trimmed = trimEnd(view.analysis.source.text, { start, end: Math.max(start, end) });
    children.push({ path: [...path, step], key, node, span: trimmed, field: fieldBelow(field, step) });
    from = trimmed.end;
  };
  if (node.kind === "map") for (const { name, key, value } of node.entries) add(name, key, value);
  if (node.kind === "list") for (const [index, item] of node.items.entries()) add(index, undefined, item);
  return children;
}

/** A block and all its descendants, parents first. */
export function* within(view: View, block: Block): Generator<Block> {
  yield block;
  for (const child of blocksOf(view, block)) yield* within(view, child);
}

/** The span of each document, with its `---` and trailing comments, without trailing blanks. */
export function documentSpans({ analysis: { source } }: View): Span[] {
  return source.documents.map(({ span: { start } }, index) =>
    trimEnd(source.text, { start, end: Math.max(start, source.documents[index + 1]?.span.start ?? source.text.length) }),
  );
}

/** The number of the row if a path is that of a row's assessment. */
export function rowAssessedAt(path: Path): string | undefined {
  const [section, no] = path;
  return path.length === 2 && section === "assessment" && typeof no === "string" ? no : undefined;
}

/** The span of a scalar without its quotation marks. */
export function spanWithoutQuotes(text: string, { start, end }: Span): Span {
  const mark = text[start];
  const isQuoted = (mark === '"' || mark === "'") && end - start >= 2 && text[end - 1] === mark;
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}

function trimEnd(text: string, { start, end }: Span): Span {
  return { start, end: start + trimBlanksEnd(text.slice(start, end)).length };
}

function fieldBelow(field: Field | undefined, step: string | number): Field | undefined {
  if (typeof step === "number") return field?.items;
  return field && propertyOf(field, step);
}
