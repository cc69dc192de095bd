import type { Reading } from "./reading.ts";

/** Decodes UTF-8 (a byte-order mark is dropped), or says why the bytes are not UTF-8 text. */
export function decode(bytes: Uint8Array): Reading {
  if (bytes.includes(0)) return isUtf16(bytes) ? { unread: "encoding", encoding: "UTF-16" } : { unread: "binary" };
  const text = tryDecode(bytes, "utf-8");
  return text === undefined ? { unread: "encoding", encoding: legacyEncoding(bytes) } : { text };
}

/** Undefined if the bytes are invalid in the encoding. */
function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** By its byte-order mark, or else by its content: a line break or colon, as in YAML, and no control or unassigned characters. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return ["utf-16le", "utf-16be"].some((encoding) => {
    const text = tryDecode(bytes, encoding) ?? "";
    return /[:\n]/.test(text) && !/[^\P{Cc}\t\n\r]|[\p{Cn}\p{Co}]/u.test(text);
  });
}

const LEGACY = { "EUC-JP": "euc-jp", Shift_JIS: "shift_jis" } as const;

/** The most likely encoding of Japanese text; null if the bytes look like neither. */
function legacyEncoding(bytes: Uint8Array): string | null {
  const found = Object.entries(LEGACY).find(([, encoding]) => isJapanese(tryDecode(bytes, encoding)));
  return found?.[0] ?? null;
}

/** False if every non-ASCII character touches Latin letters: its bytes are then accented letters in a Western encoding. */
function isJapanese(text = ""): boolean {
  const rest = text.replace(/(?<=[a-z])[^\0-\x7f]{1,2}(?![^\0-\x7f])|(?<![^\0-\x7f])[^\0-\x7f]{1,2}(?=[a-z])/gi, "");
  return /[^\0-\x7f]/.test(rest) && !/\p{Co}/u.test(text);
}
