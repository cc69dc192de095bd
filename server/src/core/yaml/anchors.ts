import type { Span, ValueNode } from "./node.ts";
import type { PatchedText } from "./patched-text.ts";
import type { Anchor } from "./source.ts";

/** Characters: only comments, tags and blanks stand between an anchor's mark and its value. */
const MAX_LEAD_LENGTH = 2000;

/** An anchor of the document being read. */
export interface OpenAnchor {
  readonly name: string;
  readonly span: Span;
  readonly aliases: Span[];
  /** Undefined until the value is read to its end. */
  node?: ValueNode;
  /** The number of values in it, itself included. */
  size: number;
  /** The levels of nesting below it. */
  height: number;
}

/** The anchors of one document, and where they are used. */
export class Anchors {
  readonly #draft: PatchedText;
  readonly #all: OpenAnchor[] = [];
  /** The last anchor of each name so far, which is the one an alias refers to. */
  readonly #byName = new Map<string, OpenAnchor>();
  /** The end of the last mark found; marks come in the order of the text. */
  #markEnd = 0;

  constructor(draft: PatchedText) {
    this.#draft = draft;
  }

  /** Registers an anchor whose value is about to be read. */
  open(name: string, valueStart: number): OpenAnchor {
    const start = this.#markOf(name, valueStart) + 1;
    const span = { start: this.#draft.origin(start), end: this.#draft.origin(start + name.length) };
    const anchor: OpenAnchor = { name, span, aliases: [], size: 0, height: 0 };
    this.#all.push(anchor);
    this.#byName.set(name, anchor);
    return anchor;
  }

  /** Gives an anchor its value of so many values. */
  close(anchor: OpenAnchor, node: ValueNode, size: number): void {
    anchor.node = node;
    anchor.size = size;
    anchor.height = heightOf(node);
  }

  /** The anchor that an alias refers to at this point of the text. */
  named(name: string): OpenAnchor | undefined {
    return this.#byName.get(name);
  }

  /** Records an alias; its span includes the mark. */
  addAlias({ aliases }: OpenAnchor, { start, end }: Span): void {
    aliases.push({ start: start + 1, end });
  }

  /** The anchors whose values could be read, in the order of the text. */
  closed(): Anchor[] {
    return this.#all.flatMap(({ node, name, span, aliases }) => (node ? [{ node, name, span, aliases }] : []));
  }

  /** The offset of an anchor's mark. Before the value stand comments and tags, and before a mapping the anchor of its first key. */
  #markOf(name: string, valueStart: number): number {
    const from = Math.max(this.#markEnd, valueStart - MAX_LEAD_LENGTH);
    const lead = this.#draft.text.slice(from, valueStart);
    const mark = `&${name}`;
    for (let at = lead.indexOf(mark); at >= 0; at = lead.indexOf(mark, at + 1)) {
      const between = lead
        .slice(at + mark.length)
        .replace(/(?:^|[ \t\r\n])#[^\r\n]*/g, "")
        .replace(/[!&][^ \t\r\n]*/g, "");
      if (/[^ \t\r\n]/.test(between)) continue;
      this.#markEnd = from + at + mark.length;
      return from + at;
    }
    return valueStart;
  }
}

function heightOf(node: ValueNode): number {
  const children = node.kind === "map" ? node.entries.map(({ value }) => value) : node.kind === "list" ? node.items : [];
  return children.reduce((most, child) => Math.max(most, 1 + heightOf(child)), 0);
}
