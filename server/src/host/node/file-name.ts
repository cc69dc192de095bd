/**
 * Names of files whose bytes are not UTF-8. As text, each such byte is a lone surrogate, U+DC00 and the byte: no other name has one,
 * so the text leads back to the file.
 */
import { isUtf8 } from "node:buffer";

const BYTES = /[\udc80-\udcff]/u;

/** A file name or path as text. */
export function textOfName(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString();
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    // the longest character in UTF-8 has four bytes
    const length = [1, 2, 3, 4].find((count) => isUtf8(bytes.subarray(at, at + count))) ?? 0;
    text += length > 0 ? bytes.toString("utf8", at, at + length) : String.fromCharCode(0xdc00 + (bytes[at] ?? 0));
    at += length || 1;
  }
  return text;
}

/** What Node's file system takes for a path that came as text. */
export function pathOfText(text: string): string | Buffer {
  return BYTES.test(text) ? bytesOf(text) : text;
}

/** A name as a part of a URI. */
export function uriPartOf(name: string): string {
  const parts = [...name].map((part) =>
    BYTES.test(part) ? `%${hex(part)}` : encodeURIComponent(part.replace(/\p{Cs}/u, "\ufffd")),
  );
  return parts.join("");
}

function bytesOf(text: string): Buffer {
  return Buffer.concat(
    [...text].map((character) => (BYTES.test(character) ? Buffer.of(character.charCodeAt(0) - 0xdc00) : Buffer.from(character))),
  );
}

function hex(character: string): string {
  return (character.charCodeAt(0) - 0xdc00).toString(16).toUpperCase();
}
