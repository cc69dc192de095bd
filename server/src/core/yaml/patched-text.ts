import type { Span } from "./node.ts";
import type { Replacement } from "./problem.ts";

/** A text that is repaired so that it can be parsed. Every offset maps back to the original. */
export class PatchedText {
  text: string;
  /** The offsets of inserted characters, ascending. */
  #inserted: readonly number[] = [];

  constructor(original: string) {
    // the parser does not treat a lone CR as a line break; an LF in its place keeps every offset
    this.text = original.includes("\r") ? original.replace(/\r(?!\n)/g, "\n") : original;
  }

  /** The offset in the original text. */
  origin(offset: number): number {
    let low = 0;
    let high = this.#inserted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#inserted[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  }

  /** The span in the original text. The parser's may end behind the text. */
  originOf({ start, end }: Span): Span {
    return { start: this.origin(start), end: this.origin(Math.min(end, this.text.length)) };
  }

  /** Replaces a span by spaces, except for its line breaks. */
  mask(start: number, end: number): void {
    this.maskAll([{ start, end }]);
  }

  /** Masks several spans, which are in the order of the text. */
  maskAll(spans: readonly Span[]): void {
    const pieces: string[] = [];
    let at = 0;
    for (const { start, end } of spans) {
      pieces.push(this.text.slice(at, start), this.text.slice(start, end).replace(/[^\r\n]/g, " "));
      at = end;
    }
    this.text = pieces.join("") + this.text.slice(at);
  }

  /** Replaces a span; `replacement` must not be shorter than the span. */
  replace(start: number, end: number, replacement: string): void {
    this.replaceAll([{ span: { start, end }, text: replacement }]);
  }

  /** Makes several replacements, which are in the order of the text. */
  replaceAll(replacements: readonly Replacement[]): void {
    const pieces: string[] = [];
    const ends: number[] = [];
    let at = 0;
    for (const { span, text } of replacements) {
      pieces.push(this.text.slice(at, span.start), text);
      for (let added = text.length - (span.end - span.start); added > 0; added--) ends.push(span.end);
      at = span.end;
    }
    this.text = pieces.join("") + this.text.slice(at);
    this.#insert(ends);
  }

  /** Replaces each tab in the indentation of every line by two spaces. */
  expandTabs(): void {
    const ends: number[] = [];
    this.text = this.text.replace(/^[ \t]*\t[ \t]*/gm, (indent: string, at: number) => {
      for (let i = 0; i < indent.length; i++) if (indent[i] === "\t") ends.push(at + i + 1);
      return indent.replaceAll("\t", "  ");
    });
    this.#insert(ends);
  }

  /** Records one inserted character before each of these offsets of the former text, ascending. */
  #insert(offsets: readonly number[]): void {
    const all: number[] = [];
    let count = 0;
    for (const at of this.#inserted) {
      while (count < offsets.length && (offsets[count] as number) <= at) all.push((offsets[count] as number) + count++);
      all.push(at + count);
    }
    while (count < offsets.length) all.push((offsets[count] as number) + count++);
    this.#inserted = all;
  }

  lineStart(offset: number): number {
    // lastIndexOf takes a negative position for 0, where a line break may be
    return offset <= 0 ? 0 : this.text.lastIndexOf("\n", offset - 1) + 1;
  }

  /** The offset of the line's end, before CRLF or LF. */
  lineEnd(offset: number): number {
    const lf = this.text.indexOf("\n", offset);
    const end = lf < 0 ? this.text.length : lf;
    return this.text[end - 1] === "\r" && end > offset ? end - 1 : end;
  }

  /** The start of the next line that is not blank; undefined where none follows. */
  nextLine(offset: number): number | undefined {
    const next = /\n[ \t\r]*[^ \t\r\n]/g;
    next.lastIndex = this.lineEnd(offset);
    const match = next.exec(this.text);
    return match ? match.index + 1 : undefined;
  }

  /** The start of the first line from a line on that has more than a comment; undefined where none has. */
  contentLine(lineStart: number): number | undefined {
    let line: number | undefined = lineStart;
    while (line !== undefined && /^[ \t]*(?:#.*)?$/.test(this.text.slice(line, this.lineEnd(line)))) line = this.nextLine(line);
    return line;
  }

  /** The number of spaces and tabs at the line's start. */
  indent(lineStart: number): number {
    return (/^[ \t]*/.exec(this.text.slice(lineStart, this.lineEnd(lineStart))) as RegExpExecArray)[0].length;
  }

  /** The end of a line's block: the line itself and all lines below it that are indented deeper. */
  blockEnd(lineStart: number): number {
    const indent = this.indent(lineStart);
    let end = this.lineEnd(lineStart);
    for (let next = this.nextLine(end); next !== undefined && this.indent(next) > indent; next = this.nextLine(end)) {
      end = this.lineEnd(next);
    }
    return end;
  }
}
