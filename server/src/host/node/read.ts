import { createReadStream, readFileSync, statSync } from "node:fs";
import { stat } from "node:fs/promises";
import { MAX_MEBIBYTES } from "../../../../protocol/file-system.ts";
import { decode } from "../decode.ts";
import type { Reading } from "../reading.ts";
import { codeOf } from "./error-code.ts";
import { pathOfText } from "./file-name.ts";

const MAX_BYTES = MAX_MEBIBYTES * 1024 * 1024;

/** Reads a file that a search found, as UTF-8. Never throws. Pipes and devices are not opened, because they may never end. */
export async function readFound(path: string): Promise<Reading> {
  try {
    const file = pathOfText(path);
    const stats = await stat(file);
    return stats.isFile() || stats.isDirectory() ? await readText(createReadStream(file)) : { unread: "binary" };
  } catch (error) {
    // Most folders have no configuration: `stat` reports that without creating a stream.
    return unread(error);
  }
}

/**
 * Reads a file that the user named, as UTF-8. Never throws. A regular file is read synchronously: for many small files that takes a
 * tenth of the time of streams. Pipes and devices are read as streams.
 */
export async function readNamed(path: string): Promise<Reading> {
  const file = pathOfText(path);
  try {
    const stats = statSync(file);
    if (stats.isFile()) return stats.size > MAX_BYTES ? { unread: "tooLarge" } : decode(readFileSync(file));
  } catch (error) {
    return unread(error);
  }
  return readText(createReadStream(file));
}

/** Reads a stream as UTF-8. Never throws: the result says why it could not be read. */
export async function readText(stream: AsyncIterable<Uint8Array>): Promise<Reading> {
  try {
    const bytes = await readAll(stream);
    return bytes === undefined ? { unread: "tooLarge" } : decode(bytes);
  } catch (error) {
    return unread(error);
  }
}

function unread(error: unknown): Reading {
  const code = codeOf(error);
  return ["ENOENT", "ENOTDIR"].includes(code) ? { unread: "missing" } : { unread: "unreadable", code };
}

/** Undefined if there are more than MAX_BYTES. */
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
