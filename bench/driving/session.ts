import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type ServerCapabilities,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
  TextDocumentSyncKind,
} from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Server } from "../peers/servers.ts";

const PATIENCE = 120_000;

/** An editor that shows what it gets, and does not pull diagnostics. */
const capabilities: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
    hover: { contentFormat: ["markdown", "plaintext"] },
    completion: {
      contextSupport: true,
      completionItem: {
        snippetSupport: true,
        documentationFormat: ["markdown", "plaintext"],
        resolveSupport: { properties: ["documentation", "detail"] },
      },
    },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["", "quickfix", "refactor", "source"] } },
      dataSupport: true,
      disabledSupport: true,
      isPreferredSupport: true,
      resolveSupport: { properties: ["edit"] },
    },
    codeLens: {},
  },
  workspace: { workspaceEdit: { documentChanges: true } },
};

interface Waiting {
  readonly fits: (publish: PublishDiagnosticsParams) => boolean;
  readonly resolve: (at: number) => void;
}

/** A server over stdio, and a client that waits for its diagnostics. */
export class Session {
  readonly #server: Server;
  readonly #child: ChildProcess;
  readonly #connection: ProtocolConnection;
  readonly #waiting = new Map<string, Waiting>();
  /** The texts, for a server that wants the whole of one at each change. */
  readonly #texts = new Map<string, TextDocument>();
  readonly #diagnostics = new Map<string, readonly Diagnostic[]>();
  readonly #ended: Promise<never>;
  #capabilities: ServerCapabilities = {};
  #errors = "";

  /** Starts a server and opens the protocol with it. */
  static async start(server: Server, folder: string): Promise<Session> {
    const session = new Session(server);
    const params: InitializeParams = {
      processId: process.pid,
      rootUri: folder,
      locale: "ja",
      capabilities,
      ...(server.options && { initializationOptions: server.options }),
    };
    const { capabilities: able } = await session.#promptly(
      session.#connection.sendRequest<InitializeResult>("initialize", params),
    );
    session.#capabilities = able;
    session.#connection.sendNotification("initialized", {});
    return session;
  }

  private constructor(server: Server) {
    this.#server = server;
    this.#child = spawn(process.execPath, [...server.command, "--stdio"], { stdio: "pipe" });
    const { stdin, stdout, stderr } = this.#child;
    if (!stdin || !stdout || !stderr) throw new Error(`${server.title.en} has no streams.`);
    stderr.on("data", (data) => {
      this.#errors += data;
    });
    this.#ended = once(this.#child, "exit").then(([code]) => this.#fail(`ended with ${code}`));
    // of no interest while nothing is waited for
    this.#ended.catch(() => {});
    this.#connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.#connection.onRequest("workspace/configuration", ({ items }: { items: { section?: string }[] }) =>
      items.map(({ section = "" }) => server.settings?.[section] ?? null),
    );
    this.#connection.onNotification("textDocument/publishDiagnostics", (publish: PublishDiagnosticsParams) => {
      const at = performance.now();
      this.#diagnostics.set(publish.uri, publish.diagnostics);
      const waiting = this.#waiting.get(publish.uri);
      if (waiting?.fits(publish)) waiting.resolve(at);
    });
    this.#connection.listen();
  }

  /** What the server can do. */
  get capabilities(): ServerCapabilities {
    return this.#capabilities;
  }

  get pid(): number {
    return this.#child.pid ?? this.#fail("has no process");
  }

  /** Opens a document; resolves with the time at which its first diagnostics arrive. An empty list is none. */
  open(uri: string, text: string): Promise<number> {
    const shown = this.#published(uri, ({ diagnostics }) => diagnostics.length > 0);
    const textDocument = { uri, languageId: "yaml", version: 1, text };
    if (this.#wantsWhole) this.#texts.set(uri, TextDocument.create(uri, "yaml", 1, text));
    this.#connection.sendNotification("textDocument/didOpen", { textDocument });
    return shown;
  }

  /** The diagnostics of a document as they were published last. */
  diagnostics(uri: string): readonly Diagnostic[] {
    return this.#diagnostics.get(uri) ?? [];
  }

  close(uri: string): void {
    this.#texts.delete(uri);
    this.#connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  }

  /** Asks about a document, right after a change of it if there is one; resolves with the milliseconds until the answer arrives. */
  async ask(
    method: string,
    uri: string,
    params: object,
    change?: { readonly version: number; readonly contentChanges: readonly TextDocumentContentChangeEvent[] },
  ): Promise<{ time: number; failed: boolean }> {
    const contentChanges = change && this.#changes(uri, change.version, change.contentChanges);
    const from = performance.now();
    if (change) {
      const textDocument = { uri, version: change.version };
      this.#connection.sendNotification("textDocument/didChange", { textDocument, contentChanges });
    }
    const answer = this.#connection.sendRequest(method, { textDocument: { uri }, ...params });
    const failed = await this.#promptly(answer.then(isError, isError));
    return { time: performance.now() - from, failed };
  }

  /** Changes a document; resolves with the milliseconds until the diagnostics that fit arrive. */
  async change(
    uri: string,
    version: number,
    change: TextDocumentContentChangeEvent,
    fits: (diagnostics: readonly Diagnostic[]) => boolean,
  ): Promise<number> {
    const shown = this.#published(uri, (publish) => (publish.version ?? version) === version && fits(publish.diagnostics));
    const contentChanges = this.#changes(uri, version, [change]);
    const from = performance.now();
    this.#connection.sendNotification("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
    return (await shown) - from;
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, "exit");
    await this.#promptly(this.#connection.sendRequest("shutdown"));
    this.#connection.sendNotification("exit");
    const impatience = setTimeout(() => this.#child.kill("SIGKILL"), 5_000);
    await ended;
    clearTimeout(impatience);
    this.#connection.dispose();
  }

  get #wantsWhole(): boolean {
    const { textDocumentSync: sync } = this.#capabilities;
    return (typeof sync === "object" ? sync.change : sync) === TextDocumentSyncKind.Full;
  }

  /** Changes as the server wants them. */
  #changes(
    uri: string,
    version: number,
    changes: readonly TextDocumentContentChangeEvent[],
  ): readonly TextDocumentContentChangeEvent[] {
    const document = this.#texts.get(uri);
    return document ? [{ text: TextDocument.update(document, [...changes], version).getText() }] : changes;
  }

  #published(uri: string, fits: Waiting["fits"]): Promise<number> {
    return this.#promptly(
      new Promise((resolve) => {
        this.#waiting.set(uri, { fits, resolve });
      }),
    );
  }

  /** What a server does not answer in time is a failure, as is its end. */
  async #promptly<T>(work: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`${this.#server.title.en} did not answer.\n${this.#errors}`)), PATIENCE);
    });
    try {
      return await Promise.race([work, late, this.#ended]);
    } finally {
      clearTimeout(timer);
    }
  }

  #fail(what: string): never {
    throw new Error(`${this.#server.title.en} ${what}.\n${this.#errors}`);
  }
}

function isError(answer: unknown): boolean {
  return answer instanceof Error;
}
