import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from "vscode-languageserver-protocol/node";
import type { Server } from "./programs.ts";

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
  readonly #diagnostics = new Map<string, readonly Diagnostic[]>();
  readonly #ended: Promise<never>;
  #errors = "";

  /** Starts a server and opens the protocol with it. */
  static async start(server: Server, folder: string): Promise<Session> {
    const session = new Session(server);
    const params: InitializeParams = {
      processId: process.pid,
      rootUri: folder,
      locale: "ja",
      capabilities,
    };
    await session.#promptly(session.#connection.sendRequest("initialize", params));
    session.#connection.sendNotification("initialized", {});
    return session;
  }

  private constructor(server: Server) {
    this.#server = server;
    this.#child = spawn(process.execPath, [...server.command, "--stdio"], { stdio: "pipe" });
    const { stdin, stdout, stderr } = this.#child;
    if (!stdin || !stdout || !stderr) throw new Error(`${server.name} has no streams.`);
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

  get pid(): number {
    return this.#child.pid ?? this.#fail("has no process");
  }

  /** Opens a document; resolves with the time at which its first diagnostics arrive. An empty list is none. */
  open(uri: string, text: string): Promise<number> {
    const shown = this.#published(uri, ({ diagnostics }) => diagnostics.length > 0);
    const textDocument = { uri, languageId: "yaml", version: 1, text };
    this.#connection.sendNotification("textDocument/didOpen", { textDocument });
    return shown;
  }

  /** The diagnostics of a document as they were published last. */
  diagnostics(uri: string): readonly Diagnostic[] {
    return this.#diagnostics.get(uri) ?? [];
  }

  close(uri: string): void {
    this.#connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  }

  /** Asks about a document, right after a change of it if there is one; resolves with the answer and the milliseconds until it arrives. */
  async ask(
    method: string,
    uri: string,
    params: object,
    change?: { readonly version: number; readonly contentChanges: readonly TextDocumentContentChangeEvent[] },
  ): Promise<{ answer: unknown; time: number }> {
    const from = performance.now();
    if (change) {
      const { version, contentChanges } = change;
      this.#connection.sendNotification("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
    }
    const answer = await this.#promptly(this.#connection.sendRequest(method, { textDocument: { uri }, ...params }));
    return { answer, time: performance.now() - from };
  }

  /** Changes a document; resolves with the milliseconds until the diagnostics that fit arrive. */
  async change(
    uri: string,
    version: number,
    change: TextDocumentContentChangeEvent,
    fits: (diagnostics: readonly Diagnostic[]) => boolean,
  ): Promise<number> {
    const shown = this.#published(uri, (publish) => (publish.version ?? version) === version && fits(publish.diagnostics));
    const from = performance.now();
    this.#connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [change],
    });
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
      timer = setTimeout(() => reject(new Error(`${this.#server.name} did not answer.\n${this.#errors}`)), PATIENCE);
    });
    try {
      return await Promise.race([work, late, this.#ended]);
    } finally {
      clearTimeout(timer);
    }
  }

  #fail(what: string): never {
    throw new Error(`${this.#server.name} ${what}.\n${this.#errors}`);
  }
}
