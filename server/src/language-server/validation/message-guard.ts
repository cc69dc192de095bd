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

/** Bytes on the channel that are not a message. The guard answers with a parse error; reading goes on behind them. */
export class Unreadable extends Error {}

type Id = string | number;

/**
 * Stands between a channel and the server, and answers what LSP forbids with the error code that LSP defines for it: invalid
 * messages, requests before `initialize` or after `shutdown`, and malformed parameters. So the server's handlers get well-formed
 * parameters only.
 */
export class Guard {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  #phase: "new" | "initialized" | "shut down" = "new";
  #initializeId: unknown;
  /** The ids of the client's requests that are not answered yet, as strings: 1 and "1" count as the same. */
  readonly #received = new Set<string>();
  /** The ids of the server's requests that are not answered yet. */
  readonly #sent = new Set<Id>();
  readonly #write: (message: object) => void;

  constructor(reader: MessageReader, writer: MessageWriter) {
    this.#write = (message) => {
      // A closed channel is reported by the channel itself.
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
        this.#trackSent(message);
        return writer.write(message);
      },
      end: () => writer.end(),
      dispose: () => writer.dispose(),
    };
  }

  /** Whether the client has sent `shutdown`. */
  get isShutDown(): boolean {
    return this.#phase === "shut down";
  }

  #receive(message: Message, forward: DataCallback): void {
    const { id, method, params } = record(message);
    if (typeof method !== "string") {
      if (this.#isAnswer(record(message))) {
        this.#sent.delete(id as Id);
        forward(message);
      } else this.#refuse(id, ErrorCodes.InvalidRequest, "expected a request, a notification or an answer");
    } else if (id === undefined) {
      if (method !== "exit" && this.#phase !== "initialized") return;
      const fault = faultIn(method, params);
      if (fault === undefined) forward(message);
      else this.#log(fault);
    } else {
      const refusal = this.#refusal(id, method, params);
      if (refusal) this.#refuse(id, ...refusal);
      else {
        this.#accept(id, method);
        forward(message);
      }
    }
  }

  /** Whether a message answers the server. A malformed answer counts if the server waits for it: no better one will come. */
  #isAnswer(message: Readonly<Record<string, unknown>>): boolean {
    const { id, method } = message;
    if (method !== undefined || !(isId(id) || id === null)) return false;
    return "result" in message || "error" in message || this.#sent.has(id as Id);
  }

  /** Why a request is refused; undefined if it is accepted. */
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
    this.#initializeId = id;
  }

  /** Tracks the server's own requests, and its answers to the client's. */
  #trackSent(message: Message): void {
    const { id, method, error } = record(message);
    if (!isId(id)) return;
    if (method !== undefined) {
      this.#sent.add(id);
      return;
    }
    this.#received.delete(String(id));
    // The client may try again after a failed `initialize`.
    if (id === this.#initializeId && error !== undefined && this.#phase === "initialized") this.#phase = "new";
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
