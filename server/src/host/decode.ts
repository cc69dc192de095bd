import type { Reading } from "./reading.ts";

/** The text of a file's bytes, which is in UTF-8, or why it has none. */
export function decode(bytes: Uint8Array): Reading {
  if (bytes.includes(0)) return isUtf16(bytes) ? { unread: "encoding", encoding: "UTF-16" } : { unread: "binary" };
  const text = decoded(bytes, "utf-8");
  return text === undefined ? { unread: "encoding", encoding: legacyEncoding(bytes) } : { text };
}

/** The text of bytes in an encoding; undefined where they are not in it. */
function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** By its mark, or else by what it says: lines and colons as YAML has them, and nothing that no text has. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return ["utf-16le", "utf-16be"].some((encoding) => {
    const text = decoded(bytes, encoding) ?? "";
    return /[:\n]/.test(text) && !/[^\P{Cc}\t\n\r]|[\p{Cn}\p{Co}]/u.test(text);
  });
}

const LEGACY = { "EUC-JP": "euc-jp", Shift_JIS: "shift_jis" } as const;

/** The encoding that Japanese text has most likely been saved in, if it is one. */
function legacyEncoding(bytes: Uint8Array): string | null {
  const found = Object.entries(LEGACY).find(([, encoding]) => isJapanese(decoded(bytes, encoding)));
  return found?.[0] ?? null;
}

/** Not so where all that is not ASCII stands within words of Latin letters: its bytes are such letters with accents. */
function isJapanese(text = ""): boolean {
  const rest = text.replace(/(?<=[a-z])[^\0-\x7f]{1,2}(?![^\0-\x7f])|(?<![^\0-\x7f])[^\0-\x7f]{1,2}(?=[a-z])/gi, "");
  return /[^\0-\x7f]/.test(rest) && !/\p{Co}/u.test(text);
}
