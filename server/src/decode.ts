import type { Reading } from "./runtime.ts";

/** The text of a file's bytes, which is in UTF-8, or why it has none. */
export function decode(bytes: Uint8Array): Reading {
  if (bytes.includes(0)) return isUtf16(bytes) ? { unread: "encoding", encoding: "UTF-16" } : { unread: "binary" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { unread: "encoding", encoding: legacyEncoding(bytes) };
  }
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** The encoding that Japanese text has most likely been saved in, if it is one. */
function legacyEncoding(bytes: Uint8Array): string | null {
  for (const encoding of ["euc-jp", "shift_jis"]) {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return encoding === "euc-jp" ? "EUC-JP" : "Shift_JIS";
    } catch {
      // not this one
    }
  }
  return null;
}
