import type { Readable } from "node:stream";
import { AbstractMessageReader, type DataCallback, type Disposable, type MessageReader } from "vscode-languageserver";
import { Unreadable } from "../validation/message-guard.ts";

/** Bytes: no message comes near, and much beyond it no text could hold one. */
const MAX_BODY_LENGTH = 256 * 1024 * 1024;
/** Bytes: what is longer, and has no end, is no head. */
const MAX_HEAD_LENGTH = 64 * 1024;
const END_OF_HEAD = "\r\n\r\n";

/**
 * Reads the messages of a stream, each a head that says how long it is and a body. What is neither is told as an error, and reading
 * goes on with the next head, wherever it begins.
 */
export class FrameReader extends AbstractMessageReader implements MessageReader {
  readonly #stream: Readable;
  /** What has come and is not read yet. */
  #chunks: Buffer[] = [];
  #size = 0;
  /** How long the body is whose head has been read. */
  #length: number | undefined;

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
    // a long body is put together once
    if (this.#size < (this.#length ?? 0)) return;
    let rest = Buffer.concat(this.#chunks);
    for (;;) {
      if (this.#length === undefined) {
        const end = rest.indexOf(END_OF_HEAD);
        if (end < 0) break;
        this.#length = this.#lengthIn(rest.toString("latin1", 0, end));
        rest = rest.subarray(end + END_OF_HEAD.length);
      } else {
        if (rest.length < this.#length) break;
        const body = rest.subarray(0, this.#length);
        rest = rest.subarray(this.#length);
        this.#length = undefined;
        this.#parse(body, callback);
      }
    }
    if (this.#length === undefined && rest.length > MAX_HEAD_LENGTH) rest = rest.subarray(-MAX_HEAD_LENGTH);
    this.#chunks = rest.length > 0 ? [rest] : [];
    this.#size = rest.length;
  }

  /** The length that a head says, the last where something else stands before it. */
  #lengthIn(head: string): number | undefined {
    const said = [...head.matchAll(/content-length:[ \t]*(\d+)[ \t]*(?![^\r])/gi)].at(-1);
    const length = said && Number(said[1]);
    const isUsable = length !== undefined && length <= MAX_BODY_LENGTH;
    const lines = head.split("\r\n");
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
