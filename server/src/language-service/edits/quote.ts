/** Letters and digits of any script, and within them what means nothing to YAML. */
const PLAIN = /^\p{L}(?:[\p{L}\p{M}\p{N} ・（）()_.+-]*[\p{L}\p{M}\p{N}）)])?$/u;

/** What readers of YAML 1.1 or 1.2 take for something else than a text. */
const RESERVED = /^(?:true|false|yes|no|on|off|y|n|null)$/i;

/** What JSON leaves as it is, and no person would see. */
const UNPRINTABLE = /[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/g;

/** A text of any characters as a YAML value on one line: plain where it can be, else in quotes. */
export function quoted(text: string): string {
  if (PLAIN.test(text) && !RESERVED.test(text)) return text;
  return JSON.stringify(text).replace(UNPRINTABLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
