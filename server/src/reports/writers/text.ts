import type { TextLine } from "../document.ts";

/** A text on one line. Control and bidirectional characters, which could hide or reorder text, become U+FFFD. */
export function shown(text: string): string {
  return text.replace(/\r\n|[\n\r\t\u2028\u2029]/g, " ").replace(/[\p{Cc}\p{Bidi_Control}]/gu, "\ufffd");
}

/** The largest number, or 0 for none. Unlike `Math.max(...numbers)` it takes any number of them. */
export function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}

/** The address of a line's link, if it is http(s). */
export function addressOf({ href }: TextLine): string | undefined {
  return href !== undefined && /^https?:\/\//i.test(href) ? href : undefined;
}
