import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Writable } from "node:stream";
import {
  AbstractMessageWriter,
  type CancellationToken,
  type ClientCapabilities,
  ConfigurationRequest,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  IPCMessageReader,
  IPCMessageWriter,
  type Message,
  type MessageWriter,
  type ProtocolConnection,
  type ProtocolRequestType,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  RegistrationRequest,
  type RequestParam,
  ShutdownRequest,
  StreamMessageReader,
  type TextDocumentContentChangeEvent,
  TextDocumentContentRequest,
} from "vscode-languageserver-protocol/node";
import type { VerdictParams } from "../../protocol/requests.ts";
import { AS_OF } from "../support/analyze.ts";
import { built, environment } from "./built.ts";

/** The capabilities of a client that pulls diagnostics. */
export const PULL: ClientCapabilities = {
  textDocument: { diagnostic: { relatedInformation: true } },
  workspace: { diagnostics: { refreshSupport: true } },
};

/** The capabilities of a client to which diagnostics are published. */
export const PUSH: ClientCapabilities = { textDocument: { publishDiagnostics: { versionSupport: true } } };

export interface ClientOptions {
  readonly transport?: "stdio" | "node-ipc";
  /** The program to run; by default our built server. */
  readonly program?: string;
  /** Arguments before the transport. */
  readonly args?: readonly string[];
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: Record<string, unknown>;
  readonly initialize?: Partial<InitializeParams>;
  readonly env?: NodeJS.ProcessEnv;
  /** The answers to workspace/configuration, by section. */
  readonly configuration?: Record<string, unknown>;
  /** The answers to other requests, by method. A handler that throws refuses the request. */
  readonly answers?: Record<string, (params: unknown) => unknown>;
}

/** Received items; a test can wait for one. */
export class Inbox<T> {
  readonly all: T[] = [];
  readonly #waiting = new Set<{ test: (item: T) => boolean; resolve: (item: T) => void; reject: (error: Error) => void }>();

  add(item: T): void {
    this.all.push(item);
    for (const waiter of this.#waiting) {
      if (!waiter.test(item)) continue;
      this.#waiting.delete(waiter);
      waiter.resolve(item);
    }
  }

  /** The first item that passes the test; waits for it if necessary. */
  first(test: (item: T) => boolean = () => true): Promise<T> {
    const here = this.all.find(test);
    if (here !== undefined) return Promise.resolve(here);
    return new Promise((resolve, reject) => this.#waiting.add({ test, resolve, reject }));
  }

  fail(error: Error): void {
    for (const { reject } of this.#waiting) reject(error);
    this.#waiting.clear();
  }
}

/** Writes messages to a stream. Those sent within `together` are written at once, so they arrive together. */
class PieceWriter extends AbstractMessageWriter implements MessageWriter {
  #held: string[] | undefined;
  readonly #stream: Writable;

  constructor(stream: Writable) {
    super();
    this.#stream = stream;
    stream.on("error", (error) => this.fireError(error));
  }

  async write(message: Message): Promise<void> {
    const body = JSON.stringify(message);
    const piece = `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    if (this.#held) this.#held.push(piece);
    else this.#stream.write(piece);
  }

  together(send: () => void): void {
    this.#held = [];
    send();
    this.#stream.write(this.#held.join(""));
    this.#held = undefined;
  }

  end(): void {
    this.#stream.end();
  }
}

const running = new Set<ChildProcess>();

/** Has `killServers` end a process that is still running. */
export function track(server: ChildProcess): void {
  running.add(server);
  server.once("exit", () => running.delete(server));
}

/** Ends every server that a test left running. */
export async function killServers(): Promise<void> {
  await Promise.all(
    [...running].map(async (server) => {
      const exit = once(server, "exit");
      server.kill("SIGKILL");
      await exit;
    }),
  );
}

/** A language client with a server in a process of its own. */
export class Client {
  readonly server: ChildProcess;
  readonly connection: ProtocolConnection;
  readonly exited: Promise<number | null>;
  readonly published = new Inbox<PublishDiagnosticsParams>();
  readonly verdicts = new Inbox<VerdictParams>();
  readonly refreshes = new Inbox<"refresh">();
  readonly registrations = new Inbox<string>();
  configuration: Record<string, unknown>;
  readonly #pieces: PieceWriter | undefined;
  readonly #died: Promise<never>;

  private constructor({
    transport = "stdio",
    program,
    args: extraArgs = [],
    env,
    capabilities,
    configuration = {},
    answers = {},
  }: ClientOptions) {
    const args = [program ?? built("server.cjs"), ...extraArgs, `--${transport}`];
    const stdio = transport === "stdio" ? ("pipe" as const) : (["pipe", "pipe", "pipe", "ipc"] as const);
    const server = spawn(process.execPath, args, {
      env: environment(env),
      stdio: typeof stdio === "string" ? stdio : [...stdio],
    });
    this.server = server;
    this.configuration = configuration;
    track(server);
    let standardError = "";
    server.stderr?.setEncoding("utf8").on("data", (text: string) => {
      standardError += text;
    });
    this.exited = once(server, "exit").then(([status]) => status);
    this.#died = this.exited.then((status) => {
      const error = new Error(`the server ended (${status}): ${standardError}`);
      for (const inbox of [this.published, this.verdicts, this.refreshes, this.registrations]) inbox.fail(error);
      throw error;
    });
    this.#died.catch(() => this.connection.dispose());
    if (transport === "stdio") {
      this.#pieces = new PieceWriter(server.stdin as Writable);
      this.connection = createProtocolConnection(new StreamMessageReader(server.stdout as NodeJS.ReadableStream), this.#pieces);
    } else {
      this.connection = createProtocolConnection(new IPCMessageReader(server), new IPCMessageWriter(server));
    }
    const { connection } = this;
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => this.published.add(params));
    connection.onNotification("vendorProfile/verdict", (params: VerdictParams) => this.verdicts.add(params));
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      for (const { method } of registrations) this.registrations.add(method);
    });
    if (capabilities?.workspace?.configuration) {
      connection.onRequest(ConfigurationRequest.type, ({ items }) =>
        items.map(({ section }) => this.configuration[section ?? ""] ?? null),
      );
    }
    if (capabilities?.workspace?.diagnostics?.refreshSupport) {
      connection.onRequest(DiagnosticRefreshRequest.type, () => this.refreshes.add("refresh"));
    }
    for (const [method, answer] of Object.entries(answers)) connection.onRequest(method, answer);
    connection.onError(() => {});
    connection.listen();
  }

  /** A client with an initialized server. By default it uses Japanese and the tests' date. */
  static async start(options: ClientOptions = {}): Promise<Client & { readonly result: InitializeResult }> {
    const client = new Client(options);
    const result = await client.#answer(
      client.connection.sendRequest(InitializeRequest.type, {
        processId: process.pid,
        rootUri: null,
        capabilities: options.capabilities ?? {},
        initializationOptions: { asOf: AS_OF, language: "ja", ...options.initializationOptions },
        ...options.initialize,
      }),
    );
    await client.connection.sendNotification(InitializedNotification.type, {});
    return Object.assign(client, { result });
  }

  open(uri: string, text: string, version = 1): void {
    this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: "vendor-profile", version, text },
    });
  }

  change(uri: string, version: number, ...contentChanges: TextDocumentContentChangeEvent[]): void {
    this.connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument: { uri, version }, contentChanges });
  }

  close(uri: string): void {
    this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  pull(uri: string, previousResultId?: string, token?: CancellationToken): Promise<DocumentDiagnosticReport> {
    const params = { textDocument: { uri }, ...(previousResultId === undefined ? {} : { previousResultId }) };
    return this.#answer(this.connection.sendRequest(DocumentDiagnosticRequest.type, params, token));
  }

  /** The diagnostics of a document, pulled without a previous result. */
  async items(uri: string) {
    const report = await this.pull(uri);
    if (report.kind !== "full") throw new Error(`a full report was expected, not ${report.kind}`);
    return report.items;
  }

  /** Tells the server that settings have changed. A client that cannot be asked for them sends them along. */
  changeSettings(settings: unknown): void {
    this.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
  }

  async page(uri: string): Promise<string | null> {
    const result = await this.#answer(this.connection.sendRequest(TextDocumentContentRequest.type, { uri }));
    return result?.text ?? null;
  }

  /** Sends any other request. */
  request<P, R, PR, E, RO>(
    type: ProtocolRequestType<P, R, PR, E, RO>,
    params: RequestParam<P>,
    token?: CancellationToken,
  ): Promise<R> {
    return this.#answer(this.connection.sendRequest(type, params, token));
  }

  /** The answer to a request; rejects with the server's standard error if the server ends first. */
  #answer<T>(answer: Promise<T>): Promise<T> {
    return Promise.race([answer, this.#died]);
  }

  /** Sends several messages at once. Over stdio only. */
  together(send: () => void): void {
    this.#pieces?.together(send);
  }

  async stop(): Promise<number | null> {
    await this.#answer(this.connection.sendRequest(ShutdownRequest.type));
    await this.connection.sendNotification(ExitNotification.type);
    return this.exited;
  }
}
