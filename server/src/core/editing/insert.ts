import type { Lines } from "../document/lines.ts";
import { type Entry, isUnstated, type ListNode, type MapNode, type Span, type ValueNode } from "../document/node.ts";
import type { Field, Format } from "../schema/format.ts";
import { ANY } from "../standard/facts.ts";
import type { Edit } from "./edit.ts";
import { APPEND, type MapSkeleton, type Rendered, renderBlock, renderEntries, renderFlow, type Skeleton } from "./skeleton.ts";

/** The text that is written into. */
export interface Target {
  readonly text: string;
  readonly lines: Lines;
}

/**
 * The edits that put a skeleton into a document: of its keys those that are not there yet, each in its canonical place and in the
 * style of its neighbours. Nothing that stands there is changed. Empty where all is there already; undefined where something
 * cannot be put, for the place is an alias or holds a value of another kind.
 */
export function insertSkeleton(target: Target, root: ValueNode, skeleton: MapSkeleton, format: Format): Edit[] | undefined {
  const edits: Edit[] = [];
  return new Inserter(target, edits).put(root, skeleton, format.root) ? edits : undefined;
}

/** The line end that a text uses. */
export function eolOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
}

class Inserter {
  readonly #eol: string;
  readonly target: Target;
  readonly edits: Edit[];

  constructor(target: Target, edits: Edit[]) {
    this.target = target;
    this.edits = edits;
    this.#eol = eolOf(target.text);
  }

  put(node: ValueNode, skeleton: Skeleton, field: Field | undefined): boolean {
    if (skeleton.kind === "hole" || skeleton.kind === "given") return true;
    if (this.target.text[node.span.start] === "*") return false;
    if (skeleton.kind === "map") return node.kind === "map" && this.#putEntries(node, skeleton, field);
    return node.kind === "list" && [...skeleton.items].every(([step, item]) => this.#putItem(node, step, item, field?.items));
  }

  #putEntries(node: MapNode, { entries }: MapSkeleton, field: Field | undefined): boolean {
    const isFlow = this.target.text[node.span.start] === "{";
    // what is merged into it stands elsewhere
    const own = node.entries.filter(({ key }) => key.start >= node.span.start && key.end <= node.span.end);
    return [...entries].every(([name, value]) => {
      const entry = node.entries.find((entry) => entry.name === name);
      const below = field?.properties?.[name];
      if (!entry) return this.#add(node, own, name, value, Object.keys(field?.properties ?? {}), isFlow);
      if (!isUnstated(entry.value)) return this.put(entry.value, value, below);
      return value.kind === "hole" || this.#fill(entry, value, isFlow);
    });
  }

  /** A key that is not there, behind those that go before it. */
  #add(node: MapNode, own: readonly Entry[], name: string, value: Skeleton, order: readonly string[], isFlow: boolean): boolean {
    const rank = order.indexOf(name);
    const before = own.findLast((entry) => order.indexOf(entry.name) < rank && order.includes(entry.name));
    if (isFlow) {
      const rendered = renderFlow({ kind: "map", entries: new Map([[name, value]]) });
      const entry = { text: rendered.text.slice(1, -1), stops: rendered.stops.map((stop) => stop - 1) };
      if (before) this.#insert(this.#valueEnd(before), prefixed(", ", entry));
      else if (own.length > 0) this.#insert(node.span.start + 1, { ...entry, text: `${entry.text}, ` });
      else this.#insert(node.span.start + 1, entry);
      return true;
    }
    const [first] = own;
    if (!first) return false;
    const { character: indent } = this.target.lines.position(first.key.start);
    const entry = renderEntries(new Map([[name, value]]), indent, this.#eol);
    const margin = " ".repeat(indent);
    if (!before) this.#insert(first.key.start, { ...entry, text: entry.text + this.#eol + margin });
    else this.#insert(this.#blockEnd(before), prefixed(this.#separator(own, before) + margin, entry));
    return true;
  }

  /** What goes behind a key that has nothing behind it. */
  #fill({ key, value }: Entry, skeleton: Skeleton, isFlow: boolean): boolean {
    const { lines } = this.target;
    // a null that is written out makes room
    if (value.span.end > value.span.start) this.edits.push({ span: value.span, text: "" });
    if (isFlow) {
      this.#insert(this.#colonEnd(key), prefixed(" ", renderFlow(skeleton)));
      return true;
    }
    const { line, character } = lines.position(key.start);
    const rendered = renderBlock(skeleton, character, this.#eol);
    if (skeleton.kind === "given") this.#insert(this.#colonEnd(key), rendered);
    else this.#insert(lines.offset({ line, character: Number.MAX_SAFE_INTEGER }), rendered);
    return true;
  }

  #putItem(list: ListNode, step: string, skeleton: Skeleton, field: Field | undefined): boolean {
    if (step === APPEND) return this.#append(list, skeleton);
    const items = step === ANY ? list.items : list.items.slice(Number(step), Number(step) + 1);
    return items.length > 0 && items.every((item) => this.put(item, skeleton, field));
  }

  #append(list: ListNode, skeleton: Skeleton): boolean {
    const { text, lines } = this.target;
    const last = list.items.at(-1);
    if (text[list.span.start] === "[") {
      const rendered = renderFlow(skeleton);
      this.#insert(last ? last.span.end : list.span.start + 1, last ? prefixed(", ", rendered) : rendered);
      return true;
    }
    if (!last || skeleton.kind !== "map") return false;
    const { character } = lines.position(list.span.start);
    const entry = renderEntries(skeleton.entries, character + 2, this.#eol);
    this.#insert(this.#lineEnd(last.span), prefixed(`${this.#eol}${" ".repeat(character)}- `, entry));
    return true;
  }

  /** Sections that stand apart from each other go on doing so. */
  #separator(own: readonly Entry[], before: Entry): string {
    const [first, second] = own;
    const { text } = this.target;
    const isApart = own.length > 1 && first && second && /(\r\n|\n|\r)[ \t]*(\r\n|\n|\r)/.test(gapOf(text, own, before));
    return isApart ? this.#eol + this.#eol : this.#eol;
  }

  /** The end of the last line of an entry, its comment included. */
  #blockEnd(entry: Entry): number {
    return this.#lineEnd({ start: entry.key.start, end: Math.max(entry.key.end, entry.value.span.end) });
  }

  #lineEnd({ start, end }: Span): number {
    const { text, lines } = this.target;
    // a block scalar ends with its line breaks
    const last = text.slice(start, end).trimEnd().length + start;
    return lines.offset({ line: lines.position(last).line, character: Number.MAX_SAFE_INTEGER });
  }

  #valueEnd({ key, value }: Entry): number {
    return isUnstated(value) && value.span.end <= key.end ? this.#colonEnd(key) : value.span.end;
  }

  #colonEnd({ end }: Span): number {
    const colon = this.target.text.indexOf(":", end);
    return colon < 0 ? end : colon + 1;
  }

  #insert(offset: number, { text, stops }: Rendered): void {
    this.edits.push({ span: { start: offset, end: offset }, text, stops });
  }
}

/** What stands between an entry and the next, or the one before. */
function gapOf(text: string, own: readonly Entry[], entry: Entry): string {
  const index = own.indexOf(entry);
  const [from, to] = index + 1 < own.length ? [entry, own[index + 1]] : [own[index - 1], entry];
  return from && to ? text.slice(Math.max(from.key.end, from.value.span.end), to.key.start) : "";
}

function prefixed(prefix: string, { text, stops }: Rendered): Rendered {
  return { text: prefix + text, stops: stops.map((stop) => stop + prefix.length) };
}
