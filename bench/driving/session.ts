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

/** How long to wait for an answer or for diagnostics, in milliseconds. */
const TIMEOUT = 120_000;

/** The capabilities of an editor that does not pull diagnostics: the server publishes them. */
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
  readonly matches: (publish: PublishDiagnosticsParams) => boolean;
  readonly resolve: (at: number) => void;
}

/** A client of a server over stdio. It measures when diagnostics and answers arrive. */
export class Session {
  readonly #server: Server;
  readonly #child: ChildProcess;
  readonly #connection: ProtocolConnection;
  readonly #waiting = new Map<string, Waiting>();
  /** The open texts. Kept only for a server that syncs whole texts. */
  readonly #texts = new Map<string, TextDocument>();
  readonly #diagnostics = new Map<string, readonly Diagnostic[]>();
  readonly #ended: Promise<never>;
  #capabilities: ServerCapabilities = {};
  #errors = "";

  /** Starts a server and initializes it. */
  static async start(server: Server, folder: string): Promise<Session> {
    const session = new Session(server);
    const params: InitializeParams = {
      processId: process.pid,
      rootUri: folder,
      locale: "ja",
      capabilities,
      ...(server.options && { initializationOptions: server.options }),
    };
    const result = await session.#inTime(session.#connection.sendRequest<InitializeResult>("initialize", params));
    session.#capabilities = result.capabilities;
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
    // Without a pending request, nobody else handles the rejection.
    this.#ended.catch(() => {});
    this.#connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.#connection.onRequest("workspace/configuration", ({ items }: { items: { section?: string }[] }) =>
      items.map(({ section = "" }) => server.settings?.[section] ?? null),
    );
    this.#connection.onNotification("textDocument/publishDiagnostics", (publish: PublishDiagnosticsParams) => {
      const at = performance.now();
      this.#diagnostics.set(publish.uri, publish.diagnostics);
      const waiting = this.#waiting.get(publish.uri);
      if (waiting?.matches(publish)) waiting.resolve(at);
    });
    this.#connection.listen();
  }

  /** The capabilities that the server announced. */
  get capabilities(): ServerCapabilities {
    return this.#capabilities;
  }

  get pid(): number {
    return this.#child.pid ?? this.#fail("has no process");
  }

  /** Opens a document. Resolves with the time at which its first diagnostics arrive; an empty list does not count. */
  open(uri: string, text: string): Promise<number> {
    const shown = this.#published(uri, ({ diagnostics }) => diagnostics.length > 0);
    const textDocument = { uri, languageId: "yaml", version: 1, text };
    if (this.#syncsWholeTexts) this.#texts.set(uri, TextDocument.create(uri, "yaml", 1, text));
    this.#connection.sendNotification("textDocument/didOpen", { textDocument });
    return shown;
  }

  /** The diagnostics of a document that the server published last. */
  diagnostics(uri: string): readonly Diagnostic[] {
    return this.#diagnostics.get(uri) ?? [];
  }

  close(uri: string): void {
    this.#texts.delete(uri);
    this.#connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  }

  /** Sends a request about a document, right after the given change of it. Resolves with the milliseconds until the answer. */
  async request(
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
    const failed = await this.#inTime(answer.then(isError, isError));
    return { time: performance.now() - from, failed };
  }

  /** Changes a document. Resolves with the milliseconds until matching diagnostics arrive. */
  async change(
    uri: string,
    version: number,
    change: TextDocumentContentChangeEvent,
    matches: (diagnostics: readonly Diagnostic[]) => boolean,
  ): Promise<number> {
    const shown = this.#published(uri, (publish) => (publish.version ?? version) === version && matches(publish.diagnostics));
    const contentChanges = this.#changes(uri, version, [change]);
    const from = performance.now();
    this.#connection.sendNotification("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
    return (await shown) - from;
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, "exit");
    await this.#inTime(this.#connection.sendRequest("shutdown"));
    this.#connection.sendNotification("exit");
    const killTimer = setTimeout(() => this.#child.kill("SIGKILL"), 5_000);
    await ended;
    clearTimeout(killTimer);
    this.#connection.dispose();
  }

  get #syncsWholeTexts(): boolean {
    const { textDocumentSync: sync } = this.#capabilities;
    return (typeof sync === "object" ? sync.change : sync) === TextDocumentSyncKind.Full;
  }

  /** The changes in the form that the server syncs: ranges, or the whole text. */
  #changes(
    uri: string,
    version: number,
    changes: readonly TextDocumentContentChangeEvent[],
  ): readonly TextDocumentContentChangeEvent[] {
    const document = this.#texts.get(uri);
    return document ? [{ text: TextDocument.update(document, [...changes], version).getText() }] : changes;
  }

  /** The time at which matching diagnostics of a document arrive. */
  #published(uri: string, matches: Waiting["matches"]): Promise<number> {
    return this.#inTime(
      new Promise((resolve) => {
        this.#waiting.set(uri, { matches, resolve });
      }),
    );
  }

  /** Rejects if the server is late or ends first. */
  async #inTime<T>(work: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`${this.#server.title.en} did not answer.\n${this.#errors}`)), TIMEOUT);
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
