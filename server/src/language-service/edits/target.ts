import type { Lines } from "../../core/yaml/lines.ts";

/** The text that edits apply to. */
export interface Target {
  readonly text: string;
  readonly lines: Lines;
}

/** The line end of a text: its first one, or else LF. */
export function eolOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
}

/** The offset of the next character that is neither white space nor part of a comment. */
export function skipTrivia(text: string, offset: number): number {
  const trivia = /(?:[ \t\r\n]|(?<=[ \t\r\n])#[^\r\n]*)*/y;
  trivia.lastIndex = offset;
  return offset + (trivia.exec(text) as RegExpExecArray)[0].length;
}
