import type { Span } from "./node.ts";

/** A position as in LSP: a zero-based line, and UTF-16 code units from its start. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Converts between offsets and positions in one text. A line ends with LF, CRLF or CR, as in LSP. */
export class Lines {
  readonly #starts: number[] = [0];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    if (!text.includes("\r")) {
      // indexOf is many times faster, and hardly any text has a CR
      for (let lf = text.indexOf("\n"); lf >= 0; lf = text.indexOf("\n", lf + 1)) this.#starts.push(lf + 1);
      return;
    }
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) this.#starts.push(i + 1);
    }
  }

  get count(): number {
    return this.#starts.length;
  }

  /** The line's text without its line break. */
  text(line: number): string {
    return this.#text.slice(this.#starts[line], this.end(line));
  }

  /** The offset of a line's end, before its line break. */
  end(line: number): number {
    const next = this.#starts[line + 1];
    if (next === undefined) return this.#text.length;
    return this.#text[next - 1] === "\n" && this.#text[next - 2] === "\r" ? next - 2 : next - 1;
  }

  position(offset: number): Position {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] as number) <= offset) low = middle;
      else high = middle;
    }
    return { line: low, character: offset - (this.#starts[low] as number) };
  }

  /** The offset of a line's start. */
  start(line: number): number {
    return this.#starts[line] ?? (line < 0 ? 0 : this.#text.length);
  }

  /** The offset of a position, clamped to the end of its line; beyond the last line, to the end of the text. */
  offset({ line, character }: Position): number {
    if (this.#starts[line] === undefined) return this.start(line);
    return Math.max(this.start(line), Math.min(this.start(line) + character, this.end(line)));
  }

  range({ start, end }: Span): Range {
    return { start: this.position(start), end: this.position(end) };
  }
}
