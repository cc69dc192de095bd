import type { TextLine } from "../document.ts";
import type { WorkbookMessages } from "./messages.ts";

/** What Excel takes in a cell, in UTF-16 units. */
const MAX_TEXT_LENGTH = 32_767;
/** What Excel takes as an address. */
const MAX_ADDRESS_LENGTH = 2_079;

/** The text of a cell, such as Excel takes. The addresses to which the cell does not lead stand in it. */
export function textOf(lines: readonly TextLine[], leads: string | undefined, messages: WorkbookMessages): string {
  const texts = lines.map((line) => {
    const { text, href } = line;
    const isRead = href === undefined || text.includes(href);
    return isRead || (leads !== undefined && addressOf(line) === leads) ? text : `${text} <${href}>`;
  });
  return cut(plain(texts.join("\n")), messages.cut);
}

/** Where a line leads, as Excel takes it: an http(s) address. */
export function addressOf({ href }: TextLine): string | undefined {
  if (href === undefined || !URL.canParse(href)) return undefined;
  const url = new URL(href);
  return /^https?:$/.test(url.protocol) && url.href.length <= MAX_ADDRESS_LENGTH ? url.href : undefined;
}

/** Without what XML cannot hold: other control characters than ends of lines and tabs, and halves of characters. */
export function plain(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n\t\x7f-\x9f]|\p{Cs}|[\ufffe\uffff]/gu, "\ufffd");
}

function cut(text: string, mark: string): string {
  return text.length <= MAX_TEXT_LENGTH ? text : head(text, MAX_TEXT_LENGTH - mark.length) + mark;
}

/** The beginning of a text, no character cut in half. */
export function head(text: string, length: number): string {
  return text.slice(0, length).replace(/\p{Cs}$/u, "");
}

/** As it is to be written: Excel reads _x0041_ as the character of this number. */
export function escaped(text: string): string {
  return text.replace(/_(?=x[\da-f]{4}_)/gi, "_x005F_");
}
