/** A text being mended so that it can be parsed; every offset leads back to the text it was made from. */
export class Draft {
  text: string;
  /** Offsets, ascending, of the characters that the original does not have. */
  readonly #inserted: number[] = [];

  constructor(original: string) {
    // YAML knows no lone CR; an LF in its place keeps every offset
    this.text = original.includes("\r") ? original.replace(/\r(?!\n)/g, "\n") : original;
  }

  /** The offset in the original. */
  origin(offset: number): number {
    if (this.#inserted.length === 0) return offset;
    let inserted = 0;
    while (inserted < this.#inserted.length && (this.#inserted[inserted] as number) < offset) inserted++;
    return offset - inserted;
  }

  /** Blanks what stands there; line ends stay. */
  mask(start: number, end: number): void {
    this.#splice(start, end, this.text.slice(start, end).replace(/[^\r\n]/g, " "));
  }

  /** Puts `replacement`, no shorter than what it replaces, in place of it. */
  replace(start: number, end: number, replacement: string): void {
    const added = replacement.length - (end - start);
    this.#splice(start, end, replacement);
    for (let i = 0; i < this.#inserted.length; i++)
      if ((this.#inserted[i] as number) >= end) (this.#inserted[i] as number) += added;
    for (let i = 0; i < added; i++) this.#inserted.push(end + i);
    this.#inserted.sort((a, b) => a - b);
  }

  lineStart(offset: number): number {
    // a negative start would be taken for 0, where a line break may be
    return offset <= 0 ? 0 : this.text.lastIndexOf("\n", offset - 1) + 1;
  }

  /** The offset of the line's end, before CR and LF. */
  lineEnd(offset: number): number {
    const lf = this.text.indexOf("\n", offset);
    const end = lf < 0 ? this.text.length : lf;
    return this.text[end - 1] === "\r" && end > offset ? end - 1 : end;
  }

  /** The start of the next line that holds more than space; undefined at the end. */
  nextLine(offset: number): number | undefined {
    const next = /\n[^\S\n]*\S/g;
    next.lastIndex = this.lineEnd(offset);
    const match = next.exec(this.text);
    return match ? match.index + 1 : undefined;
  }

  /** The number of characters before the line's first word. */
  indent(lineStart: number): number {
    return (/^[ \t\u3000]*/.exec(this.text.slice(lineStart, this.lineEnd(lineStart))) as RegExpExecArray)[0].length;
  }

  /** The end of a line's block: of the line itself and of all that is indented deeper below it. */
  blockEnd(lineStart: number): number {
    const indent = this.indent(lineStart);
    let end = this.lineEnd(lineStart);
    for (let next = this.nextLine(end); next !== undefined && this.indent(next) > indent; next = this.nextLine(end)) {
      end = this.lineEnd(next);
    }
    return end;
  }

  #splice(start: number, end: number, text: string): void {
    this.text = this.text.slice(0, start) + text + this.text.slice(end);
  }
}
