import { wrap } from "../core/text/wrap.ts";

/** A text that cannot control the terminal: tabs become spaces, other control and direction characters U+FFFD. */
export function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to replace
  return text.replace(/\t/g, " ").replace(/[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
}

/** The beginning of a text that fits a width in columns. */
export function cut(text: string, width: number): string {
  return wrap(text, width)[0] ?? "";
}
