import { type Field, type Format, keysOf, namingKeyOf, propertyOf } from "../../core/schema/format.ts";
import { ANY } from "../../core/standard/facts.ts";
import {
  behindColon,
  type Entry,
  isUnstated,
  type ListNode,
  type MapNode,
  ownEntries,
  type ValueNode,
} from "../../core/yaml/node.ts";
import { type BlockEnd, endOfBlock, firstOwnLine, lastOwnLine } from "./block-end.ts";
import { type Edit, insertion } from "./edit.ts";
import { type Indentation, indentationOf } from "./indentation.ts";
import { FlowInserter } from "./insert-in-flow.ts";
import {
  APPEND,
  inner,
  type MapSkeleton,
  prefixed,
  type Rendered,
  renderBlock,
  renderEntries,
  renderFlow,
  renderItem,
  type Skeleton,
} from "./skeleton.ts";
import { eolOf, type Target } from "./target.ts";

/**
 * The edits that insert the keys of a skeleton that a document lacks, each at its canonical position and in the style of its
 * neighbours. Existing text does not change, and comments stay with what they belong to. Empty if the document has all the keys;
 * undefined if one cannot be inserted, because its parent is an alias or has a value of another kind.
 */
export function insertSkeleton(target: Target, root: ValueNode, skeleton: MapSkeleton, format: Format): Edit[] | undefined {
  const edits: Edit[] = [];
  return new Inserter(target, root, edits).put(root, skeleton, format.root) ? edits : undefined;
}

class Inserter {
  readonly #eol: string;
  readonly #indentation: Indentation;
  readonly #flow: FlowInserter;
  readonly target: Target;
  readonly root: ValueNode;
  readonly edits: Edit[];

  constructor(target: Target, root: ValueNode, edits: Edit[]) {
    this.target = target;
    this.root = root;
    this.edits = edits;
    this.#eol = eolOf(target.text);
    this.#indentation = indentationOf(target, root);
    this.#flow = new FlowInserter(target, this.#indentation, edits);
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
    if (isFlow && own.length === 0 && missing.size > 0) {
      this.#flow.first(node.span, inner(renderFlow({ kind: "map", entries: missing })));
    }
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

  /** Inserts a missing key after the last key that precedes it in `order`. */
  #add(node: MapNode, own: readonly Entry[], name: string, value: Skeleton, order: readonly string[], isFlow: boolean): boolean {
    const rank = order.indexOf(name);
    const before = own.findLast((entry) => order.indexOf(entry.name) < rank && order.includes(entry.name));
    if (isFlow) {
      const rendered = inner(renderFlow({ kind: "map", entries: new Map([[name, value]]) }));
      const next = before && own[own.indexOf(before) + 1]?.key.start;
      if (before) this.#flow.behind({ start: before.key.start, end: this.#valueEnd(before) }, next, node.span, rendered);
      else this.#flow.first(node.span, rendered);
      return true;
    }
    const [first] = own;
    if (!first) return false;
    const { character: indent } = this.target.lines.position(first.key.start);
    const entry = renderEntries(new Map([[name, value]]), indent, this.#eol, this.#indentation);
    if (before) this.#insertLines(this.#endOf(before, indent), indent, entry, this.#separator(own, before));
    else this.#insertAbove(first, indent, entry, node === this.root);
    return true;
  }

  /** Inserts an entry above the first one of a mapping and the comments of that; those above the root's are the file's. */
  #insertAbove({ key }: Entry, indent: number, { text, stops }: Rendered, isRoot: boolean): void {
    const { lines } = this.target;
    const { line } = lines.position(key.start);
    const above = isRoot ? line : firstOwnLine(lines, line, indent);
    this.edits.push(insertion(lines.start(above) + indent, { text: text + this.#eol + " ".repeat(indent), stops }));
  }

  /** Inserts a value after a key that has none. */
  #fill(entry: Entry, skeleton: Skeleton, isFlow: boolean): boolean {
    const { key, value } = entry;
    const { text, lines } = this.target;
    // replaces an explicit null
    if (value.span.end > value.span.start) this.edits.push({ span: value.span, text: "" });
    const colon = behindColon(text, entry);
    if (isFlow) {
      this.edits.push(insertion(colon, prefixed(colon > key.end ? " " : ": ", renderFlow(skeleton))));
      return true;
    }
    const { line, character } = lines.position(key.start);
    const offset = skeleton.kind === "given" ? colon : lines.end(lastOwnLine(lines, line, character + 1));
    this.edits.push(insertion(offset, renderBlock(skeleton, character, this.#eol, this.#indentation)));
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
      if (last) this.#flow.behind(last.span, undefined, list.span, rendered);
      else this.#flow.first(list.span, rendered);
      return true;
    }
    if (!last || skeleton.kind !== "map") return false;
    const { character } = lines.position(list.span.start);
    const item = renderItem(skeleton, character, this.#eol, this.#indentation);
    this.#insertLines(endOfBlock(this.target, last.span, last, character), character, item, this.#eol);
    return true;
  }

  /** The line ends before a new entry: an empty line too if the existing entries are separated by one. */
  #separator(own: readonly Entry[], before: Entry): string {
    const [first, second] = own;
    const { text } = this.target;
    const isApart = own.length > 1 && first && second && /(\r\n|\n|\r(?!\n))[ \t]*(\r|\n)/.test(gapOf(text, own, before));
    return isApart ? this.#eol + this.#eol : this.#eol;
  }

  #endOf({ key, value }: Entry, column: number): BlockEnd {
    return endOfBlock(this.target, { start: key.start, end: Math.max(key.end, value.span.end) }, value, column);
  }

  #insertLines({ offset, isLineStart }: BlockEnd, indent: number, rendered: Rendered, separator: string): void {
    const { text, stops } = prefixed((isLineStart ? "" : separator) + " ".repeat(indent), rendered);
    this.edits.push(insertion(offset, { text: isLineStart ? text + this.#eol : text, stops }));
  }

  #valueEnd(entry: Entry): number {
    return Math.max(entry.value.span.end, behindColon(this.target.text, entry));
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
