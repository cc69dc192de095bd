import type { Profile } from "../../core/evaluation/profile.ts";
import { type Field, fieldAt } from "../../core/schema/format.ts";
import { entryOf, isUnstated, type MapNode, nodeAt, type Path, type Span, type ValueNode } from "../../core/yaml/node.ts";
import type { SourceDocument } from "../../core/yaml/source.ts";
import type { Edit } from "../edits/edit.ts";
import type { View } from "../view.ts";
import { isGap, type Level, lineEnd, nextLine, Outline } from "./cursor-scanner.ts";
import { boundsOf, lineStart, linesAbove } from "./scan-range.ts";

/** A place where something may be written, and how what is chosen is put there. */
export interface CompletionSlot {
  readonly kind: "key" | "value" | "item";
  readonly isFlow: boolean;
  /** What may stand there: the mapping whose key it is, the value, the list whose item it is. */
  readonly path: Path;
  readonly field: Field;
  /** What stands at the path already. */
  readonly node: ValueNode | undefined;
  /** What is known to stand beside it, be it read or not: the mapping's keys, or the plain values of a list in brackets. */
  readonly names: readonly string[];
  /** The half-typed word: what is chosen comes in its place. */
  readonly span: Span;
  /** The word as far as the cursor. */
  readonly typed: string;
  /** The column of the mapping's keys, or of the list's dashes. */
  readonly column: number;
  /** Whether the dash of the item is still to be written. */
  readonly needsDash: boolean;
  /** What goes before whatever is chosen: missing indentation, or the space behind a colon or a dash. */
  readonly lead: string;
  /** What is wrong with the gap before the word, repaired. */
  readonly fixes: readonly Edit[];
  /** The offset behind the colon or dash before a value: a value on lines of its own begins there. */
  readonly behind: number;
  /** Whether the key's colon stands there already. */
  readonly hasColon: boolean;
}

/** Where the cursor is. */
export interface CompletionContext {
  readonly view: View;
  readonly offset: number;
  readonly document: SourceDocument | undefined;
  readonly profile: Profile | undefined;
  /** None in comments and in text that is free; two where an item and a key may begin at the same column. */
  readonly places: readonly CompletionSlot[];
}

/** What can be written at an offset. */
export function contextAt(view: View, offset: number): CompletionContext {
  const { text, documents } = view.analysis.source;
  const bounds = boundsOf(text, offset);
  const index = documents.findIndex(({ root }) => root && root.span.start >= bounds.start && root.span.start < bounds.end);
  const document = documents[index];
  const profile = document && view.analysis.profiles[index];
  const places = offset < bounds.start ? [] : new Finder(view, offset, bounds, document?.root).find();
  return { view, offset, document, profile, places };
}

/** Finds the places at one cursor. */
class Finder {
  readonly #outline: Outline;
  readonly #text: string;
  readonly #lineStart: number;
  readonly #lineEnd: number;
  /** What begins behind it is not what the cursor is in. */
  #limit: number;
  readonly view: View;
  readonly offset: number;
  readonly bounds: Span;
  readonly root: ValueNode | undefined;

  constructor(view: View, offset: number, bounds: Span, root: ValueNode | undefined) {
    this.view = view;
    this.offset = offset;
    this.bounds = bounds;
    this.root = root;
    this.#text = view.analysis.source.text;
    this.#limit = offset;
    this.#lineStart = lineStart(this.#text, offset);
    this.#lineEnd = lineEnd(this.#text, offset);
    this.#outline = new Outline(this.#text, linesAbove(this.#text, this.#lineStart, bounds.start), this.#lineStart, offset);
  }

  find(): CompletionSlot[] {
    const { token, levels } = this.#outline;
    const top = levels.at(-1);
    switch (token.kind) {
      case "start":
        return token.start === this.offset && this.#blank(this.#lineStart, this.offset) ? this.#onBlank() : this.#onWord();
      case "item":
        return top ? this.#behindDash(top) : [];
      case "value":
        return this.#value(false);
      case "flow":
        if (top?.kind === "list") return this.#item(levels.slice(0, -1), { isFlow: true });
        return top?.key === undefined ? this.#key(levels, {}, { isFlow: true }) : this.#value(true);
      default:
        return [];
    }
  }

  #blank(start: number, end: number): boolean {
    return /^\s*$/.test(this.#text.slice(start, end));
  }

  /** An empty line belongs to the deepest open section that is not deeper than the cursor, or than what follows. */
  #onBlank(): CompletionSlot[] {
    if (!/^([ \t\u3000]+(#.*)?)?$/.test(this.#text.slice(this.offset, this.#lineEnd))) return this.#onWord();
    const { token } = this.#outline;
    const next = this.#nextLine();
    if (!next || next.column <= token.column) return this.#inSection(token.column, false);
    // what follows must still find its like before it: items after an item, keys after a key
    const follows = /^-\s/.test(this.#text.slice(next.first, next.first + 2)) ? "item" : "key";
    return this.#inSection(next.column, false).filter(({ kind }) => kind === follows);
  }

  #nextLine() {
    return nextLine(this.#text, this.offset, this.bounds.end);
  }

  #onWord(): CompletionSlot[] {
    return this.#inSection(this.#outline.token.column, true);
  }

  #inSection(column: number, isWord: boolean): CompletionSlot[] {
    const outline = this.#outline;
    const all = [...outline.levels];
    const closed = outline.close(column);
    const { levels, top } = outline;
    if (!top) return closed && isWord ? this.#at(all.slice(0, 1)) : this.#key([], { column });
    if (top.column === column) return this.#at(levels);
    // a word too far in, below something that is deeper still
    if (closed) return this.#at(isWord ? [...levels, closed] : levels);
    const field = this.#field(this.#pathOf(levels));
    if (top.value === "nothing" && field?.type === "object") return this.#key(levels, { column });
    if (top.value === "nothing" && field?.type === "array") return this.#item(levels, { column, needsDash: true });
    // of a key of the user's own nothing is known
    if (top.value === "nothing" && top.kind === "map" && !field) return [];
    // the word may go on with the text before it
    const isText = field?.type === "string" && !field.vocabulary && !field.format;
    return isWord && top.value === "plain" && (isText || top.kind === "list") ? [] : this.#at(levels);
  }

  /** Another key, or another item, of what is open. */
  #at(levels: readonly Level[]): CompletionSlot[] {
    const top = levels.at(-1) as Level;
    const { column } = top;
    if (top.kind === "map") return this.#key(levels, { column });
    const above = levels.at(-2);
    const items = this.#item(levels.slice(0, -1), { column, needsDash: true });
    return above?.kind === "map" && above.column === column ? [...items, ...this.#key(levels.slice(0, -1), { column })] : items;
  }

  #behindDash(list: Level): CompletionSlot[] {
    const { token, levels } = this.#outline;
    const next = this.#nextLine();
    const hasMore = next !== undefined && next.column > list.column;
    if (hasMore) this.#limit = next.first;
    const items = hasMore ? [] : this.#item(levels.slice(0, -1), { column: list.column });
    const keys = this.#key(levels, { column: token.column }, { isFirst: true });
    return [...items, ...keys];
  }

  /** A key of the mapping that the levels end with, or that is yet to be begun in the last of them. */
  #key(levels: readonly Level[], { column = 0 }, { isFlow = false, isFirst = false } = {}): CompletionSlot[] {
    const top = levels.at(-1);
    const isOpen = top?.kind === "map" && (isFlow || top.column === column) && !isFirst;
    const path = this.#pathOf(isOpen ? levels.slice(0, -1) : levels);
    const field = this.#field(path);
    const { token } = this.#outline;
    const right = /^([^\s\u3000:：,[\]{}#"']*["']?)[ \t\u3000]*(:|：)?[ \t\u3000]*(.?)/.exec(
      this.#text.slice(this.offset, this.#lineEnd),
    ) as RegExpExecArray;
    const [, word = "", colon, next = ""] = right;
    const isFree =
      next === "" || (next === "#" && isGap(this.#text[this.offset + word.length])) || (isFlow && /[,\]}]/.test(next));
    if (field?.type !== "object" || (!colon && !isFree)) return [];
    const node = nodeAt(this.root, path);
    const own = node?.kind === "map" && !isFlow && !isOpen && !isFirst ? this.#columnOf(node) : undefined;
    return [
      this.#place("key", path, field, {
        isFlow,
        span: { start: token.start, end: this.offset + word.length },
        // a profile begins in the first column
        column: own ?? (path.length === 0 && !isOpen ? 0 : column),
        names: isOpen ? [...top.names, ...(top.key === undefined ? [] : [top.key])] : [],
        hasColon: colon !== undefined,
        gap: isFlow || isFirst ? "space" : "indent",
      }),
    ];
  }

  /** An item of the list behind the levels. */
  #item(levels: readonly Level[], { column = 0, needsDash = false, isFlow = false }): CompletionSlot[] {
    const path = this.#pathOf(levels);
    const field = this.#field(path);
    if (field?.type !== "array" || !field.items) return [];
    const end = this.#valueEnd(isFlow);
    if (end === undefined) return [];
    // a mapping that stands there is not replaced
    if (field.items.type === "object" && this.#text.slice(this.offset, end).includes(":")) return [];
    const list = nodeAt(this.root, path);
    const first = list?.kind === "list" && list.items[0];
    const own = needsDash && !this.#outline.levels.some((level) => level.kind === "list" && level.column === column);
    const start = first && own ? this.view.analysis.source.lines.position(list.span.start).character : column;
    return [
      this.#place("item", path, field, {
        isFlow,
        span: { start: this.#outline.token.start, end },
        column: start,
        names: isFlow ? this.#membersAround(end) : [],
        needsDash,
        gap: needsDash ? "indent" : "space",
      }),
    ];
  }

  /** The other plain values on the way to the bracket's end: with a gap between commas the parser reads none of them. */
  #membersAround(end: number): string[] {
    const behind = /^[ \t]*,([^\]#]*)/.exec(this.#text.slice(end, this.#lineEnd))?.[1] ?? "";
    return [...(this.#outline.top?.names ?? []), ...behind.split(",").map((word) => word.trim())];
  }

  #value(isFlow: boolean): CompletionSlot[] {
    const { token, levels } = this.#outline;
    const end = this.#valueEnd(isFlow);
    if (end === undefined) return [];
    const path = this.#pathOf(levels);
    // what is merged is a mapping of the same kind
    const field = path.at(-1) === "<<" ? this.#field(path.slice(0, -1)) : this.#field(path);
    const node = nodeAt(this.root, path);
    const isElsewhere = !isUnstated(node) && node && (node.span.start > end || node.span.end < token.start);
    if (!field || isElsewhere) return [];
    const { column } = token;
    return [this.#place("value", path, field, { isFlow, span: { start: token.start, end }, column, gap: "space" })];
  }

  /** The end of the word that the cursor stands in; undefined where something else stands on the line. */
  #valueEnd(isFlow: boolean): number | undefined {
    const { start } = this.#outline.token;
    const rest = this.#text.slice(this.offset, this.#lineEnd);
    // it would no longer be a comment
    if (rest.startsWith("#")) return undefined;
    const quote = /^["']/.exec(this.#text.slice(start, this.offset))?.[0];
    const close = quote === undefined ? -1 : rest.indexOf(quote);
    const stop = close >= 0 ? close + 1 : rest.search(isFlow ? /[,\]}]|\s#|$/ : /\s#|$/);
    const word = rest.slice(0, stop).trimEnd();
    return isGap(word[0]) && start === this.offset ? undefined : this.offset + word.length;
  }

  #place(
    kind: CompletionSlot["kind"],
    path: Path,
    field: Field,
    options: Pick<CompletionSlot, "isFlow" | "span" | "column"> &
      Partial<Pick<CompletionSlot, "names" | "needsDash" | "hasColon">> & { readonly gap: "indent" | "space" },
  ): CompletionSlot {
    const { span, column, gap, isFlow, names = [], needsDash = false, hasColon = false } = options;
    const typed = this.#text.slice(span.start, this.offset);
    const node = nodeAt(this.root, path);
    const put = gap === "indent" ? this.#indent(span.start, column) : this.#space(span.start);
    return { kind, isFlow, path, field, node, names, span, typed, column, needsDash, hasColon, ...put };
  }

  /** What the indentation lacks, or has too much. */
  #indent(start: number, column: number): Pick<CompletionSlot, "lead" | "fixes" | "behind"> {
    const there = this.#text.slice(this.#lineStart, start);
    const wanted = " ".repeat(column);
    const lead = wanted.startsWith(there) ? wanted.slice(there.length) : "";
    if (lead !== "" || there === wanted) return { lead, fixes: [], behind: start };
    const from = there.startsWith(wanted) ? this.#lineStart + column : this.#lineStart;
    const text = from === this.#lineStart ? wanted : "";
    return { lead: "", fixes: [{ span: { start: from, end: start }, text }], behind: start };
  }

  /** The one space behind a colon or a dash; of a full-width colon, the colon as well. */
  #space(start: number): Pick<CompletionSlot, "lead" | "fixes" | "behind"> {
    const text = this.#text;
    let from = start;
    while (from > this.#lineStart && isGap(text[from - 1])) from--;
    const isWide = text[from - 1] === "：";
    if (isWide) return { lead: " ", fixes: [{ span: { start: from - 1, end: start }, text: ":" }], behind: from };
    if (from === start) return { lead: /[[{\s]/.test(text[from - 1] ?? " ") ? "" : " ", fixes: [], behind: from };
    if (!text.slice(from, start).includes("\u3000")) return { lead: "", fixes: [], behind: from };
    return { lead: " ", fixes: [{ span: { start: from, end: start }, text: "" }], behind: from };
  }

  #columnOf(node: MapNode): number | undefined {
    const [first] = node.entries;
    if (!first || first.key.start < node.span.start || this.#text[node.span.start] === "{") return undefined;
    const { lines } = this.view.analysis.source;
    const { line, character } = lines.position(first.key.start);
    // of a half-typed line the word itself is no measure
    return lines.position(this.offset).line === line ? undefined : character;
  }

  #field(path: Path): Field | undefined {
    return fieldAt(this.view.analysis.format, path);
  }

  /** The path to what stands behind the last level's key or dash; items are found by where they are. */
  #pathOf(levels: readonly Level[]): Path {
    const path: (string | number)[] = [];
    let node = this.root;
    for (const { kind, key, item } of levels) {
      if (kind === "map") {
        path.push(key ?? "");
        node = entryOf(node, key ?? "")?.value;
        continue;
      }
      const items: readonly ValueNode[] = node?.kind === "list" ? node.items : [];
      const index = items.findLastIndex(({ span }) => span.start >= item && span.start <= this.#limit);
      // an item that is not read yet is none of those that are
      path.push(index < 0 ? items.length : index);
      node = items[index];
    }
    return path;
  }
}
