import type { TextLine } from "../document.ts";

/** A text of one line in which nothing is hidden: what would move the cursor, or the characters around it, shows as a mark. */
export function shown(text: string): string {
  return text.replace(/\r\n|[\n\r\t\u2028\u2029]/g, " ").replace(/[\p{Cc}\p{Bidi_Control}]/gu, "\ufffd");
}

/** The largest of numbers, however many; 0 where there is none. */
export function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}

/** The address that a line leads to; none but one of the web. */
export function addressOf({ href }: TextLine): string | undefined {
  return href !== undefined && /^https?:\/\//i.test(href) ? href : undefined;
}
