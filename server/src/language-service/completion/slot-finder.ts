import { type Field, fieldAt } from "../../core/schema/format.ts";
import { ALIKE, isBlank, trimBlanksEnd, trimBlanksStart } from "../../core/text/white-space.ts";
import { entryOf, holds, isUnstated, type MapNode, nodeAt, type Path, type ValueNode } from "../../core/yaml/node.ts";
import type { View } from "../view.ts";
import { type LineBelow, lineBelow, normalize } from "./excerpt.ts";
import { membersBehind } from "./flow.ts";
import { isGap, repairIndent, repairSpace } from "./gap.ts";
import { type Level, type Probed, probe } from "./probe.ts";
import type { CompletionSlot } from "./slot.ts";

/** What is behind the cursor on an empty line. */
const BLANK_OR_COMMENT = new RegExp(`^(?:[ \\t${ALIKE}]+(?:#.*)?)?$`);
/** What is behind the cursor in a key. */
const WORD_AND_COLON = new RegExp(`^([^ \\t${ALIKE}:：,[\\]{}#"']*["']?)[ \\t${ALIKE}]*(:|：)?[ \\t${ALIKE}]*(.?)`);
const END = new RegExp(`[ \\t${ALIKE}]#|$`);
const END_IN_FLOW = new RegExp(`[,\\]}]|[ \\t${ALIKE}]#|$`);

/** Turns what the probe found into the slots at one cursor. */
export class SlotFinder {
  readonly #text: string;
  readonly #lineStart: number;
  readonly #lineEnd: number;
  readonly #below: LineBelow | undefined;
  /** Whether the cursor's line is empty but for a comment. */
  readonly #isBlank: boolean;
  /** Whether an empty line is read at the indentation of the deeper line below it. */
  readonly #isRaised: boolean;
  readonly #kind: Probed["kind"];
  readonly #column: number;
  readonly #levels: readonly Level[];
  /** The offset of the half-typed word. */
  readonly #wordStart: number;
  /** An item that begins after this offset is below the cursor. */
  #limit: number;
  readonly view: View;
  readonly offset: number;
  readonly root: ValueNode | undefined;

  constructor(view: View, offset: number, root: ValueNode | undefined) {
    const { text, lines } = view.analysis.source;
    this.view = view;
    this.offset = offset;
    this.root = root;
    this.#text = text;
    this.#limit = offset;
    const { line, character } = lines.position(offset);
    this.#lineStart = lines.start(line);
    this.#lineEnd = lines.end(line);
    this.#below = lineBelow(lines, line);
    const whole = lines.text(line);
    const before = normalize(whole.slice(0, character));
    this.#isBlank = isBlank(before) && BLANK_OR_COMMENT.test(whole.slice(character));
    const below = this.#isBlank && this.#below ? this.#below.column : 0;
    this.#isRaised = below > before.length;
    const { kind, column, levels, length } = probe(lines, offset, below);
    this.#kind = kind;
    this.#column = column;
    this.#levels = levels;
    // YAML takes a full-width space for part of the word
    const typed = text.slice(offset - length, offset);
    this.#wordStart = offset - trimBlanksStart(typed).length;
  }

  find(): CompletionSlot[] {
    const levels = this.#levels;
    const top = levels.at(-1);
    switch (this.#kind) {
      case "start":
        return this.#onLine();
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

  /** An empty line belongs to the deepest open collection that is not deeper than the cursor or the line below. */
  #onLine(): CompletionSlot[] {
    const slots = this.#inSection(this.#column, !this.#isBlank);
    if (!this.#isRaised) return slots;
    // the line below must still follow its own kind: an item after an item, a key after a key
    const follows = this.#below?.isItem ? "item" : "key";
    return slots.filter(({ kind }) => kind === follows);
  }

  /** What begins a line at a column. */
  #inSection(column: number, isWord: boolean): CompletionSlot[] {
    const all = this.#levels;
    const levels = all.filter((level) => level.column <= column);
    const closed = all[levels.length];
    const top = levels.at(-1);
    if (!top) return closed && isWord ? this.#at([closed]) : this.#key([], { column });
    if (top.column === column) return this.#at(levels);
    if (top.value === "text") return [];
    // a word between two levels belongs to the deeper one
    if (closed) return this.#at(isWord ? [...levels, closed] : levels);
    const field = this.#field(this.#pathOf(levels));
    if (top.value === "nothing" && field?.type === "object") return this.#key(levels, { column });
    if (top.value === "nothing" && field?.type === "array") return this.#item(levels, { column, needsDash: true });
    // the format does not know the key
    if (top.value === "nothing" && top.kind === "map" && !field) return [];
    // the word may continue the text above
    const isText = field?.type === "string" && !field.vocabulary && !field.format;
    return isWord && top.value === "plain" && (isText || top.kind === "list") ? [] : this.#at(levels);
  }

  /** Another key or item of the innermost level. */
  #at(levels: readonly Level[]): CompletionSlot[] {
    const top = levels.at(-1) as Level;
    const { column } = top;
    if (top.kind === "map") return this.#key(levels, { column });
    const above = levels.at(-2);
    const items = this.#item(levels.slice(0, -1), { column, needsDash: true });
    return above?.kind === "map" && above.column === column ? [...items, ...this.#key(levels.slice(0, -1), { column })] : items;
  }

  /** An item, or the first key of its mapping. */
  #behindDash(list: Level): CompletionSlot[] {
    const levels = this.#levels;
    const next = this.#below;
    const hasMore = next !== undefined && next.column > list.column;
    if (hasMore) this.#limit = next.start;
    const items = hasMore ? [] : this.#item(levels.slice(0, -1), { column: list.column });
    const keys = this.#key(levels, { column: this.#column }, { isFirst: true });
    return [...items, ...keys];
  }

  /** A key of the innermost mapping, or the first key of a new mapping in the innermost level. */
  #key(levels: readonly Level[], { column = 0 }, { isFlow = false, isFirst = false } = {}): CompletionSlot[] {
    const top = levels.at(-1);
    const isOpen = top?.kind === "map" && (isFlow || top.column === column) && !isFirst;
    const path = this.#pathOf(isOpen ? levels.slice(0, -1) : levels);
    const field = this.#field(path);
    const right = WORD_AND_COLON.exec(this.#text.slice(this.offset, this.#lineEnd)) as RegExpExecArray;
    const [, word = "", colon, next = ""] = right;
    const isFree =
      next === "" || (next === "#" && isGap(this.#text[this.offset + word.length])) || (isFlow && /[,\]}]/.test(next));
    if (field?.type !== "object" || (!colon && !isFree)) return [];
    const node = nodeAt(this.root, path);
    const own = node?.kind === "map" && !isFlow && !isOpen && !isFirst ? this.#columnOf(node) : undefined;
    return [
      this.#slot("key", path, field, {
        isFlow,
        span: { start: this.#wordStart, end: this.offset + word.length },
        // a profile's own keys are in the first column
        column: own ?? (path.length === 0 && !isOpen ? 0 : column),
        names: [
          ...(isOpen ? [...top.names, ...(top.key === undefined ? [] : [top.key])] : []),
          ...(isFlow ? membersBehind(this.#text, this.offset + word.length) : []),
        ],
        hasColon: colon !== undefined,
        gap: isFlow || isFirst ? "space" : "indent",
      }),
    ];
  }

  /** An item of the list at the path of the levels. */
  #item(levels: readonly Level[], { column = 0, needsDash = false, isFlow = false }): CompletionSlot[] {
    const path = this.#pathOf(levels);
    const field = this.#field(path);
    if (field?.type !== "array" || !field.items) return [];
    const end = this.#valueEnd(isFlow);
    if (end === undefined) return [];
    // do not replace a mapping
    if (field.items.type === "object" && this.#text.slice(this.offset, end).includes(":")) return [];
    const list = nodeAt(this.root, path);
    const first = list?.kind === "list" && list.items[0];
    const own = needsDash && !this.#levels.some((level) => level.kind === "list" && level.column === column);
    const start = first && own ? this.view.analysis.source.lines.position(list.span.start).character : column;
    return [
      this.#slot("item", path, field, {
        isFlow,
        span: { start: this.#wordStart, end },
        column: start,
        names: isFlow ? [...(this.#levels.at(-1)?.names ?? []), ...membersBehind(this.#text, end)] : [],
        needsDash,
        gap: needsDash ? "indent" : "space",
      }),
    ];
  }

  #value(isFlow: boolean): CompletionSlot[] {
    const levels = this.#levels;
    const end = this.#valueEnd(isFlow);
    if (end === undefined) return [];
    const path = this.#pathOf(levels);
    // a merged mapping has the fields of the mapping it is merged into
    const field = path.at(-1) === "<<" ? this.#field(path.slice(0, -1)) : this.#field(path);
    const node = nodeAt(this.root, path);
    const isElsewhere = !isUnstated(node) && node && (node.span.start > end || node.span.end < this.#wordStart);
    if (!field || isElsewhere) return [];
    const column = this.#column;
    return [this.#slot("value", path, field, { isFlow, span: { start: this.#wordStart, end }, column, gap: "space" })];
  }

  /** The end of the word at the cursor; undefined if inserting there would change something else on the line. */
  #valueEnd(isFlow: boolean): number | undefined {
    const start = this.#wordStart;
    const rest = this.#text.slice(this.offset, this.#lineEnd);
    // the comment would become part of the word
    if (rest.startsWith("#")) return undefined;
    const quote = /^["']/.exec(this.#text.slice(start, this.offset))?.[0];
    const close = quote === undefined ? -1 : rest.indexOf(quote);
    const stop = close >= 0 ? close + 1 : rest.search(isFlow ? END_IN_FLOW : END);
    const word = trimBlanksEnd(rest.slice(0, stop));
    return isGap(word[0]) && start === this.offset ? undefined : this.offset + word.length;
  }

  #slot(
    kind: CompletionSlot["kind"],
    path: Path,
    field: Field,
    options: Pick<CompletionSlot, "isFlow" | "span" | "column"> &
      Partial<Pick<CompletionSlot, "names" | "needsDash" | "hasColon">> & { readonly gap: "indent" | "space" },
  ): CompletionSlot {
    const { span, column, gap, isFlow, names = [], needsDash = false, hasColon = false } = options;
    const typed = this.#text.slice(span.start, this.offset);
    const node = nodeAt(this.root, path);
    const lead = this.#text.slice(this.#lineStart, span.start);
    const repair = gap === "indent" ? repairIndent(lead, this.#lineStart, column) : repairSpace(lead, this.#lineStart);
    return { kind, isFlow, path, field, node, names, span, typed, column, needsDash, hasColon, ...repair };
  }

  /** The column of a block mapping's keys; undefined if only the cursor's line tells. */
  #columnOf(node: MapNode): number | undefined {
    const [first] = node.entries;
    if (!first || first.key.start < node.span.start || this.#text[node.span.start] === "{") return undefined;
    const { lines } = this.view.analysis.source;
    const { line, character } = lines.position(first.key.start);
    return lines.position(this.offset).line === line ? undefined : character;
  }

  #field(path: Path): Field | undefined {
    return fieldAt(this.view.analysis.format, path);
  }

  /** The path of what follows the last level's key or dash. The index of an item is that of the parsed item on its line. */
  #pathOf(levels: readonly Level[]): Path {
    const path: (string | number)[] = [];
    let node = this.root;
    const { lines } = this.view.analysis.source;
    for (const { kind, isFlow, key, line } of levels) {
      if (kind === "map") {
        path.push(key ?? "");
        node = entryOf(node, key ?? "")?.value;
        continue;
      }
      const items: readonly ValueNode[] = node?.kind === "list" ? node.items : [];
      const index = isFlow
        ? items.findIndex(({ span }) => holds(span, this.offset))
        : items.findLastIndex(({ span }) => span.start >= lines.start(line) && span.start <= this.#limit);
      // the parser may not have read the cursor's item
      path.push(index < 0 ? items.length : index);
      node = items[index];
    }
    return path;
  }
}
