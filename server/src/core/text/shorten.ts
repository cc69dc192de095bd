import { trimSpace } from "./white-space.ts";

const MAX_CHARACTERS = 40;

/** A value's source without its quotation marks, unless there is nothing between them. */
export function unquoted(text: string): string {
  return /^(["'])((?:(?!\1).)+)\1$/s.exec(text)?.[2] ?? text;
}

/** The mark of a block scalar, which stands before its text. */
const BLOCK_MARK = /^[|>][-+\d]*[ \t]*(?:#[^\r\n]*)?[\r\n]/;

/** A value of a profile on one line, cut to 40 characters for a message. */
export function shorten(text: string): string {
  const content = BLOCK_MARK.test(text) ? trimSpace(text.replace(BLOCK_MARK, "")) : text;
  const line = content.replace(/(?<![ \t\r\n])[ \t]*[\r\n][ \t\r\n]*/g, " ");
  if (line.length <= MAX_CHARACTERS) return line;
  const characters = [...line];
  return characters.length <= MAX_CHARACTERS ? line : `${characters.slice(0, MAX_CHARACTERS - 1).join("")}…`;
}
