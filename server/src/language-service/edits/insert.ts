import { type Field, type Format, keysOf, namingKeyOf, propertyOf } from "../../core/schema/format.ts";
import { ANY } from "../../core/standard/facts.ts";
import { isBlank, trimSpaceEnd } from "../../core/text/white-space.ts";
import type { Lines } from "../../core/yaml/lines.ts";
import {
  behindColon,
  type Entry,
  isUnstated,
  type ListNode,
  type MapNode,
  ownEntries,
  type Span,
  type ValueNode,
} from "../../core/yaml/node.ts";
import type { Edit } from "./edit.ts";
import { APPEND, type MapSkeleton, type Rendered, renderBlock, renderEntries, renderFlow, type Skeleton } from "./skeleton.ts";

/** The text that the edits apply to. */
export interface Target {
  readonly text: string;
  readonly lines: Lines;
}

/**
 * The edits that insert the keys of a skeleton that a document lacks, each at its canonical position and in the style of its
 * neighbours. Existing text does not change. Empty if the document has all the keys; undefined if one cannot be inserted, because
 * its parent is an alias or has a value of another kind.
 */
export function insertSkeleton(target: Target, root: ValueNode, skeleton: MapSkeleton, format: Format): Edit[] | undefined {
  const edits: Edit[] = [];
  return new Inserter(target, edits).put(root, skeleton, format.root) ? edits : undefined;
}

/** The line end of a text: its first one, or else LF. */
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
    const own = ownEntries(node);
    const missing = new Map([...entries].filter(([name]) => !node.entries.some((entry) => entry.name === name)));
    if (isFlow && own.length === 0) this.#addFirst(node, missing);
    return [...entries].every(([name, value]) => {
      const entry = node.entries.find((entry) => entry.name === name);
      const below = field && propertyOf(field, name);
      if (!entry && isFlow && own.length === 0) return true;
      if (!entry) return this.#add(node, own, name, value, field ? keysOf(field) : [], isFlow);
      // a merged entry is written elsewhere, and other mappings may share it
      if (!own.includes(entry)) return value.kind === "hole";
      if (!isUnstated(entry.value)) return this.put(entry.value, value, below);
      return value.kind === "hole" || this.#fill(entry, value, isFlow);
    });
  }

  /** Inserts keys into a flow mapping that has none of its own. */
  #addFirst(node: MapNode, entries: MapSkeleton["entries"]): void {
    if (entries.size === 0) return;
    const { text, stops } = inner(renderFlow({ kind: "map", entries }));
    const { start, end } = node.span;
    // the braces may contain a merge key
    const isEmpty = isBlank(this.target.text.slice(start + 1, end - 1));
    this.#insert(start + 1, { text: isEmpty ? text : `${text}, `, stops });
  }

  /** Inserts a missing key after the last key that precedes it in `order`. */
  #add(node: MapNode, own: readonly Entry[], name: string, value: Skeleton, order: readonly string[], isFlow: boolean): boolean {
    const rank = order.indexOf(name);
    const before = own.findLast((entry) => order.indexOf(entry.name) < rank && order.includes(entry.name));
    if (isFlow) {
      const rendered = inner(renderFlow({ kind: "map", entries: new Map([[name, value]]) }));
      if (before) this.#insert(this.#valueEnd(before), prefixed(", ", rendered));
      else this.#insert(node.span.start + 1, { ...rendered, text: `${rendered.text}, ` });
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

  /** Inserts a value after a key that has none. */
  #fill(entry: Entry, skeleton: Skeleton, isFlow: boolean): boolean {
    const { key, value } = entry;
    const { lines } = this.target;
    // replaces an explicit null
    if (value.span.end > value.span.start) this.edits.push({ span: value.span, text: "" });
    if (isFlow) {
      const colon = behindColon(this.target.text, entry);
      this.#insert(colon, prefixed(colon > key.end ? " " : ": ", renderFlow(skeleton)));
      return true;
    }
    const { line, character } = lines.position(key.start);
    const rendered = renderBlock(skeleton, character, this.#eol);
    if (skeleton.kind === "given") this.#insert(behindColon(this.target.text, entry), rendered);
    else this.#insert(lines.end(line), rendered);
    return true;
  }

  #putItem(list: ListNode, step: string, skeleton: Skeleton, field: Field | undefined): boolean {
    if (step === APPEND) return this.#append(list, skeleton);
    if (step !== ANY) {
      const item = list.items[Number(step)];
      return item !== undefined && this.put(item, skeleton, field);
    }
    // existing items already have their name
    const naming = field && namingKeyOf(field);
    const facts = skeleton.kind === "map" ? { ...skeleton, entries: without(skeleton.entries, naming) } : skeleton;
    return list.items.length > 0 && list.items.every((item) => this.put(item, facts, field));
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

  /** The line ends before a new entry: an empty line too if the existing entries are separated by one. */
  #separator(own: readonly Entry[], before: Entry): string {
    const [first, second] = own;
    const { text } = this.target;
    const isApart = own.length > 1 && first && second && /(\r\n|\n|\r(?!\n))[ \t]*(\r|\n)/.test(gapOf(text, own, before));
    return isApart ? this.#eol + this.#eol : this.#eol;
  }

  /** The offset of the end of an entry's last line, including a comment on it. */
  #blockEnd(entry: Entry): number {
    return this.#lineEnd({ start: entry.key.start, end: Math.max(entry.key.end, entry.value.span.end) });
  }

  #lineEnd({ start, end }: Span): number {
    const { text, lines } = this.target;
    // the span of a block scalar includes its trailing line ends
    const last = trimSpaceEnd(text.slice(start, end)).length + start;
    return lines.end(lines.position(last).line);
  }

  #valueEnd(entry: Entry): number {
    return Math.max(entry.value.span.end, behindColon(this.target.text, entry));
  }

  #insert(offset: number, { text, stops }: Rendered): void {
    this.edits.push({ span: { start: offset, end: offset }, text, stops });
  }
}

/** The text between an entry and the next one, or the previous one if it is the last. */
function gapOf(text: string, own: readonly Entry[], entry: Entry): string {
  const index = own.indexOf(entry);
  const [from, to] = index + 1 < own.length ? [entry, own[index + 1]] : [own[index - 1], entry];
  return from && to ? text.slice(Math.max(from.key.end, from.value.span.end), to.key.start) : "";
}

function without(entries: MapSkeleton["entries"], name: string | undefined): MapSkeleton["entries"] {
  return new Map([...entries].filter(([key]) => key !== name));
}

/** Rendered text without its brackets. */
function inner({ text, stops }: Rendered): Rendered {
  return { text: text.slice(1, -1), stops: stops.map((stop) => stop - 1) };
}

function prefixed(prefix: string, { text, stops }: Rendered): Rendered {
  return { text: prefix + text, stops: stops.map((stop) => stop + prefix.length) };
}
