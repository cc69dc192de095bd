import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { StreamMessageReader } from "vscode-languageserver-protocol/node";
import { AS_OF } from "../support/analyze.ts";
import { built, environment } from "./built.ts";
import { Inbox, PULL, track } from "./client.ts";

/** Any message as received. */
export interface Wired {
  readonly id?: string | number | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

export type WireTransport = "stdio" | "node-ipc" | "pipe" | "socket";

export interface WireOptions {
  readonly transport?: WireTransport;
  readonly env?: NodeJS.ProcessEnv;
  /** Whether the test can control it over a second channel. */
  readonly aside?: boolean;
}

/** A server in a process of its own, without a client library between: messages are sent exactly as given. */
export class Wire {
  readonly server: ChildProcess;
  readonly exited: Promise<number | null>;
  readonly received = new Inbox<Wired>();
  /** Answers the server's requests. */
  answer: (request: Wired) => { readonly result?: unknown; readonly error?: unknown } = () => ({ result: null });
  readonly #send: (message: unknown) => void;
  readonly #output: Writable | undefined;
  readonly #input: Readable | undefined;
  #id = 0;

  private constructor(server: ChildProcess, input?: Readable, output?: Writable) {
    this.server = server;
    this.#input = input;
    this.#output = output;
    track(server);
    this.exited = once(server, "exit").then(([status]) => status);
    const add = (message: Wired) => {
      this.received.add(message);
      const { id, method } = message;
      if (method !== undefined && id !== undefined) this.send({ jsonrpc: "2.0", id, ...this.answer(message) });
    };
    if (input && output) {
      output.on("error", () => {});
      new StreamMessageReader(input).listen((message) => add(message as Wired));
      this.#send = (message) => this.write(framed(JSON.stringify(message)));
    } else {
      server.on("message", add);
      this.#send = (message) => server.send(message as object);
    }
    let standardError = "";
    server.stderr?.setEncoding("utf8").on("data", (text: string) => {
      standardError += text;
    });
    this.exited.then((status) => this.received.fail(new Error(`the server ended (${status}): ${standardError}`)));
  }

  static async connect({ transport = "stdio", env, aside = false }: WireOptions = {}): Promise<Wire> {
    const preloaded = aside ? ["--expose-gc", "--require", fileURLToPath(new URL("aside.cjs", import.meta.url))] : [];
    const spawned = (...args: string[]) =>
      spawn(process.execPath, [...preloaded, ...args], {
        env: environment(env),
        stdio: aside || transport === "node-ipc" ? ["pipe", "pipe", "pipe", "ipc"] : "pipe",
      });
    if (transport === "node-ipc") return new Wire(spawned(built("server.cjs"), "--node-ipc"));
    if (transport === "stdio") {
      const server = spawned(built("server.cjs"), "--stdio");
      return new Wire(server, server.stdout as Readable, server.stdin as Writable);
    }
    const { editor, place } = await listening(transport);
    const server = spawned(built("cli.cjs"), "lsp", `--${transport}=${place}`);
    const [socket] = await once(editor, "connection");
    editor.close();
    return new Wire(server, socket, socket);
  }

  /** Starts an initialized server. By default it uses Japanese and the tests' date, and the client pulls. */
  static async start(options: WireOptions = {}, params: Readonly<Record<string, unknown>> = {}): Promise<Wire> {
    const wire = await Wire.connect(options);
    const answer = await wire.request("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities: PULL,
      initializationOptions: { asOf: AS_OF, language: "ja" },
      ...params,
    });
    if (answer.error) throw new Error(answer.error.message);
    wire.send({ jsonrpc: "2.0", method: "initialized", params: {} });
    return wire;
  }

  /** Sends bytes as they are. */
  write(bytes: string | Uint8Array): void {
    this.#output?.write(bytes);
  }

  /** Sends a value as JSON, valid message or not. */
  send(message: unknown): void {
    this.#send(message);
  }

  notify(method: string, params?: unknown): void {
    this.send({ jsonrpc: "2.0", method, params });
  }

  /** Sends a request with a new id, and resolves with the answer. */
  request(method: string, params?: unknown): Promise<Wired> {
    const id = ++this.#id;
    this.send({ jsonrpc: "2.0", id, method, params });
    return this.answerTo(id);
  }

  answerTo(id: string | number | null): Promise<Wired> {
    return this.received.first((message) => message.id === id && message.method === undefined);
  }

  open(uri: string, text: string, version = 1): void {
    this.notify("textDocument/didOpen", { textDocument: { uri, languageId: "vendor-profile", version, text } });
  }

  change(uri: string, version: number, ...contentChanges: readonly unknown[]): void {
    this.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
  }

  /** The diagnostics of a document. */
  async items(uri: string): Promise<readonly { readonly code: string; readonly message: string }[]> {
    const { result, error } = await this.request("textDocument/diagnostic", { textDocument: { uri } });
    if (error) throw new Error(error.message);
    return (result as { items: [] }).items;
  }

  /** The size of the server's heap after garbage collection, in bytes. */
  async heap(): Promise<number> {
    this.server.send({ aside: "heap" });
    const [{ bytes }] = (await once(this.server, "message")) as [{ readonly bytes: number }];
    return bytes;
  }

  /** Resolves once the server has handled all earlier messages. */
  async handled(): Promise<void> {
    await this.request("workspace/textDocumentContent", { uri: "" });
  }

  /** Closes the channel from the server. */
  async deafen(): Promise<void> {
    if (!this.#input) return;
    const closed = once(this.#input, "close");
    this.#input.destroy();
    await closed;
  }

  /** Closes the channel to the server. */
  hangUp(): void {
    if (this.#output) this.#output.end();
    else this.server.disconnect();
  }
}

export function framed(body: string): string {
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

let pipes = 0;

/** A listening editor, and the pipe or port that it listens on. */
async function listening(transport: "pipe" | "socket"): Promise<{ editor: Server; place: string | number }> {
  const name = `vp-wire-${process.pid}-${++pipes}`;
  const path = process.platform === "win32" ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
  const editor = createServer().listen(transport === "pipe" ? path : { port: 0, host: "127.0.0.1" });
  await once(editor, "listening");
  return { editor, place: transport === "pipe" ? path : (editor.address() as AddressInfo).port };
}
