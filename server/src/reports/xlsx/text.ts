import type { TextLine } from "../document.ts";
import type { WorkbookMessages } from "../messages/workbook.ts";

/** Excel's limit for the text of a cell, in UTF-16 units. */
const MAX_TEXT_LENGTH = 32_767;
/** Excel's limit for a link's address, in UTF-16 units. */
const MAX_ADDRESS_LENGTH = 2_079;

/** The text of a cell within Excel's limit. It writes out all addresses except `linked`, the target of the cell's link. */
export function textOf(lines: readonly TextLine[], linked: string | undefined, messages: WorkbookMessages): string {
  const texts = lines.map((line) => {
    const { text, href } = line;
    const isVisible = href === undefined || text.includes(href);
    return isVisible || (linked !== undefined && addressOf(line) === linked) ? text : `${text} <${href}>`;
  });
  return cut(plain(texts.join("\n")), messages.cut);
}

/** The normalised address of a line's link, if it is http(s) and within Excel's limit. */
export function addressOf({ href }: TextLine): string | undefined {
  if (href === undefined || !URL.canParse(href)) return undefined;
  const url = new URL(href);
  return /^https?:$/.test(url.protocol) && url.href.length <= MAX_ADDRESS_LENGTH ? url.href : undefined;
}

/** A text with U+FFFD in place of characters that XML cannot hold, such as control characters and lone surrogates. */
export function plain(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n\t\x7f-\x9f]|\p{Cs}|[\ufffe\uffff]/gu, "\ufffd");
}

function cut(text: string, mark: string): string {
  return text.length <= MAX_TEXT_LENGTH ? text : head(text, MAX_TEXT_LENGTH - mark.length) + mark;
}

/** The first `length` UTF-16 units of a text, without half a surrogate pair at the end. */
export function head(text: string, length: number): string {
  return text.slice(0, length).replace(/\p{Cs}$/u, "");
}

/** Escapes sequences such as _x0041_, which Excel would decode as a character. */
export function escaped(text: string): string {
  return text.replace(/_(?=x[\da-f]{4}_)/gi, "_x005F_");
}
