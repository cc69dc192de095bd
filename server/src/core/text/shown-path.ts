/** A path in which every character can be seen: control and direction characters, and bytes that are no text, are escaped. */
export function shownPath(path: string): string {
  return path.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}](?<![\u200c\u200d])/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (SHORT[character]) return SHORT[character];
    // a byte of a name that is not UTF-8
    if (code >= 0xdc80 && code <= 0xdcff) return `\\x${(code - 0xdc00).toString(16)}`;
    return code < 0x10000 ? `\\u${code.toString(16).padStart(4, "0")}` : `\\u{${code.toString(16)}}`;
  });
}

const SHORT: Readonly<Record<string, string>> = { "\t": "\\t", "\n": "\\n", "\r": "\\r" };
