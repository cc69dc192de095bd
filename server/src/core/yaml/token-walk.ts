import { hasAlike } from "../text/white-space.ts";
import { type IndentReading, OpenBlocks } from "./open-blocks.ts";
import { type LexerToken, tokensOf } from "./tokens.ts";

/** The last tokens of values. */
const VALUES = [
  "scalar",
  "single-quoted-scalar",
  "double-quoted-scalar",
  "block-scalar",
  "alias",
  "flow-map-end",
  "flow-seq-end",
];
/** The last tokens of lines below which a deeper line may follow. */
const OPENERS = [
  "map-value-ind",
  "seq-item-ind",
  "explicit-key-ind",
  "anchor",
  "tag",
  "block-scalar-header",
  "doc-start",
  "doc-end",
];
/** Tokens that belong to no block. */
const OUTSIDE = ["comment", "directive-line", "doc-start", "doc-end"];

/** Walks the tokens of a text, and knows the line, the blocks and the brackets in which a token stands. */
export class TokenWalk {
  readonly text: string;
  readonly tokens: readonly LexerToken[];
  readonly blocks: OpenBlocks;
  /** The kinds of the brackets that are open. */
  brackets: string[] = [];
  /** The start of the token's line, behind a byte order mark. */
  lineStart: number;
  /** How many columns further right the rest of the line is to be read. */
  shift = 0;
  /** The token's index. */
  #index = -1;
  /** Whether the token is in the column of an open block. */
  #isSibling = false;

  constructor(text: string, reading: IndentReading) {
    this.text = text;
    this.tokens = tokensOf(text);
    this.blocks = new OpenBlocks(reading);
    this.lineStart = text.startsWith("\ufeff") ? 1 : 0;
  }

  /** Goes to the next token; undefined behind the last. */
  next(): LexerToken | undefined {
    this.#index++;
    const { token } = this;
    if (!token) return undefined;
    const from = this.before?.start ?? this.lineStart;
    const lineBreak = this.text.slice(from, token.start).lastIndexOf("\n");
    if (lineBreak >= 0) {
      this.lineStart = from + lineBreak + 1;
      this.shift = 0;
    }
    this.#enter(token);
    return token;
  }

  get token(): LexerToken | undefined {
    return this.tokens[this.#index];
  }

  get before(): LexerToken | undefined {
    return this.tokens[this.#index - 1];
  }

  /** Whether a colon follows the token. */
  get isKey(): boolean {
    return this.tokens[this.#index + 1]?.kind === "map-value-ind";
  }

  get isFirstOfLine(): boolean {
    return (this.before?.end ?? 0) <= this.lineStart;
  }

  get column(): number {
    return (this.token?.start ?? 0) - this.lineStart + this.shift;
  }

  /** Whether nothing but a key may begin at the token. */
  get isKeyPlace(): boolean {
    if (this.brackets.length > 0) {
      return this.brackets.at(-1) === "flow-map-start" && /^(?:flow-map-start|comma)$/.test(this.before?.kind ?? "");
    }
    if (!this.isFirstOfLine) return false;
    // a document holds nothing but keys; behind a value or before another line of the block, none begins
    const isBehindValue = VALUES.includes(this.#contentBefore()?.kind ?? "");
    return this.#isSibling || this.column === 0 || isBehindValue || this.#columnBelow() === this.column;
  }

  /** The likely columns of the token's line if it begins a block; none if the line above opens none. */
  firstColumns(): number[] {
    const above = this.#contentBefore();
    return !above || OPENERS.includes(above.kind) ? this.blocks.firstColumns(this.#columnBelow()) : [];
  }

  #enter({ kind, start }: LexerToken): void {
    if (kind === "doc-start" || kind === "doc-end") {
      this.blocks.clear();
      this.brackets = [];
    }
    if (kind === "flow-map-end" || kind === "flow-seq-end") this.brackets.pop();
    this.#isSibling = false;
    const isIndented = !hasAlike(this.text.charAt(start));
    if (this.brackets.length === 0 && isIndented && !OUTSIDE.includes(kind)) {
      if (this.isFirstOfLine) this.#isSibling = this.blocks.enter(this.column, this.text.slice(this.lineStart, start));
      else if (this.before?.kind === "seq-item-ind") this.blocks.enter(this.column, "");
    }
    if (kind === "flow-map-start" || kind === "flow-seq-start") this.brackets.push(kind);
  }

  /** The last token before this one that is no comment. */
  #contentBefore(): LexerToken | undefined {
    let at = this.#index - 1;
    while (this.tokens[at]?.kind === "comment") at--;
    return this.tokens[at];
  }

  /** The column of the next line with content; undefined if look-alikes indent it. */
  #columnBelow(): number | undefined {
    for (let at = this.#index + 1; at < this.tokens.length; at++) {
      const { kind, start } = this.tokens[at] as LexerToken;
      const before = this.tokens[at - 1] as LexerToken;
      const lineStart = before.start + this.text.slice(before.start, start).lastIndexOf("\n") + 1;
      if (kind === "comment" || lineStart < before.end) continue;
      return hasAlike(this.text.charAt(start)) ? undefined : start - lineStart;
    }
    return undefined;
  }
}
