import type { Readable } from "node:stream";
import { AbstractMessageReader, type DataCallback, type Disposable, type MessageReader } from "vscode-languageserver";
import { Unreadable } from "../validation/message-guard.ts";

/** In bytes. Far above any real message, and below V8's limit for a string. */
const MAX_BODY_LENGTH = 256 * 1024 * 1024;
/** In bytes. Longer input without an end of headers is discarded. */
const MAX_HEADER_LENGTH = 64 * 1024;
const END_OF_HEADER = "\r\n\r\n";

/**
 * Reads messages from a stream: each has a header with its length, and a body. Anything else is reported as an error, and reading
 * continues with the next header.
 */
export class FrameReader extends AbstractMessageReader implements MessageReader {
  readonly #stream: Readable;
  /** Received and not parsed yet. */
  #chunks: Buffer[] = [];
  /** The bytes in all chunks. */
  #size = 0;
  /** The length of the body, in bytes, once its header is read. */
  #bodyLength: number | undefined;

  constructor(stream: Readable) {
    super();
    this.#stream = stream;
    stream.on("close", () => this.fireClose());
  }

  listen(callback: DataCallback): Disposable {
    const read = (chunk: Buffer) => this.#read(chunk, callback);
    this.#stream.on("data", read);
    return { dispose: () => this.#stream.off("data", read) };
  }

  #read(chunk: Buffer, callback: DataCallback): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    // A long body arrives in many chunks: concatenate them only once.
    if (this.#size < (this.#bodyLength ?? 0)) return;
    let rest = Buffer.concat(this.#chunks);
    for (;;) {
      if (this.#bodyLength === undefined) {
        const end = rest.indexOf(END_OF_HEADER);
        if (end < 0) break;
        this.#bodyLength = this.#lengthIn(rest.toString("latin1", 0, end));
        rest = rest.subarray(end + END_OF_HEADER.length);
      } else {
        if (rest.length < this.#bodyLength) break;
        const body = rest.subarray(0, this.#bodyLength);
        rest = rest.subarray(this.#bodyLength);
        this.#bodyLength = undefined;
        this.#parse(body, callback);
      }
    }
    if (this.#bodyLength === undefined && rest.length > MAX_HEADER_LENGTH) rest = rest.subarray(-MAX_HEADER_LENGTH);
    this.#chunks = rest.length > 0 ? [rest] : [];
    this.#size = rest.length;
  }

  /** The length that a header gives. Garbage may precede it, so the last one counts. */
  #lengthIn(header: string): number | undefined {
    const match = [...header.matchAll(/content-length:[ \t]*(\d+)[ \t]*(?![^\r])/gi)].at(-1);
    const length = match && Number(match[1]);
    const isUsable = length !== undefined && length <= MAX_BODY_LENGTH;
    const lines = header.split("\r\n");
    const isClean = lines.every((line) => /^[a-z-]+:/i.test(line)) && lines.some((line) => /^content-length:/i.test(line));
    if (!isClean || !isUsable) this.fireError(new Unreadable("expected the head of a message, with its Content-Length"));
    return isUsable ? length : undefined;
  }

  #parse(body: Buffer, callback: DataCallback): void {
    let message: Parameters<DataCallback>[0];
    try {
      message = JSON.parse(body.toString("utf8"));
    } catch (error) {
      this.fireError(new Unreadable(`expected JSON: ${error instanceof Error ? error.message : error}`));
      return;
    }
    callback(message);
  }
}
