import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { MOST_MEBIBYTES, type Reading } from "../runtime.ts";

/** Reads what was found, and not named by anyone, as UTF-8. Never throws. A pipe or a device may never end, and is not opened. */
export async function readFound(path: string): Promise<Reading> {
  const stats = await stat(path).catch(() => undefined);
  return !stats || stats.isFile() || stats.isDirectory() ? readText(createReadStream(path)) : { unread: "binary" };
}

/** Reads a stream as UTF-8. Never throws: what stands in the way is what it answers. */
export async function readText(stream: AsyncIterable<Uint8Array>): Promise<Reading> {
  try {
    const bytes = await readAll(stream);
    return bytes === undefined ? { unread: "tooLarge" } : decode(bytes);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return ["ENOENT", "ENOTDIR"].includes(code) ? { unread: "missing" } : { unread: "unreadable", code };
  }
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MOST_MEBIBYTES * 1024 * 1024) return undefined;
  }
  return Buffer.concat(chunks);
}

function decode(bytes: Uint8Array): Reading {
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
