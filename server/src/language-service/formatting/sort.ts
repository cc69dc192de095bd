import { isAlias, isCollection, isMap, isScalar, isSeq, type Node, parseAllDocuments, visit, type YAMLMap } from "yaml";
import { type Field, type Format, keysOf, propertyOf } from "../../core/schema/format.ts";
import type { Lines } from "../../core/yaml/lines.ts";
import { parseSource } from "../../core/yaml/parse.ts";
import type { Source } from "../../core/yaml/source.ts";
import { applyEdits, type Edit } from "../edits/edit.ts";
import { isFormattable, saysTheSame } from "./verify.ts";

/** A comment that tools expect at the head of the file: it stays there. */
const MODELINE = /^\s*#\s*yaml-language-server:/;

/**
 * The edits that sort the keys of every mapping by the format: merge keys first, unknown keys last, lists unchanged. Comments
 * move with the key that they are above or behind; empty lines keep their positions. A country `NO` is put in quotes, because
 * YAML 1.1 parsers read it as false. Unchanged are documents with a problem, mappings in which an alias would come before its
 * anchor, and mappings with keys that the sorter does not handle.
 */
export function sortEdits(source: Source, format: Format): Edit[] {
  if (!isFormattable(source)) return [];
  const problems = source.documents.flatMap(({ problems }) => problems);
  const documents = parseAllDocuments(source.text, {
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: "silent",
    schema: "core",
  });
  const sorter = new Sorter(source);
  const edits: Edit[] = [];
  for (const { contents, range, errors } of Array.isArray(documents) ? documents : []) {
    const isBroken = errors.length > 0 || problems.some(({ span }) => span.start >= range[0] && span.start <= range[2]);
    if (contents && !isBroken) edits.push(...sorter.sort(contents, format.root));
  }
  if (edits.length === 0) return [];
  return saysTheSame(source, parseSource(applyEdits(source.text, edits)), { inOrder: false }) ? edits : [];
}

/** A key's name and span, and its value. */
interface SortableEntry {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly value: Node | null;
}

/** The extent of an entry with its comments. */
interface Slice {
  readonly start: number;
  readonly end: number;
}

/** For each position in a mapping, the index of the entry that belongs there. */
type Order = readonly number[];

class Sorter {
  readonly #text: string;
  readonly #lines: Lines;

  constructor({ text, lines }: Source) {
    this.#text = text;
    this.#lines = lines;
  }

  sort(node: unknown, field: Field | undefined): Edit[] {
    if (isSeq(node)) return node.items.flatMap((item) => this.sort(item, field?.items));
    if (isMap(node)) return this.#sortMap(node, field);
    if (!isScalar(node) || !node.range || node.type !== "PLAIN" || node.source !== "NO") return [];
    return field?.vocabulary === "countries" ? [{ span: { start: node.range[0], end: node.range[1] }, text: '"NO"' }] : [];
  }

  #sortMap(map: YAMLMap, field: Field | undefined): Edit[] {
    const entries = entriesOf(map);
    if (!entries) return [];
    const edits = entries.map(({ name, value }) => this.sort(value, field && propertyOf(field, name)));
    const order = orderOf(entries, field ? keysOf(field) : []);
    const first = order.findIndex((from, to) => from !== to);
    if (first < 0 || breaksAliases(entries, order)) return edits.flat();
    const slices = map.flow ? this.#flowSlices(map, entries) : this.#blockSlices(entries);
    if (!slices) return edits.flat();
    const last = order.findLastIndex((from, to) => from !== to);
    const unmovedEdits = edits.filter((_, index) => index < first || index > last).flat();
    return [...unmovedEdits, this.#move(slices, edits, order.slice(first, last + 1), first)];
  }

  /**
   * The edit that moves the slices of an order to the positions from `first` on, with their own edits applied. The text between
   * the slices stays in place.
   */
  #move(slices: readonly Slice[], edits: readonly (readonly Edit[])[], order: Order, first: number): Edit {
    const places = slices.slice(first, first + order.length);
    const { line, character } = this.#lines.position((slices[0] as Slice).start);
    // the first key after a dash has no indentation of its own
    const isBehindDash = this.#lines
      .text(line)
      .slice(0, character)
      .replace(/(?<! ) +$/, "")
      .endsWith("-");
    const moved = order.map((from, to) => {
      const text = this.#apply(slices[from] as Slice, edits[from] ?? []);
      if (!isBehindDash) return text;
      return first + to === 0 ? text.replace(/^ +/, "") : from === 0 ? " ".repeat(character) + text : text;
    });
    const text = moved
      .map((text, to) => text + this.#text.slice(places[to]?.end, places[to + 1]?.start ?? places[to]?.end))
      .join("");
    return { span: { start: (places[0] as Slice).start, end: (places.at(-1) as Slice).end }, text };
  }

  #apply({ start, end }: Slice, edits: readonly Edit[]): string {
    const within = edits.map(({ span, text }) => ({ span: { start: span.start - start, end: span.end - start }, text }));
    return applyEdits(this.#text.slice(start, end), within);
  }

  /** The entries of a flow mapping without their commas; undefined if comments are in between. */
  #flowSlices(map: YAMLMap, entries: readonly SortableEntry[]): Slice[] | undefined {
    const slices: Slice[] = [];
    for (const [index, { start, end, value }] of entries.entries()) {
      const from = Math.max(end, value?.range?.[1] ?? 0);
      const gap = this.#text.slice(from, entries[index + 1]?.start ?? (map.range?.[1] ?? 0) - 1);
      // a colon without a value is part of the entry
      const [whole, colon = ""] = /^(\s*:)?\s*(?:,\s*)?$/.exec(gap) ?? [];
      if (whole === undefined) return undefined;
      slices.push({ start, end: from + colon.length });
    }
    return slices;
  }

  /**
   * The entries of a block mapping as whole lines, with the comments above each key, and the comments below it that are indented
   * deeper or followed by an empty line. A comment between two empty lines belongs to the next key; above the first key it stays.
   * Undefined if the lines do not belong to one entry each.
   */
  #blockSlices(entries: readonly SortableEntry[]): Slice[] | undefined {
    const places = entries.map(({ start }) => this.#lines.position(start));
    const isOwnLine = places.map(({ line, character }) => /^\ufeff? *$/.test(this.#lines.text(line).slice(0, character)));
    const [first] = places;
    if (!first || isOwnLine.lastIndexOf(false) > 0) return undefined;
    if (!isOwnLine[0] && !/^\ufeff? *(?:- +)+$/.test(this.#lines.text(first.line).slice(0, first.character))) return undefined;

    let start = this.#startOf(first.line, entries[0] as SortableEntry, isOwnLine[0] ?? false);
    const slices: Slice[] = [];
    for (const [index, entry] of entries.entries()) {
      const contentLine = this.#lines.position(this.#contentEnd(entry) - 1).line;
      const next = places[index + 1]?.line;
      const gap = this.#gapBelow(contentLine, next ?? this.#lines.count);
      if (next !== undefined && contentLine + 1 + gap.length !== next) return undefined;
      const own = ownLines(gap, first.character, next === undefined);
      slices.push({ start, end: this.#lines.offset({ line: contentLine + own, character: Number.POSITIVE_INFINITY }) });
      const head = gap.findIndex((line, at) => at >= own && line.trim() !== "");
      start = this.#lines.start(contentLine + 1 + (head < 0 ? gap.length : head));
    }
    return slices;
  }

  /** The start of the first entry: the comments directly above it, or its key after a dash. */
  #startOf(line: number, { start }: SortableEntry, isOwnLine: boolean): number {
    if (!isOwnLine) return start;
    let head = line;
    while (head > 0 && isComment(this.#lines.text(head - 1)) && !MODELINE.test(this.#lines.text(head - 1))) head--;
    return head === 0 && this.#text.startsWith("\ufeff") ? 1 : this.#lines.start(head);
  }

  /** The empty lines and comments directly below a line, before the line `end`. */
  #gapBelow(line: number, end: number): string[] {
    const gap: string[] = [];
    for (let at = line + 1; at < end; at++) {
      const text = this.#lines.text(at);
      if (text.trim() !== "" && !isComment(text)) break;
      gap.push(text);
    }
    return gap;
  }

  /** The offset of the end of an entry's last token. */
  #contentEnd({ end, value }: SortableEntry): number {
    let at = Math.max(end, value ? contentEndOf(value) : 0);
    while (/[ \t\r\n]/.test(this.#text.charAt(at - 1))) at--;
    return at;
  }
}

/** How many of the lines in the gap below an entry belong to it. */
function ownLines(gap: readonly string[], column: number, isLast: boolean): number {
  const isDeeper = (line: string) => isComment(line) && line.search(/\S/) > column;
  const stop = gap.findIndex((line) => line.trim() !== "" && !isDeeper(line));
  const own = gap.slice(0, stop < 0 ? gap.length : stop).findLastIndex(isDeeper) + 1;
  const blank = gap.findIndex((line, at) => at >= own && line.trim() === "");
  return isLast || blank < 0 ? own : blank;
}

function isComment(line: string): boolean {
  return /^\ufeff?[ \t]*#/.test(line);
}

/** The end offset of a value: of its last descendant, because the parser includes trailing comments in a block's range. */
function contentEndOf(node: Node): number {
  const end = node.range?.[1] ?? 0;
  if (!isCollection(node) || node.flow) return end;
  const last: unknown = node.items.at(-1);
  if (isMap(node)) {
    const entry = entriesOf(node)?.at(-1);
    return entry ? Math.max(entry.end, entry.value ? contentEndOf(entry.value) : 0) : end;
  }
  return isScalar(last) || isAlias(last) || isCollection(last) ? contentEndOf(last) : end;
}

/** The entries of a mapping; undefined if a key is not a scalar. */
function entriesOf({ items }: YAMLMap): SortableEntry[] | undefined {
  const entries: SortableEntry[] = [];
  for (const { key, value } of items) {
    if (!isScalar(key) || !key.range) return undefined;
    const name = typeof key.value === "string" ? key.value : (key.source ?? "");
    entries.push({ name, start: key.range[0], end: key.range[1], value: value as Node | null });
  }
  return entries;
}

/** The format's order: merge keys, known keys, then unknown keys in their present order. */
function orderOf(entries: readonly SortableEntry[], keys: readonly string[]): Order {
  const ranks = entries.map(({ name }) => {
    const rank = keys.indexOf(name);
    return name === "<<" ? -1 : rank < 0 ? keys.length : rank;
  });
  return entries.map((_, index) => index).sort((a, b) => (ranks[a] as number) - (ranks[b] as number));
}

/** Whether an order would put an alias before its anchor, or after another anchor of the same name. */
function breaksAliases(entries: readonly SortableEntry[], order: Order): boolean {
  const names = entries.map(({ value }) => {
    const anchors = new Set<string>();
    const all = new Set<string>();
    visit(value, (_, node) => {
      const anchor = isScalar(node) || isCollection(node) ? node.anchor : undefined;
      if (anchor) anchors.add(anchor);
      if (anchor) all.add(anchor);
      if (isAlias(node)) all.add(node.source);
    });
    return { anchors, all };
  });
  if (names.every(({ anchors }) => anchors.size === 0)) return false;
  const share = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].some((name) => b.has(name));
  return order.some((from, to) =>
    order.slice(to + 1).some((later) => {
      const a = names[from];
      const b = names[later];
      return later < from && a && b && (share(a.anchors, b.all) || share(b.anchors, a.all));
    }),
  );
}
