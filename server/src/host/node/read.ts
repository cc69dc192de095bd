import { createReadStream, readFileSync, statSync } from "node:fs";
import { stat } from "node:fs/promises";
import { MAX_MEBIBYTES } from "../../../../protocol/file-system.ts";
import { decode } from "../decode.ts";
import type { Reading } from "../reading.ts";

const MAX_BYTES = MAX_MEBIBYTES * 1024 * 1024;

/** Reads what was found, and not named by anyone, as UTF-8. Never throws. A pipe or a device may never end, and is not opened. */
export async function readFound(path: string): Promise<Reading> {
  try {
    const stats = await stat(path);
    return stats.isFile() || stats.isDirectory() ? await readText(createReadStream(path)) : { unread: "binary" };
  } catch (error) {
    // most folders have no configuration: no stream is made to find that out
    return unread(error);
  }
}

/**
 * Reads what someone has named as UTF-8. Never throws. A file is read at once, which of many small ones takes a tenth of the time
 * that streams take; only a pipe or a device is waited for.
 */
export async function readNamed(path: string): Promise<Reading> {
  try {
    const stats = statSync(path);
    if (stats.isFile()) return stats.size > MAX_BYTES ? { unread: "tooLarge" } : decode(readFileSync(path));
  } catch (error) {
    return unread(error);
  }
  return readText(createReadStream(path));
}

/** Reads a stream as UTF-8. Never throws: what stands in the way is what it answers. */
export async function readText(stream: AsyncIterable<Uint8Array>): Promise<Reading> {
  try {
    const bytes = await readAll(stream);
    return bytes === undefined ? { unread: "tooLarge" } : decode(bytes);
  } catch (error) {
    return unread(error);
  }
}

function unread(error: unknown): Reading {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  return ["ENOENT", "ENOTDIR"].includes(code) ? { unread: "missing" } : { unread: "unreadable", code };
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MAX_BYTES) return undefined;
  }
  return Buffer.concat(chunks);
}
