import type { Lines } from "../../core/yaml/lines.ts";
import type { Span } from "../../core/yaml/node.ts";
import { parseSource } from "../../core/yaml/parse.ts";
import type { Source } from "../../core/yaml/source.ts";
import { applyEdits, type Edit } from "../edits/edit.ts";
import { type LexerToken, nesting, tokensOf } from "./tokens.ts";
import { isReadable, saysTheSame } from "./verify.ts";

/** Columns between a block and what it holds. */
const STEP = 2;
/** A flow collection of several lines becomes one line if that is no longer than this. */
const WIDEST = 100;
/** Behind these a value is still to come. */
const PROPERTIES = ["anchor", "tag"];

/**
 * The edits that give a text its usual form. They change white space only: indentation, the space around `:`, `-` and within flow
 * collections, empty lines beyond one, space at the end of a line, the end of the text. Each is as small as it can be. A document
 * with a problem keeps its form; so does a text that would say something else, or would not come to rest.
 */
export function formatEdits(source: Source): Edit[] {
  const edits = layOut(source);
  if (edits.length === 0) return [];
  const result = parseSource(applyEdits(source.text, edits));
  return saysTheSame(source, result) && layOut(result).length === 0 ? edits : [];
}

/** Of the edits that format a text those of the lines that a span touches, and of the lines beside them that change as well. */
export function rangeEdits(source: Source, span: Span): Edit[] {
  const { lines, text } = source;
  const first = lines.position(span.start).line;
  const end = lines.position(span.end);
  // a selection of whole lines ends before the first character of the next
  const last = end.character === 0 && end.line > first ? end.line - 1 : end.line;
  const edits = hunksOf(layOut(source), lines)
    .filter((hunk) => hunk.first <= last && hunk.last >= first)
    .flatMap((hunk) => hunk.edits);
  return edits.length > 0 && saysTheSame(source, parseSource(applyEdits(text, edits))) ? edits : [];
}

interface Hunk {
  readonly edits: Edit[];
  readonly first: number;
  last: number;
}

/** The edits by runs of lines that all change. */
function hunksOf(edits: readonly Edit[], lines: Lines): Hunk[] {
  const hunks: Hunk[] = [];
  for (const edit of edits) {
    const first = lines.position(edit.span.start).line;
    const last = lines.position(edit.span.end).line;
    const hunk = hunks.at(-1);
    if (hunk && first <= hunk.last + 1) {
      hunk.edits.push(edit);
      hunk.last = last;
    } else hunks.push({ edits: [edit], first, last });
  }
  return hunks;
}

/** What changes in the documents that have no problem, in the order of the text. */
function layOut(source: Source): Edit[] {
  if (!isReadable(source) || source.documents.every(({ problems }) => problems.length > 0)) return [];
  const problems = source.documents.flatMap(({ problems }) => problems);
  const parts = new Layout(source).parts;
  return parts
    .filter(({ isKept, start }, index) => {
      const end = parts[index + 1]?.start ?? source.text.length + 1;
      return !isKept && !problems.some(({ span }) => span.start >= start && span.start < end);
    })
    .flatMap(({ edits }) => edits)
    .sort((a, b) => a.span.start - b.span.start);
}

/** The part of a text that one document takes up. */
interface LogicalLine {
  readonly start: number;
  readonly edits: Edit[];
  /** Whether it is left as it is: it holds what is not known here. */
  isKept: boolean;
}

/** A block that is open: the column at which its lines begin, and the one at which they are to begin. */
interface Level {
  readonly column: number;
  readonly target: number;
  readonly isList: boolean;
}

/** Goes through the tokens of a text, and says what is to stand between them. */
class Layout {
  readonly parts: LogicalLine[] = [];
  readonly #text: string;
  readonly #lines: Lines;
  readonly #tokens: readonly LexerToken[];
  /** The first character that is no byte order mark. */
  readonly #start: number;
  /** Outermost first. */
  #levels: Level[] = [];
  /** Comments with lines of their own, whose place depends on what follows. */
  #comments: { readonly token: LexerToken; readonly from: number }[] = [];
  /** The columns of comments by line. */
  readonly #commentColumns = new Map<number, number>();
  /** The columns at which comments behind values are to begin, and those that go on with them in their columns; by offset. */
  readonly #aligned = new Map<number, number>();
  /** The last token of the flow collection that is being read, and whether that becomes one line. */
  #flow = { end: -1, isOneLine: false };
  /** By how much the value being read moves to the right. */
  #delta = 0;
  /** By how much the line has become longer so far. */
  #growth = 0;

  constructor({ text, lines }: Source) {
    this.#text = text;
    this.#lines = lines;
    this.#start = text.startsWith("\ufeff") ? 1 : 0;
    this.#tokens = tokensOf(text);
    this.#open(0);
    for (const token of this.#tokens) {
      if (token.kind === "comment") this.#commentColumns.set(lines.position(token.start).line, this.#column(token.start));
    }
    for (const [index, token] of this.#tokens.entries()) this.#read(token, index);
    this.#placeComments(-1, 0, this.#levels);
    const last = this.#tokens.at(-1);
    // what a block scalar ends with belongs to it
    if (last && last.kind !== "block-scalar") {
      this.#put(last.end, text.length, /\r?\n/.exec(text.slice(last.end))?.[0] ?? (text.includes("\r\n") ? "\r\n" : "\n"));
    }
  }

  #read(token: LexerToken, index: number): void {
    const before = this.#tokens[index - 1];
    const from = before?.end ?? this.#start;
    const gap = this.#text.slice(from, token.start);
    const isInItem =
      before?.kind === "seq-item-ind" && token.kind !== "comment" && this.#column(token.start) > this.#column(before.start);
    const isFirst = !isInItem && (before === undefined || before.kind === "block-scalar" || gap.includes("\n"));
    if (token.kind === "block-scalar") {
      this.#put(from, token.start, gap.trimStart() || (/\r?\n/.exec(gap)?.[0] ?? ""));
      this.#readBlockScalar(token, index);
      return;
    }
    if (index <= this.#flow.end) this.#readInFlow(token, before, from, gap);
    else if (isFirst) this.#readFirst(token, index, from, gap);
    else {
      this.#space(token, before, from, gap);
      if (isInItem) this.#growth = this.#delta = this.#enter(token, index) - this.#column(token.start);
    }
    if (index > this.#flow.end && nesting(token) > 0) this.#openFlow(index);
    if (token.kind.endsWith("scalar")) this.#continue(token);
  }

  /** The first token of a line, outside of a flow collection. */
  #readFirst(token: LexerToken, index: number, from: number, gap: string): void {
    const column = this.#column(token.start);
    switch (token.kind) {
      case "comment":
        this.#comments.push({ token, from });
        this.#align(token, this.#tokens[index - 1]);
        return;
      case "doc-start":
      case "doc-end":
      case "directive-line":
        this.#placeComments(-1, 0, this.#levels);
        this.#levels = [];
        this.#delta = 0;
        this.#growth = 0;
        this.#put(from, token.start, this.#lineEnds(from, gap));
        this.#open(token.start);
        return;
      case "explicit-key-ind":
      case "map-value-ind":
        this.#part.isKept = true;
        return;
    }
    const levels = this.#comments.length > 0 ? [...this.#levels] : [];
    const target = this.#enter(token, index);
    this.#placeComments(column, target, levels);
    this.#put(from, token.start, this.#lineEnds(from, gap) + " ".repeat(target));
    this.#delta = target - column;
    this.#growth = this.#delta;
  }

  /** The column at which a block's line, or what follows a dash, is to begin. */
  #enter(token: LexerToken, index: number): number {
    const column = this.#column(token.start);
    const isList = token.kind === "seq-item-ind";
    for (let top = this.#levels.at(-1); top; top = this.#levels.at(-1)) {
      // a list may stand in the column of its key; then the next key ends it
      if (top.column < column || (top.column === column && (isList || !top.isList))) break;
      this.#levels.pop();
    }
    const top = this.#levels.at(-1);
    if (top && top.column === column && top.isList === isList) return top.target;
    const target = top ? top.target + STEP : 0;
    if (isList || this.#isKey(index)) this.#levels.push({ column, target, isList });
    return target;
  }

  /** Whether a key begins with a token: an anchor or a tag may stand before it, and it ends on its line. */
  #isKey(index: number): boolean {
    for (let at = index; ; at++) {
      const token = this.#tokens[at] as LexerToken;
      const next = this.#tokens[(nesting(token) > 0 ? this.#endOfFlow(at) : at) + 1];
      if (!next || this.#text.slice(token.start, next.start).includes("\n")) return false;
      if (next.kind === "map-value-ind") return true;
      if (!PROPERTIES.includes(token.kind)) return false;
    }
  }

  #readInFlow(token: LexerToken, before: LexerToken | undefined, from: number, gap: string): void {
    if (this.#flow.isOneLine || !gap.includes("\n")) {
      this.#space(token, before, from, gap);
      return;
    }
    const column = this.#column(token.start);
    const target = Math.max(this.#least, column + this.#delta);
    this.#put(from, token.start, this.#lineEnds(from, gap) + " ".repeat(target));
    this.#growth = target - column;
  }

  #openFlow(index: number): void {
    const start = (this.#tokens[index] as LexerToken).start;
    const end = this.#endOfFlow(index);
    const tokens = this.#tokens.slice(index, end + 1);
    const closing = tokens.at(-1) as LexerToken;
    const isOneLine = !this.#text.slice(start, closing.end).includes("\n");
    this.#flow = { end, isOneLine: isOneLine || this.#fitsOneLine(tokens) };
    if (this.#flow.isOneLine && !isOneLine) this.#growth = 0;
  }

  #fitsOneLine(tokens: readonly LexerToken[]): boolean {
    let width = this.#column((tokens[0] as LexerToken).start) + this.#growth;
    for (const [index, token] of tokens.entries()) {
      const before = tokens[index - 1];
      const word = this.#text.slice(token.start, token.end);
      if (token.kind === "comment" || word.includes("\n")) return false;
      width += word.length + (before ? between(before, token, before.end < token.start).length : 0);
    }
    return width <= WIDEST;
  }

  /** The index of the token that closes what another opens; the last where nothing does. */
  #endOfFlow(index: number): number {
    let depth = 0;
    for (let at = index; at < this.#tokens.length; at++) {
      depth += nesting(this.#tokens[at] as LexerToken);
      if (depth === 0) return at;
    }
    return this.#tokens.length - 1;
  }

  /** What stands between two tokens of a line. */
  #space(token: LexerToken, before: LexerToken | undefined, from: number, gap: string): void {
    // right behind a dash begins what the item holds, a comment of it as well
    const isBehindValue = token.kind === "comment" && before?.kind !== "seq-item-ind";
    const space = isBehindValue ? this.#beforeComment(token, gap) : before ? between(before, token, gap !== "") : "";
    this.#put(from, token.start, space);
    if (!gap.includes("\n")) this.#growth += space.length - gap.length;
    if (isBehindValue) this.#aligned.set(token.start, this.#column(token.start) + this.#growth);
  }

  /** An aligned comment stays in its column if there is room. */
  #beforeComment({ start }: LexerToken, gap: string): string {
    if (gap.includes("\t")) return gap;
    const { line } = this.#lines.position(start);
    const isAligned =
      gap.length > 1 || [line - 1, line + 1].some((near) => this.#commentColumns.get(near) === this.#column(start));
    return " ".repeat(isAligned ? Math.max(1, gap.length - this.#growth) : 1);
  }

  /** Keeps a comment below one that stands behind a value, if it begins in the same column. */
  #align({ start }: LexerToken, before: LexerToken | undefined): void {
    const column = before && this.#aligned.get(before.start);
    if (!before || column === undefined || this.#column(before.start) !== this.#column(start)) return;
    const isNext = this.#lines.position(before.start).line === this.#lines.position(start).line - 1;
    if (isNext) this.#aligned.set(start, column);
  }

  /** Puts the waiting comments where what follows begins, or where the block goes on that they stand in. */
  #placeComments(column: number, target: number, levels: readonly Level[]): void {
    for (const { token, from } of this.#comments) {
      const own = this.#column(token.start);
      const inner = levels.findLast((level) => level.column > column && level.column <= own);
      // a list in the column of its key is no place of its own
      const level = levels.find((level) => level.column === inner?.column);
      const indent = this.#aligned.get(token.start) ?? level?.target ?? target;
      this.#put(from, token.start, this.#lineEnds(from, this.#text.slice(from, token.start)) + " ".repeat(indent));
    }
    this.#comments = [];
  }

  /** Moves the further lines of a scalar with its first; where they begin says nothing. */
  #continue({ start, end }: LexerToken): void {
    for (const match of this.#text.slice(start, end).matchAll(/(?<=\n) *(?![ \t\r\n])/g)) {
      const column = match[0].length;
      const target = Math.max(this.#least, column + this.#delta);
      this.#put(start + match.index, start + match.index + column, " ".repeat(target));
      this.#growth = target - column;
    }
  }

  /** Indents the lines of a block scalar one step, or moves them where the header counts their columns. */
  #readBlockScalar({ start, end }: LexerToken, index: number): void {
    const level = this.#levels.at(-1);
    const content = this.#text.slice(start, end);
    const indent = /^ *(?=[^ \r\n])/m.exec(content)?.[0].length;
    if (!level || indent === undefined) return;
    const before = this.#tokens[index - 1];
    const header = before?.kind === "comment" ? this.#tokens[index - 2] : before;
    const isCounted = /\d/.test(this.#text.slice(header?.start, header?.end));
    const delta = isCounted ? level.target - level.column : level.target + STEP - indent;
    for (const match of content.matchAll(/^ +/gm)) {
      const isBlank = /^\r?(\n|$)/.test(content.slice(match.index + match[0].length, match.index + match[0].length + 2));
      const column = match[0].length;
      const target = isBlank && !isCounted && column <= indent ? 0 : Math.max(0, column + delta);
      this.#put(start + match.index, start + match.index + column, " ".repeat(target));
    }
  }

  /** The line ends that stay before a line: at most one empty line, none at the start of the text. */
  #lineEnds(from: number, gap: string): string {
    if (from === this.#start) return "";
    const most = this.#text[from - 1] === "\n" ? 1 : 2;
    return (gap.match(/\r?\n/g) ?? []).slice(0, most).join("");
  }

  /** The column at which the further lines of a value may begin. */
  get #least(): number {
    const level = this.#levels.at(-1);
    return level ? level.target + STEP : 0;
  }

  #column(offset: number): number {
    const { line, character } = this.#lines.position(offset);
    return line === 0 ? character - this.#start : character;
  }

  get #part(): LogicalLine {
    return this.parts.at(-1) as LogicalLine;
  }

  #open(start: number): void {
    this.parts.push({ start, edits: [], isKept: false });
  }

  #put(start: number, end: number, space: string): void {
    const former = this.#text.slice(start, end);
    if (former === space) return;
    let head = 0;
    while (head < former.length && former[head] === space[head]) head++;
    let tail = 0;
    while (tail < Math.min(former.length, space.length) - head && former.at(-1 - tail) === space.at(-1 - tail)) tail++;
    this.#part.edits.push({ span: { start: start + head, end: end - tail }, text: space.slice(head, space.length - tail) });
  }
}

/** The space between two tokens of a line, given whether there is any. */
function between(before: LexerToken, token: LexerToken, isSpaced: boolean): string {
  const asBefore = isSpaced ? " " : "";
  // a name takes up what follows it
  if (["alias", "anchor", "tag"].includes(before.kind)) return asBefore;
  if (before.kind === "map-value-ind") return token.kind === "comma" || nesting(token) < 0 ? asBefore : " ";
  if (nesting(before) > 0 || nesting(token) < 0 || token.kind === "comma" || token.kind === "map-value-ind") return "";
  return before.kind === "comma" ? " " : asBefore;
}

/**
 * The indentation of a line that was just begun, white space up to now, from the line above: deeper behind a key with nothing
 * behind it, else where the keys or the dashes of its block stand. None where that line does not tell, or inside of a value.
 */
export function onTypeEdits({ text, lines }: Source, offset: number): Edit[] {
  const { line } = lines.position(offset);
  const start = lines.start(line);
  const white = lines.text(line);
  if (line === 0 || /[^ \t]/.test(white)) return [];
  const column = columnAfter(text.slice(0, start), lines.start(line - 1), text.slice(start));
  if (column === undefined || white === " ".repeat(column)) return [];
  return [{ span: { start, end: start + white.length }, text: " ".repeat(column) }];
}

function columnAfter(text: string, lineStart: number, rest: string): number | undefined {
  let depth = 0;
  const all = tokensOf(text).map((token) => {
    const isInFlow = depth > 0;
    depth += nesting(token);
    return { ...token, isInFlow };
  });
  const tokens = all.filter(({ start, kind }) => start >= lineStart && kind !== "comment");
  const [first] = tokens;
  const last = tokens.at(-1);
  if (!first || !last || first.isInFlow || depth > 0) return undefined;
  // a line that begins within a scalar, or is not over
  if (/[^ \ufeff]/.test(text.slice(lineStart, first.start)) || all.some(({ start, end }) => start < lineStart && end > lineStart))
    return undefined;
  if (last.kind.startsWith("block-scalar") || text.slice(last.start, last.end).includes("\n")) return undefined;
  const columnOf = (token: LexerToken) => text.slice(lineStart, token.start).replace("\ufeff", "").length;
  const at = tokens.findIndex(({ kind }) => kind !== "seq-item-ind");
  const content = tokens[at];
  if (!content) return undefined;
  const dash = tokens[at - 1];
  const colon = tokens.findIndex(({ kind, isInFlow }, index) => index > at && kind === "map-value-ind" && !isInFlow);
  if (colon < 0) return dash && columnOf(dash);
  const key = columnOf(content);
  if (!tokens.slice(colon + 1).every(({ kind }) => PROPERTIES.includes(kind))) return key;
  const below = /^(?:[^\S\n]*\n)*( *)(?=[^\s#])/.exec(rest)?.[1]?.length ?? 0;
  return below > key ? below : key + STEP;
}
