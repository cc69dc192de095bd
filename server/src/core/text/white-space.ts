/**
 * YAML's white space is the space, the tab and the line break. JavaScript's `trim` and `\s` know more, and still not all:
 * characters that look like a space, or like nothing, which YAML reads as part of a word.
 */

/** These characters, as part of a character class. */
export const ALIKE = "\\v\\f\\x85\\xa0\\xad\\u1680\\u180e\\u2000-\\u200f\\u2028\\u2029\\u202f\\u205f-\\u2064\\u3000\\ufeff";

const ONE = new RegExp(`[${ALIKE}]`);
const ALL = new RegExp(`[${ALIKE}]`, "g");
const RUNS = new RegExp(`[ \\t${ALIKE}]+`, "g");
const BLANK = new RegExp(`^[ \\t\\r\\n${ALIKE}]*$`);
const START = new RegExp(`^[ \\t\\r\\n${ALIKE}]+`);
const END = new RegExp(`(?<![ \\t\\r\\n${ALIKE}])[ \\t\\r\\n${ALIKE}]+$`);

/** Those of them that take no room on the screen. */
const UNSEEN = /[\v\f\x85\xad\u180e\u200b-\u200f\u2028\u2029\u2060-\u2064\ufeff]/g;

/** Whether a text has a character that only looks like a space. */
export function hasAlike(text: string): boolean {
  return ONE.test(text);
}

/** The offset of the first of them; -1 for none. */
export function firstAlike(text: string): number {
  return text.search(ONE);
}

/** The characters of a text that only look like a space, each once. */
export function alikesIn(text: string): string[] {
  return [...new Set(text.match(ALL))];
}

/** A character's number as Unicode writes it: U+00A0. */
export function codePoint(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** The runs of spaces, tabs and look-alikes that have a look-alike, with their offsets. */
export function alikeRuns(text: string): { readonly start: number; readonly end: number }[] {
  return Array.from(text.matchAll(RUNS), ({ 0: run, index }) => ({ start: index, end: index + run.length })).filter(
    ({ start, end }) => hasAlike(text.slice(start, end)),
  );
}

/** The columns that white space takes on the screen. A full-width character takes two, and so does a tab in indentation. */
export function widthOf(blanks: string): number {
  const seen = withoutUnseen(blanks);
  return seen.length + (seen.match(/[\u3000\t]/g)?.length ?? 0);
}

/** Whether a reader sees nothing in a text. */
export function isBlank(text: string): boolean {
  return BLANK.test(text);
}

/** A text without all that looks like white space at its end. */
export function trimBlanksEnd(text: string): string {
  return text.replace(END, "");
}

/** A text without all that looks like white space at its start. */
export function trimBlanksStart(text: string): string {
  return text.replace(START, "");
}

/** A text without all that looks like white space at its ends. */
export function trimBlanks(text: string): string {
  return trimBlanksStart(trimBlanksEnd(text));
}

/** A text without the characters that take no room. */
export function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, "");
}

/** A text without YAML's white space at its end. */
export function trimSpaceEnd(text: string): string {
  return text.replace(/(?<![ \t\r\n])[ \t\r\n]+$/, "");
}

/** A text without YAML's white space at its ends. */
export function trimSpace(text: string): string {
  return trimSpaceEnd(text).replace(/^[ \t\r\n]+/, "");
}
