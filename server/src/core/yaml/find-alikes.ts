import { ALIKE, alikeRuns, firstAlike, hasAlike, trimBlanksEnd, widthOf } from "../text/white-space.ts";
import { isMarker, isSeparator } from "./alike-separators.ts";
import type { Span } from "./node.ts";
import type { IndentReading } from "./open-blocks.ts";
import type { Replacement } from "./problem.ts";
import { TokenWalk } from "./token-walk.ts";
import type { LexerToken } from "./tokens.ts";

/** Look-alikes of spaces that stand where YAML needs a space, or nothing. */
export interface AlikeSlip {
  /** From the first look-alike on. */
  readonly span: Span;
  /** What makes the text readable; never shorter than what it replaces. */
  readonly patch: Replacement;
  /** What should have been written. */
  readonly mend: Replacement;
  /** Whether it indents a line. */
  readonly isIndent: boolean;
  /** Whether the line fits nowhere, so that its column is a guess. */
  readonly isGuess: boolean;
}

/** Tokens without white space: a look-alike ends them. */
const WORDS = ["anchor", "alias", "block-scalar-header", "directive-line"];
/** A line that is a comment, an item or a key, even one whose colon is full-width or has no space behind it, and no more of a text. */
const NO_TEXT = new RegExp(`^#|^-[ \\t${ALIKE}]|:(?:[ \\t\\r${ALIKE}]|$)|^[^ \\t${ALIKE}:：]+[：:](?!//)`);
const DASHES = new RegExp(`^(?:-[ \\t${ALIKE}]+)+`);

/**
 * Finds the look-alikes around what YAML reads: it takes them for letters, so they are at the edges of words. Some come to light
 * only when the text is patched and looked at again.
 */
export function findAlikes(text: string): readonly AlikeSlip[] {
  const asItLooks = new AlikeFinder(text, "looks").find();
  if (asItLooks.misfits + asItLooks.oddities === 0) return asItLooks.slips;
  const byCharacters = new AlikeFinder(text, "characters").find();
  const comparison = byCharacters.misfits - asItLooks.misfits || byCharacters.oddities - asItLooks.oddities;
  return (comparison < 0 ? byCharacters : asItLooks).slips;
}

class AlikeFinder {
  readonly #text: string;
  readonly #walk: TokenWalk;
  readonly #slips: AlikeSlip[] = [];
  /** The least column of the text that lines go on with, and where the line below them begins. */
  #lines: { readonly column: number; readonly nextLine: number } | undefined;

  constructor(text: string, reading: IndentReading) {
    this.#text = text;
    this.#walk = new TokenWalk(text, reading);
  }

  find(): { readonly slips: readonly AlikeSlip[]; readonly misfits: number; readonly oddities: number } {
    for (let token = this.#walk.next(); token; token = this.#walk.next()) {
      if (token.kind === "scalar") this.#findInPlain(token);
      else if (WORDS.includes(token.kind)) this.#findInWord(token);
    }
    const { misfits, oddities } = this.#walk.blocks;
    return { slips: this.#slips, misfits, oddities };
  }

  #findInWord({ start, end }: LexerToken): void {
    for (const run of alikeRuns(this.#text.slice(start, end))) this.#mask(start + run.start, start + run.end);
  }

  #findInPlain({ start, end }: LexerToken): void {
    const scalar = this.#text.slice(start, end);
    if (!hasAlike(scalar)) return;
    const contentEnd = trimBlanksEnd(scalar).length;
    const { isFirstOfLine, isKey } = this.#walk;
    const isLed = hasAlike(scalar.charAt(0));
    // a key of several lines is none: these are lines of their own
    const areLines = isLed ? isFirstOfLine : isKey;
    let commentEnd = 0;
    for (const run of alikeRuns(scalar)) {
      if (run.start < commentEnd) continue;
      const beginsLine = run.start === 0 ? isFirstOfLine : areLines && scalar[run.start - 1] === "\n";
      if (beginsLine && run.start < contentEnd) this.#indent(start, run);
      else if (run.start === 0 || run.start >= contentEnd || (!isLed && isSeparator(scalar, run, this.#walk))) {
        this.#mask(start + run.start, start + run.end);
        if (scalar[run.end] === "#") commentEnd = lineEnd(scalar, run.end);
      }
    }
  }

  /** Indents a line of a scalar, which begins at an offset; `run` is the line's indentation. */
  #indent(offset: number, run: Span): void {
    const { blocks, brackets } = this.#walk;
    const lineStart = run.start === 0 ? this.#walk.lineStart : offset + run.start;
    const end = offset + run.end;
    const written = this.#text.slice(lineStart, end);
    const rest = this.#text.slice(end, lineEnd(this.#text, end));
    const { misfits } = blocks;
    const firstColumns = run.start === 0 ? this.#walk.firstColumns() : this.#firstColumnsWithin(lineStart);
    const isInBrackets = brackets.length > 0;
    const mayGoOn = !isInBrackets && firstColumns.length === 0;
    const textColumn = mayGoOn ? this.#textColumn(lineStart, written, rest) : undefined;
    const column = isMarker(rest)
      ? 0
      : (textColumn ?? (isInBrackets ? widthOf(written) : blocks.columnOf(written, firstColumns)));
    if (!isInBrackets && textColumn === undefined && !rest.startsWith("#")) {
      blocks.enter(column, written);
      const dashes = DASHES.exec(rest)?.[0] ?? "";
      if (dashes !== "") blocks.enter(column + dashes.length, "");
    }
    const isGuess = blocks.misfits > misfits;
    const shift = column - written.length;
    this.#walk.shift = shift;
    // every offset must keep its place: where a line gets shorter, empty lines before it take up the rest
    const patch = "\n".repeat(Math.max(0, -shift)) + " ".repeat(column);
    this.#add({ start: lineStart, end }, patch, " ".repeat(column), { isIndent: true, isGuess });
  }

  /** The column of a line that belongs to the text above it; undefined for one that is a key or an item. */
  #textColumn(lineStart: number, written: string, rest: string): number | undefined {
    const { blocks } = this.#walk;
    const columns = [widthOf(written), written.length].sort((a, b) => a - b);
    if (Math.max(...columns) <= blocks.column || blocks.has(written)) return undefined;
    const least = lineStart === this.#lines?.nextLine ? this.#lines?.column : this.#columnOfText(lineStart, rest);
    if (least === undefined) return undefined;
    const nextLine = lineStart + written.length + rest.length + 1;
    this.#lines = { column: least, nextLine };
    return columns.find((column) => column >= least) ?? least;
  }

  /** The least column of a line that goes on with the text above it. */
  #columnOfText(lineStart: number, rest: string): number | undefined {
    const { before, blocks } = this.#walk;
    if (lineStart !== this.#walk.lineStart || !before) return undefined;
    if (before.kind === "block-scalar") return /^(?:[ \t\r]*\n)*( *)/.exec(this.#text.slice(before.start))?.[1]?.length;
    return before.kind === "scalar" && !NO_TEXT.test(rest) ? blocks.column + 1 : undefined;
  }

  /** The likely columns of a line below another one of the same scalar. */
  #firstColumnsWithin(lineStart: number): number[] {
    const above = this.#text.slice(this.#text.lastIndexOf("\n", lineStart - 2) + 1, lineStart);
    return trimBlanksEnd(above).endsWith(":") ? this.#walk.blocks.firstColumns(undefined) : [];
  }

  /** Replaces a run by spaces. A mend leaves one, unless there is one already or none is needed, or the next line is in line with it. */
  #mask(start: number, end: number): void {
    const isInBlock = this.#walk.brackets.length === 0;
    if (isInBlock && /^[ -]*-[ \t]*$/.test(this.#text.slice(this.#walk.lineStart, start)) && this.#isAboveKey(end)) {
      this.#add({ start, end }, " ".repeat(end - start), " ".repeat(end - start));
      return;
    }
    const [left = "\n", right = "\n"] = [this.#text[start - 1], this.#text[end]];
    const isSuperfluous = /[ \t\r\n]/.test(left) || (/[[{]/.test(left) && right !== "#") || /[ \t\r\n:,\]}]/.test(right);
    this.#add({ start, end }, " ".repeat(end - start), isSuperfluous ? "" : " ");
  }

  /** Whether the next line begins in the column of an offset. */
  #isAboveKey(offset: number): boolean {
    const nextLine = lineEnd(this.#text, offset) + 1;
    const below = nextLine + offset - this.#walk.lineStart;
    return /^ *$/.test(this.#text.slice(nextLine, below)) && /[^ \t\r\n#-]/.test(this.#text.charAt(below));
  }

  #add(span: Span, patch: string, mend: string, { isIndent = false, isGuess = false } = {}): void {
    const lead = firstAlike(this.#text.slice(span.start, span.end));
    this.#slips.push({
      span: { start: span.start + lead, end: span.end },
      patch: { span, text: patch },
      mend: { span, text: mend },
      isIndent,
      isGuess,
    });
  }
}

/** The offset of the end of the line that an offset is in. */
function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}
