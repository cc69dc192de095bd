import type { Lines } from "../../core/yaml/lines.ts";
import type { Source } from "../../core/yaml/source.ts";
import { type LexerToken, tokensOf } from "../../core/yaml/tokens.ts";
import { type Edit, withoutCommonEnds } from "../edits/edit.ts";
import { INDENT_WIDTH, type Level, Levels } from "./levels.ts";
import { spaceBetween, widthOnOneLine } from "./spacing.ts";
import { beginsKey, endOfFlow, nesting } from "./tokens.ts";

/** A flow collection of several lines becomes one line if it ends within this many columns. */
const MAX_FLOW_COLUMNS = 100;

/** The part of a text that one document takes up, and the edits that format it. */
export interface DocumentPart {
  readonly start: number;
  readonly edits: readonly Edit[];
  /** Whether it holds a construct that the formatter does not handle (explicit keys); then it stays unchanged. */
  readonly isKept: boolean;
}

/** The formatting edits of a text, by document. The text may be broken; the caller leaves such documents out. */
export function layOut(source: Source): readonly DocumentPart[] {
  return new Layout(source).parts;
}

interface OpenPart extends DocumentPart {
  readonly edits: Edit[];
  isKept: boolean;
}

/** Walks the tokens of a text once and decides the white space between each two. */
class Layout {
  readonly parts: OpenPart[] = [];
  readonly #text: string;
  readonly #lines: Lines;
  readonly #tokens: readonly LexerToken[];
  /** The offset after the byte order mark. */
  readonly #start: number;
  readonly #levels = new Levels();
  /** Comments on lines of their own: their indentation depends on what follows. */
  #pendingComments: { readonly token: LexerToken; readonly from: number }[] = [];
  /** The columns of comments, by line. */
  readonly #commentColumns = new Map<number, number>();
  /** The new columns of comments behind values and of the comments that continue them on the next lines, by offset. */
  readonly #alignedColumns = new Map<number, number>();
  /** The index of the last token of the flow collection being read, and whether the collection becomes one line. */
  #flow = { end: -1, isOneLine: false };
  /** How many columns the value being read moves to the right. */
  #shift = 0;
  /** How many columns the line has grown so far. */
  #growth = 0;

  constructor({ text, lines }: Source) {
    this.#text = text;
    this.#lines = lines;
    this.#start = text.startsWith("\ufeff") ? 1 : 0;
    this.#tokens = tokensOf(text);
    this.#openPart(0);
    for (const token of this.#tokens) {
      if (token.kind === "comment") this.#commentColumns.set(lines.position(token.start).line, this.#column(token.start));
    }
    for (const [index, token] of this.#tokens.entries()) this.#read(token, index);
    this.#placeComments(-1, 0, this.#levels.snapshot());
    const last = this.#tokens.at(-1);
    // the line ends after a block scalar are part of its value
    if (last && last.kind !== "block-scalar") {
      this.#replace(last.end, text.length, /\r?\n/.exec(text.slice(last.end))?.[0] ?? (text.includes("\r\n") ? "\r\n" : "\n"));
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
      this.#replace(from, token.start, gap.trimStart() || (/\r?\n/.exec(gap)?.[0] ?? ""));
      this.#readBlockScalar(token, index);
      return;
    }
    if (index <= this.#flow.end) this.#readInFlow(token, before, from, gap);
    else if (isFirst) this.#readFirst(token, index, from, gap);
    else {
      this.#readOnLine(token, before, from, gap);
      if (isInItem) this.#growth = this.#shift = this.#enter(token, index) - this.#column(token.start);
    }
    if (index > this.#flow.end && nesting(token) > 0) this.#openFlow(index);
    if (token.kind.endsWith("scalar")) this.#moveContinuationLines(token);
  }

  /** The first token of a line, outside flow collections. */
  #readFirst(token: LexerToken, index: number, from: number, gap: string): void {
    const column = this.#column(token.start);
    switch (token.kind) {
      case "comment":
        this.#pendingComments.push({ token, from });
        this.#alignWithCommentAbove(token, this.#tokens[index - 1]);
        return;
      case "doc-start":
      case "doc-end":
      case "directive-line":
        this.#placeComments(-1, 0, this.#levels.snapshot());
        this.#levels.clear();
        this.#shift = 0;
        this.#growth = 0;
        this.#replace(from, token.start, this.#lineEnds(from, gap));
        this.#openPart(token.start);
        return;
      case "explicit-key-ind":
      case "map-value-ind":
        this.#part.isKept = true;
        return;
    }
    const levels = this.#pendingComments.length > 0 ? this.#levels.snapshot() : [];
    const target = this.#enter(token, index);
    this.#placeComments(column, target, levels);
    this.#replace(from, token.start, this.#lineEnds(from, gap) + " ".repeat(target));
    this.#shift = target - column;
    this.#growth = this.#shift;
  }

  /** The column where a line of a block, or the content after a dash, belongs. */
  #enter(token: LexerToken, index: number): number {
    const isList = token.kind === "seq-item-ind";
    return this.#levels.enter(this.#column(token.start), isList, isList || beginsKey(this.#tokens, index, this.#text));
  }

  #readInFlow(token: LexerToken, before: LexerToken | undefined, from: number, gap: string): void {
    if (this.#flow.isOneLine || !gap.includes("\n")) {
      this.#readOnLine(token, before, from, gap);
      return;
    }
    const column = this.#column(token.start);
    const target = Math.max(this.#levels.continuation, column + this.#shift);
    this.#replace(from, token.start, this.#lineEnds(from, gap) + " ".repeat(target));
    this.#growth = target - column;
  }

  #openFlow(index: number): void {
    const start = (this.#tokens[index] as LexerToken).start;
    const end = endOfFlow(this.#tokens, index);
    const tokens = this.#tokens.slice(index, end + 1);
    const closing = tokens.at(-1) as LexerToken;
    const isOneLine = !this.#text.slice(start, closing.end).includes("\n");
    this.#flow = { end, isOneLine: isOneLine || this.#fitsOneLine(tokens, start) };
    if (this.#flow.isOneLine && !isOneLine) this.#growth = 0;
  }

  #fitsOneLine(tokens: readonly LexerToken[], start: number): boolean {
    const width = widthOnOneLine(tokens, this.#text);
    return width !== undefined && this.#column(start) + this.#growth + width <= MAX_FLOW_COLUMNS;
  }

  /** A token that follows another one on its line, or comes to do so. */
  #readOnLine(token: LexerToken, before: LexerToken | undefined, from: number, gap: string): void {
    // directly after a dash a comment is the content of the item
    const isBehindValue = token.kind === "comment" && before?.kind !== "seq-item-ind";
    const space = isBehindValue ? this.#spaceBeforeComment(token, gap) : before ? spaceBetween(before, token, gap !== "") : "";
    this.#replace(from, token.start, space);
    if (!gap.includes("\n")) this.#growth += space.length - gap.length;
    if (isBehindValue) this.#alignedColumns.set(token.start, this.#column(token.start) + this.#growth);
  }

  /** An aligned comment stays in its column if there is room. */
  #spaceBeforeComment({ start }: LexerToken, gap: string): string {
    if (gap.includes("\t")) return gap;
    const { line } = this.#lines.position(start);
    const isAligned =
      gap.length > 1 || [line - 1, line + 1].some((near) => this.#commentColumns.get(near) === this.#column(start));
    return " ".repeat(isAligned ? Math.max(1, gap.length - this.#growth) : 1);
  }

  /** Keeps a comment aligned with the comment behind a value on the line above, if both begin in the same column. */
  #alignWithCommentAbove({ start }: LexerToken, before: LexerToken | undefined): void {
    const column = before && this.#alignedColumns.get(before.start);
    if (!before || column === undefined || this.#column(before.start) !== this.#column(start)) return;
    const isNextLine = this.#lines.position(before.start).line === this.#lines.position(start).line - 1;
    if (isNextLine) this.#alignedColumns.set(start, column);
  }

  /**
   * Indents the pending comments as the line that follows them (now at `column`, moving to `target`), or as the deeper block that
   * they belong to; `levels` are the blocks that were open before that line.
   */
  #placeComments(column: number, target: number, levels: readonly Level[]): void {
    for (const { token, from } of this.#pendingComments) {
      const own = this.#column(token.start);
      const inner = levels.findLast((level) => level.column > column && level.column <= own);
      // a list in the column of its key shares the key's indentation
      const level = levels.find((level) => level.column === inner?.column);
      const indent = this.#alignedColumns.get(token.start) ?? level?.target ?? target;
      this.#replace(from, token.start, this.#lineEnds(from, this.#text.slice(from, token.start)) + " ".repeat(indent));
    }
    this.#pendingComments = [];
  }

  /** Moves the continuation lines of a scalar with its first line; their indentation is not part of the value. */
  #moveContinuationLines({ start, end }: LexerToken): void {
    for (const match of this.#text.slice(start, end).matchAll(/(?<=\n) *(?![ \t\r\n])/g)) {
      const column = match[0].length;
      const target = Math.max(this.#levels.continuation, column + this.#shift);
      this.#replace(start + match.index, start + match.index + column, " ".repeat(target));
      this.#growth = target - column;
    }
  }

  /** Indents a block scalar by one level; if its header states an indentation (`|2`), moves it with its block instead. */
  #readBlockScalar({ start, end }: LexerToken, index: number): void {
    const level = this.#levels.innermost;
    const content = this.#text.slice(start, end);
    const indent = /^ *(?=[^ \r\n])/m.exec(content)?.[0].length;
    if (!level || indent === undefined) return;
    const before = this.#tokens[index - 1];
    const header = before?.kind === "comment" ? this.#tokens[index - 2] : before;
    const hasStatedIndent = /\d/.test(this.#text.slice(header?.start, header?.end));
    const shift = hasStatedIndent ? level.target - level.column : level.target + INDENT_WIDTH - indent;
    for (const match of content.matchAll(/^ +/gm)) {
      const isBlank = /^\r?(\n|$)/.test(content.slice(match.index + match[0].length, match.index + match[0].length + 2));
      const column = match[0].length;
      const target = isBlank && !hasStatedIndent && column <= indent ? 0 : Math.max(0, column + shift);
      this.#replace(start + match.index, start + match.index + column, " ".repeat(target));
    }
  }

  /** The line ends to keep before a line: at most one empty line, and none at the start of the text. */
  #lineEnds(from: number, gap: string): string {
    if (from === this.#start) return "";
    const maxLineEnds = this.#text[from - 1] === "\n" ? 1 : 2;
    return (gap.match(/\r?\n/g) ?? []).slice(0, maxLineEnds).join("");
  }

  #column(offset: number): number {
    const { line, character } = this.#lines.position(offset);
    return line === 0 ? character - this.#start : character;
  }

  get #part(): OpenPart {
    return this.parts.at(-1) as OpenPart;
  }

  #openPart(start: number): void {
    this.parts.push({ start, edits: [], isKept: false });
  }

  /** Replaces the white space between two offsets. */
  #replace(start: number, end: number, space: string): void {
    if (this.#text.slice(start, end) === space) return;
    this.#part.edits.push(withoutCommonEnds(this.#text, { span: { start, end }, text: space }));
  }
}
