/** A mapping or a list that is open where the reading ends. */
export interface Level {
  readonly kind: "map" | "list";
  readonly isFlow: boolean;
  /** The column of its keys or dashes; in brackets, of the block around them. */
  readonly column: number;
  /** A mapping's last key so far. */
  key?: string | undefined;
  /** The keys before it, as far as they were read; in brackets, a list's plain values. */
  readonly names: string[];
  /** Where a list's last item so far begins, behind its dash, bracket or comma. */
  item: number;
  /** What stands on the line behind the key or the dash. */
  value: "nothing" | "plain" | "other";
}

/** What is being written where the reading ends. */
export interface Token {
  /** "start": first on its line; "item": behind a dash; "value": behind a colon; "flow": in brackets. */
  readonly kind: "nothing" | "start" | "item" | "value" | "flow";
  /** Where it begins: where the reading ends if nothing is written yet. */
  readonly start: number;
  /** Its column. */
  readonly column: number;
}

/** Text over several lines that is not to be read: to its quotation mark, or as long as lines are deeper than the column. */
interface OpenText {
  readonly quote: string | undefined;
  readonly column: number;
}

/** Columns that a tab or a full-width space in the indentation is read as, the same as in mending. */
const WIDE = 2;

/**
 * The shape of a block of YAML up to the cursor, line by line. It is no parser: it only knows what is open. So it has an answer for
 * any text, however half-typed, and a bracket or quote that is never closed ends where the lines are no longer deeper.
 */
export class Outline {
  readonly levels: Level[] = [];
  token: Token;
  readonly #text: string;
  readonly #end: number;
  #open: OpenText | undefined;
  /** In brackets: where the entry's word begins, -1 where there is none yet; and whether the entry has ended, but for its comma. */
  #word = -1;
  #isDone = false;

  /**
   * @param above the starts of the lines to read before the cursor's; nothing may be open before the first
   * @param start the start of the cursor's line
   * @param cursor the end of what is read
   */
  constructor(text: string, above: readonly number[], start: number, cursor: number) {
    this.#text = text;
    this.#end = cursor;
    this.token = { kind: "nothing", start: cursor, column: 0 };
    for (const start of above) this.#line(start, lineEnd(text, start));
    this.#line(start, cursor);
  }

  get top(): Level | undefined {
    return this.levels.at(-1);
  }

  /** Takes off all that is open deeper than a column, brackets included, and answers the outermost of it. */
  close(column: number): Level | undefined {
    let closed: Level | undefined;
    while (this.top && (this.top.isFlow || this.top.column > column)) closed = this.levels.pop();
    return closed;
  }

  #line(start: number, end: number): void {
    const text = this.#text;
    const isCursor = end === this.#end;
    const first = skipGap(text, start, end);
    const column = columnsOf(text, start, first);
    this.token = { kind: "nothing", start: end, column };
    const isBlank = first === end;
    if (isBlank && !isCursor) return;
    if (this.#open) {
      const open = this.#open;
      if (column > open.column) {
        const close = open.quote === undefined ? undefined : closing(text, first, end, open.quote);
        if (close === undefined) return;
        this.#open = undefined;
        this.#isDone = true;
        if (this.top?.isFlow) this.#flow(close + 1, end);
        return;
      }
      if (!isBlank || isCursor) this.#open = undefined;
    }
    const { top } = this;
    if (top?.isFlow) {
      if (this.#word >= 0) this.#isDone = true;
      if (column > top.column || isCloser(text[first]) || (isBlank && this.#goesOnInBrackets(end, top.column))) {
        this.#flow(first, end);
        return;
      }
      while (this.top?.isFlow) this.levels.pop();
    }
    if (isBlank) this.token = { kind: "start", start: end, column };
    else if (text[first] !== "#") this.#block(first, end, column);
  }

  /** Whether the next line that is not blank belongs to the brackets that are open. */
  #goesOnInBrackets(end: number, column: number): boolean {
    const next = nextLine(this.#text, end, this.#text.length);
    return next !== undefined && (next.column > column || isCloser(this.#text[next.first]));
  }

  /** A line outside of brackets: dashes, a key, what stands behind it. */
  #block(first: number, end: number, firstColumn: number): void {
    const text = this.#text;
    let at = first;
    let column = firstColumn;
    let hasDash = false;
    while (text[at] === "-" && isGapAt(text, at + 1, end)) {
      this.#dash(column, at + 1);
      hasDash = true;
      const next = skipGap(text, at + 1, end);
      column += next === at + 1 ? 2 : 1 + columnsOf(text, at + 1, next);
      at = next;
      this.token = { kind: "item", start: at, column };
      if (at === end) return;
    }
    const behind = this.#skipNames(at, end);
    if (behind === undefined) return;
    if (behind === end && at !== behind) {
      this.token = { kind: hasDash ? "item" : "start", start: end, column: column + columnsOf(text, at, end) };
      return;
    }
    const key = keyAt(text, behind, end);
    if (key) {
      this.#key(column, key.name);
      const value = skipGap(text, key.colon + 1, end);
      this.token = { kind: "value", start: value, column };
      this.#value(value, end, column, "value");
    } else if (hasDash) {
      this.#value(behind, end, column, "item");
    } else if (text[behind] === "{" || text[behind] === "[") {
      this.#value(behind, end, -1, "start");
    } else {
      this.token = { kind: "start", start: behind, column };
      if (end !== this.#end) this.#bare(text.slice(behind, end).trimEnd(), column);
    }
  }

  /** A word alone on its line: a key that lacks its colon, unless a text goes on. */
  #bare(word: string, column: number): void {
    const { top } = this;
    if (/\s/.test(word) || (top && top.column < column && top.value === "plain")) return;
    this.#key(column, word);
  }

  #dash(column: number, item: number): void {
    const closed = this.close(column);
    const { top } = this;
    // a dash that is a little too deep still begins an item of the list
    if (top?.kind === "list" && (top.column === column || closed || top.value !== "nothing")) {
      top.item = item;
      top.value = "nothing";
    } else this.levels.push({ kind: "list", isFlow: false, column, names: [], item, value: "nothing" });
  }

  #key(column: number, name: string): void {
    this.close(column);
    // a list may stand in the column of its key
    while (this.top?.kind === "list" && this.top.column === column) this.levels.pop();
    let { top } = this;
    if (top?.kind !== "map" || top.column < column) {
      top = { kind: "map", isFlow: false, column, names: [], item: 0, value: "nothing" };
      this.levels.push(top);
    }
    if (top.key !== undefined) top.names.push(top.key);
    top.key = name;
    top.value = "nothing";
  }

  /** What stands behind a colon or a dash. */
  #value(from: number, end: number, column: number, kind: "value" | "item" | "start"): void {
    const text = this.#text;
    const { top } = this;
    const start = this.#skipNames(from, end);
    if (start === undefined) return;
    this.token = { kind, start, column };
    if (start === end) return;
    const char = text[start] as string;
    const parent = top?.column ?? -1;
    if (char === "#" && start > 0 && isGap(text[start - 1])) {
      this.token = { kind: "nothing", start: end, column };
      return;
    }
    if (top) top.value = "other";
    if (char === "[" || char === "{") {
      this.#word = -1;
      this.#isDone = false;
      this.#flow(start, end, parent);
    } else if (char === "|" || char === ">") {
      this.#open = { quote: undefined, column: parent };
      this.token = { kind: "nothing", start: end, column };
    } else if (char === '"' || char === "'") {
      if (closing(text, start + 1, end, char) !== undefined) this.token = { kind: "nothing", start: end, column };
      else this.#open = { quote: char, column: parent };
    } else {
      if (top) top.value = "plain";
      if (end === this.#end && /[ \t]#/.test(text.slice(start, end))) this.token = { kind: "nothing", start: end, column };
    }
  }

  /** Behind anchors and tags; undefined where one of them is being written. */
  #skipNames(from: number, end: number): number | undefined {
    const text = this.#text;
    let at = from;
    while (at < end && (text[at] === "&" || text[at] === "!")) {
      while (at < end && !isGap(text[at])) at++;
      if (at === end && end === this.#end) {
        this.token = { kind: "nothing", start: end, column: 0 };
        return undefined;
      }
      at = skipGap(text, at, end);
    }
    return at;
  }

  /** What stands in brackets, on one line. */
  #flow(from: number, end: number, outer = this.top?.column ?? -1): void {
    const text = this.#text;
    const nothing: Token = { kind: "nothing", start: end, column: 0 };
    for (let at = from; at < end; at++) {
      const char = text[at] as string;
      const { top } = this;
      if (isGap(char)) continue;
      if (char === "#" && isGap(text[at - 1] ?? " ")) {
        this.token = nothing;
        return;
      }
      if (char === "[" || char === "{") {
        const kind = char === "[" ? "list" : "map";
        this.levels.push({ kind, isFlow: true, column: outer, names: [], item: at + 1, value: "nothing" });
        this.#next();
      } else if (isCloser(char)) {
        this.levels.pop();
        this.#isDone = true;
        if (!this.top?.isFlow) {
          this.token = nothing;
          return;
        }
      } else if (char === "," && top) {
        if (top.key !== undefined) top.names.push(top.key);
        else if (this.#word >= 0) top.names.push(unquoted(text.slice(this.#word, at).trim()));
        top.key = undefined;
        top.item = at + 1;
        this.#next();
      } else if (top?.kind === "map" && top.key === undefined && isColon(text, at, end)) {
        top.key = unquoted(text.slice(Math.max(this.#word, top.item), at).trim());
        this.#next();
      } else if ((char === '"' || char === "'") && this.#word < 0) {
        this.#word = at;
        const close = closing(text, at + 1, end, char);
        if (close === undefined) {
          if (end !== this.#end) this.#open = { quote: char, column: outer };
          break;
        }
        at = close;
        this.#isDone = true;
      } else if ((char === "&" || char === "!") && this.#word < 0) {
        while (at < end && !isGap(text[at])) at++;
        if (at === end) {
          this.token = nothing;
          return;
        }
      } else if (this.#word < 0) this.#word = at;
    }
    const start = this.#word < 0 ? end : this.#word;
    this.token = this.#isDone ? nothing : { kind: "flow", start, column: outer };
  }

  /** Behind a bracket, a comma or a colon. */
  #next(): void {
    this.#word = -1;
    this.#isDone = false;
  }
}

/** The first line behind an offset that holds more than space and comments: where its word begins, and in which column. */
export function nextLine(
  text: string,
  from: number,
  limit: number,
): { readonly first: number; readonly column: number } | undefined {
  for (let end = lineEnd(text, from); end < Math.min(limit, text.length); ) {
    const start = end + (text[end] === "\r" && text[end + 1] === "\n" ? 2 : 1);
    end = lineEnd(text, start);
    const first = skipGap(text, start, end);
    if (first < end && first < limit && text[first] !== "#") return { first, column: columnsOf(text, start, first) };
  }
  return undefined;
}

const LINE_BREAK = /[\r\n]/g;

/** The end of the line that an offset lies in, before its line end. */
export function lineEnd(text: string, from: number): number {
  LINE_BREAK.lastIndex = from;
  return LINE_BREAK.test(text) ? LINE_BREAK.lastIndex - 1 : text.length;
}

/** Whether a character is one of those that stand between words, a full-width space among them. */
export function isGap(char: string | undefined): boolean {
  return char === " " || char === "\t" || char === "\u3000";
}

function isGapAt(text: string, at: number, end: number): boolean {
  return at >= end || isGap(text[at]);
}

function isCloser(char: string | undefined): boolean {
  return char === "]" || char === "}";
}

/** The offset behind the gap that begins at another. */
export function skipGap(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isGap(text[at])) at++;
  return at;
}

/** The columns that a stretch of a line takes. */
function columnsOf(text: string, from: number, to: number): number {
  let columns = 0;
  for (let at = from; at < to; at++) columns += text[at] === "\t" || text[at] === "\u3000" ? WIDE : 1;
  return columns;
}

/** The quotation mark that ends what it began. */
function closing(text: string, from: number, end: number, quote: string): number | undefined {
  for (let at = from; at < end; at++) {
    if (text[at] === "\\" && quote === '"') at++;
    else if (text[at] === quote) {
      if (quote === '"' || text[at + 1] !== quote) return at;
      at++;
    }
  }
  return undefined;
}

/** A key and its colon; also a full-width one, or one that a value follows without a space. */
function keyAt(text: string, from: number, end: number): { readonly name: string; readonly colon: number } | undefined {
  const quote = text[from];
  if (quote === '"' || quote === "'") {
    const close = closing(text, from + 1, end, quote);
    const colon = close === undefined ? end : skipGap(text, close + 1, end);
    return colon < end && /[:：]/.test(text[colon] as string) ? { name: text.slice(from + 1, close), colon } : undefined;
  }
  let isWord = true;
  for (let at = from; at < end; at++) {
    const char = text[at] as string;
    if (char === "#" && isGap(text[at - 1])) return undefined;
    if (isGap(char)) isWord = false;
    const isKey =
      char === ":" ? isGapAt(text, at + 1, end) || (isWord && /[^:/]/.test(text[at + 1] ?? "")) : char === "：" && isWord;
    if (isKey) return { name: text.slice(from, at).trimEnd(), colon: at };
  }
  return undefined;
}

/** Whether a key in brackets ends here. */
function isColon(text: string, at: number, end: number): boolean {
  return text[at] === "：" || (text[at] === ":" && (at + 1 >= end || text[at + 1] !== "/"));
}

/** A key without its quotation marks. */
function unquoted(text: string): string {
  return /^(["']).*\1$/.test(text) ? text.slice(1, -1) : text;
}
