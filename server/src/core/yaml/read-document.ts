import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from "yaml";
import { Anchors } from "./anchors.ts";
import { MAX_DEPTH, MAX_VALUES } from "./limits.ts";
import { type Duplicate, MapEntries } from "./map-entries.ts";
import { type Entry, isUnstated, type ListNode, type MapNode, type Span, type ValueNode } from "./node.ts";
import type { PatchedText } from "./patched-text.ts";
import { linkTo, type PathLink, toPath } from "./path-link.ts";
import type { Problem } from "./problem.ts";
import type { SourceDocument } from "./source.ts";

/** Turns a composed document into nodes, with aliases resolved and merge keys merged. Its spans are offsets of the draft's original. */
export function readDocument(document: Document.Parsed, draft: PatchedText): SourceDocument {
  return new DocumentReader(draft).read(document);
}

class DocumentReader {
  readonly #draft: PatchedText;
  readonly #anchors: Anchors;
  readonly #problems: Problem[] = [];
  /** The number of values read so far; those behind an alias count each time. */
  #size = 0;
  #isFull = false;

  constructor(draft: PatchedText) {
    this.#draft = draft;
    this.#anchors = new Anchors(draft);
  }

  read({ contents, range, warnings }: Document.Parsed): SourceDocument {
    for (const { code, pos } of warnings) {
      if (code !== "TAG_RESOLVE_FAILED") continue;
      this.#problems.push({ kind: "tag", span: this.#span(pos), text: this.#draft.text.slice(pos[0], pos[1]) });
    }
    const root = contents ? this.#node(contents, undefined) : undefined;
    const { start, end } = this.#span(range);
    return {
      // the parser's end includes comments that follow the last value
      span: { start, end: root?.span.end ?? end },
      root: isUnstated(root) ? undefined : root,
      problems: this.#problems,
      anchors: this.#anchors.closed(),
    };
  }

  #span([start, end]: readonly [number, number, number?]): Span {
    return { start: this.#draft.origin(start), end: this.#draft.origin(end) };
  }

  /** The value of a node; a null at `fallback` where the text has none. */
  #node(node: Node | null, link: PathLink | undefined, fallback = 0): ValueNode {
    if (!node?.range) return { kind: "scalar", span: { start: fallback, end: fallback }, value: null };
    const span = this.#span(node.range);
    if (isAlias(node)) return this.#alias(node.source, span, link);
    if (link && link.depth > MAX_DEPTH) return this.#omit(span, link);
    const sizeBefore = this.#size++;
    if (this.#size > MAX_VALUES) return this.#omit(span, link);
    const anchor = "anchor" in node && node.anchor ? this.#anchors.open(node.anchor, node.range[0]) : undefined;
    const value = this.#content(node, span, link);
    if (anchor) this.#anchors.close(anchor, value, this.#size - sizeBefore);
    return value;
  }

  #content(node: Node, span: Span, link: PathLink | undefined): ValueNode {
    if (isMap(node)) return this.#map(node, span, link);
    if (isSeq(node)) return this.#list(node, span, link);
    const value = isScalar(node) ? node.value : null;
    return { kind: "scalar", span, value: typeof value === "object" ? null : (value as string) };
  }

  #alias(name: string, span: Span, link: PathLink | undefined): ValueNode {
    const anchor = this.#anchors.named(name);
    if (!anchor?.node) {
      this.#problems.push({ kind: anchor ? "alias-cycle" : "alias", span, text: name, path: toPath(link) });
      return { kind: "scalar", span, value: null };
    }
    const depth = (link?.depth ?? 0) + anchor.height;
    if (this.#size + anchor.size > MAX_VALUES || depth > MAX_DEPTH) return this.#omit(span, link);
    this.#size += anchor.size;
    this.#anchors.addAlias(anchor, span);
    return { ...anchor.node, span };
  }

  /** Leaves out a value beyond the limits, and reports the first such value. */
  #omit(span: Span, link: PathLink | undefined): ValueNode {
    if (!this.#isFull) this.#problems.push({ kind: "limit", span, path: toPath(link) });
    this.#isFull = true;
    return { kind: "scalar", span, value: null };
  }

  #list({ items: nodes, flow }: YAMLSeq, { start, end }: Span, link: PathLink | undefined): ListNode {
    const items = nodes.map((item, index) => this.#node(item as Node | null, linkTo(link, index), end));
    // the parser's end of a block includes comments that follow it
    const blockEnd = Math.max(start, items.at(-1)?.span.end ?? end);
    return { kind: "list", span: { start, end: flow ? end : blockEnd }, items };
  }

  #map({ items, flow }: YAMLMap, span: Span, link: PathLink | undefined): MapNode {
    const entries = new MapEntries();
    let blockEnd = span.start;
    for (const pair of items) {
      const entry = this.#entry(pair as Pair<Node | null, Node | null>, span.start, link);
      if (!entry) continue;
      blockEnd = Math.max(blockEnd, entry.key.end, entry.value.span.end);
      const duplicate = entries.add(entry);
      if (duplicate) this.#reportDuplicate(entry, duplicate, link);
    }
    return { kind: "map", span: { start: span.start, end: flow ? span.end : blockEnd }, entries: entries.all() };
  }

  /** The entry of a pair; undefined where its key is not a scalar. */
  #entry({ key, value }: Pair<Node | null, Node | null>, mapStart: number, link: PathLink | undefined): Entry | undefined {
    const span = key?.range ? this.#span(key.range) : { start: mapStart, end: mapStart };
    if (!isScalar(key)) {
      this.#problems.push({ kind: "key", span });
      this.#readUnsupported(key, value, span, link);
      return undefined;
    }
    const name = typeof key.value === "string" ? key.value : (key.source ?? "");
    const child = linkTo(link, name);
    // only for its anchor, which an alias may refer to
    if (key.anchor) this.#node(key, child);
    return { name, key: span, value: this.#node(value, child, span.end) };
  }

  /** Reads a key that is not a scalar, and its value, only for the anchors and aliases in them. */
  #readUnsupported(key: Node | null, value: Node | null, span: Span, link: PathLink | undefined): void {
    const [start, end] = key?.range ?? [0, 0];
    const child = linkTo(link, this.#draft.text.slice(start, end));
    const anchor = isAlias(key) ? this.#anchors.named(key.source) : undefined;
    if (anchor) this.#anchors.addAlias(anchor, span);
    if (!isAlias(key)) this.#node(key, child);
    this.#node(value, child, span.end);
  }

  #reportDuplicate({ name, key }: Entry, { first, isSame }: Duplicate, link: PathLink | undefined): void {
    const problem: Problem = { kind: "duplicate-key", span: key, text: name, other: first.key };
    // of two different values, neither can be relied on
    this.#problems.push(isSame ? problem : { ...problem, path: toPath(linkTo(link, name)) });
  }
}
