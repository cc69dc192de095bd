/** Letters and digits of any script; between them also punctuation without a meaning in YAML. */
const PLAIN = /^\p{L}(?:[\p{L}\p{M}\p{N} ・（）()_.+-]*[\p{L}\p{M}\p{N}）)])?$/u;

/** Words that YAML 1.1 or 1.2 parsers resolve to a boolean or null. */
const RESERVED = /^(?:true|false|yes|no|on|off|y|n|null)$/i;

/** Characters that JSON does not escape although they are invisible. */
const UNPRINTABLE = /[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/g;

/** Any text as a YAML scalar on one line: plain if possible, otherwise in double quotes. */
export function quoted(text: string): string {
  if (PLAIN.test(text) && !RESERVED.test(text)) return text;
  return JSON.stringify(text).replace(UNPRINTABLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
