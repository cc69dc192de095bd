import {
  type DataCallback,
  ErrorCodes,
  type Message,
  type MessageReader,
  MessageType,
  type MessageWriter,
} from "vscode-languageserver";
import { record } from "../record.ts";
import { PARAMS_SCHEMAS } from "./params-schemas.ts";

/** What comes over a channel and is no message. Whoever sent it is told; what comes behind it is read. */
export class Unreadable extends Error {}

type Id = string | number;

/**
 * Stands between a channel and the server. What LSP does not let a client say, or not now, is answered here with the code that LSP
 * has for it: what is no message, what comes before `initialize` or after `shutdown`, what has other parameters than its method. So
 * whatever reaches the server has its form.
 */
export class Guard {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  #phase: "new" | "initialized" | "shut down" = "new";
  /** The id of the request that has made it so. */
  #initialize: unknown;
  /** The ids of requests that are not answered yet: of the client's as they are written, for no two may look alike. */
  readonly #received = new Set<string>();
  readonly #sent = new Set<Id>();
  readonly #write: (message: object) => void;

  constructor(reader: MessageReader, writer: MessageWriter) {
    this.#write = (message) => {
      // a channel that is gone is told by itself
      writer.write({ jsonrpc: "2.0", ...message }).catch(() => {});
    };
    reader.onError((error) => {
      if (error instanceof Unreadable) this.#refuse(null, ErrorCodes.ParseError, error.message);
    });
    this.reader = {
      onError: reader.onError,
      onClose: reader.onClose,
      onPartialMessage: reader.onPartialMessage,
      listen: (callback) => reader.listen((message) => this.#receive(message, callback)),
      dispose: () => reader.dispose(),
    };
    this.writer = {
      onError: writer.onError,
      onClose: writer.onClose,
      write: (message) => {
        this.#note(message);
        return writer.write(message);
      },
      end: () => writer.end(),
      dispose: () => writer.dispose(),
    };
  }

  /** Whether the client has said that it is about to end. */
  get isShutDown(): boolean {
    return this.#phase === "shut down";
  }

  #receive(message: Message, pass: DataCallback): void {
    const { id, method, params } = record(message);
    if (typeof method !== "string") {
      if (this.#isAnswer(record(message))) {
        this.#sent.delete(id as Id);
        pass(message);
      } else this.#refuse(id, ErrorCodes.InvalidRequest, "expected a request, a notification or an answer");
    } else if (id === undefined) {
      if (method !== "exit" && this.#phase !== "initialized") return;
      const fault = faultIn(method, params);
      if (fault === undefined) pass(message);
      else this.#log(fault);
    } else {
      const refusal = this.#refusal(id, method, params);
      if (refusal) this.#refuse(id, ...refusal);
      else {
        this.#accept(id, method);
        pass(message);
      }
    }
  }

  /** Whether it answers the server, or is so broken an answer that what waits for it need not wait any longer. */
  #isAnswer(message: Readonly<Record<string, unknown>>): boolean {
    const { id, method } = message;
    if (method !== undefined || !(isId(id) || id === null)) return false;
    return "result" in message || "error" in message || this.#sent.has(id as Id);
  }

  /** Why a request cannot be asked, if so. */
  #refusal(id: unknown, method: string, params: unknown): [code: number, reason: string] | undefined {
    if (!isId(id)) return [ErrorCodes.InvalidRequest, "id: expected a string or a number"];
    if (this.#received.has(String(id))) return [ErrorCodes.InvalidRequest, "id: another request has it"];
    if (this.#phase === "shut down") return [ErrorCodes.InvalidRequest, "the server is shut down"];
    const isFirst = this.#phase === "new";
    if (isFirst && method !== "initialize") return [ErrorCodes.ServerNotInitialized, "the server is not initialized"];
    if (!isFirst && method === "initialize") return [ErrorCodes.InvalidRequest, "the server is initialized"];
    const fault = faultIn(method, params);
    return fault === undefined ? undefined : [ErrorCodes.InvalidParams, fault];
  }

  #accept(id: unknown, method: string): void {
    this.#received.add(String(id));
    if (method === "shutdown") this.#phase = "shut down";
    if (method !== "initialize") return;
    this.#phase = "initialized";
    this.#initialize = id;
  }

  /** Takes note of what the server sends. */
  #note(message: Message): void {
    const { id, method, error } = record(message);
    if (!isId(id)) return;
    if (method !== undefined) {
      this.#sent.add(id);
      return;
    }
    this.#received.delete(String(id));
    // it may be asked again
    if (id === this.#initialize && error !== undefined && this.#phase === "initialized") this.#phase = "new";
  }

  #refuse(id: unknown, code: number, message: string): void {
    this.#write({ id: isId(id) ? id : null, error: { code, message } });
  }

  #log(message: string): void {
    this.#write({ method: "window/logMessage", params: { type: MessageType.Error, message } });
  }
}

function isId(id: unknown): id is Id {
  return typeof id === "string" || typeof id === "number";
}

function faultIn(method: string, params: unknown): string | undefined {
  return PARAMS_SCHEMAS.get(method)?.(params, `${method}: params`);
}
