import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createProtocolConnection,
  type DataCallback,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  type Message,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
} from "vscode-languageserver-protocol/node";
import {
  type FindParams,
  fileRequests,
  type MissingParams,
  type ReadAnswer,
  type ReadParams,
  type ScriptParams,
} from "../../protocol/file-system.ts";
import { isProfile } from "../../server/src/config/profile-files.ts";
import { addressBeside } from "../../server/src/host/uri.ts";
import { AS_OF } from "../support/analyze.ts";
import { built } from "./built.ts";
import { Inbox, PULL } from "./client.ts";

/** Reduces a Node thread to the globals of a web worker, and runs a script in it. */
const bootstrap = `
  const { parentPort, workerData } = require("node:worker_threads");
  const { runInThisContext } = require("node:vm");
  const give = (name, value) => Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  give("self", globalThis);
  give("navigator", { language: "en-US" });
  give("postMessage", (message) => parentPort.postMessage(message));
  give("addEventListener", () => {});
  parentPort.on("message", (data) => globalThis.onmessage?.({ data }));
  for (const name of ["process", "require", "module", "exports", "__filename", "__dirname", "Buffer", "global", "setImmediate"]) {
    delete globalThis[name];
  }
  runInThisContext(workerData);
`;

const running = new Set<Worker>();

/** A thread with only the globals of a web worker, running a script. */
export function webWorker(script: string): Worker {
  const worker = new Worker(bootstrap, { eval: true, workerData: script, execArgv: [] });
  running.add(worker);
  return worker;
}

/** Ends every worker that a test left running. */
export async function endWorkers(): Promise<void> {
  await Promise.all([...running].map((worker) => worker.terminate()));
  running.clear();
}

class Reader extends AbstractMessageReader {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    super();
    this.#worker = worker;
    worker.on("error", (error) => this.fireError(error));
  }

  listen(callback: DataCallback) {
    this.#worker.on("message", callback);
    return { dispose: () => this.#worker.off("message", callback) };
  }
}

class Writer extends AbstractMessageWriter {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    super();
    this.#worker = worker;
  }

  async write(message: Message): Promise<void> {
    this.#worker.postMessage(message);
  }

  end(): void {}
}

/** The text of a bundle. */
export const scriptOf = (name: "server.cjs" | "spreadsheet.cjs") => readFileSync(built(name), "utf8");

/** A client that has the files, with a server in a worker. */
export class WebClient {
  readonly connection: ProtocolConnection;
  readonly published = new Inbox<PublishDiagnosticsParams>();
  /** The server's requests, by method. */
  readonly asked: string[] = [];
  /** By URI. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    this.files = new Map(Object.entries(files));
    const worker = webWorker(scriptOf("server.cjs"));
    this.connection = createProtocolConnection(new Reader(worker), new Writer(worker));
    this.#answer(fileRequests.read, ({ uri }: ReadParams): ReadAnswer => {
      const content = this.files.get(uri);
      return content === undefined ? { error: "missing" } : { content: Buffer.from(content).toString("base64") };
    });
    this.#answer(fileRequests.find, ({ folder }: FindParams) => ({
      uris: [...this.files.keys()].filter((uri) => uri.startsWith(`${folder}/`) && isProfile(uri)),
    }));
    this.#answer(fileRequests.missing, ({ uri, files }: MissingParams) => ({
      missing: uri.startsWith("untitled:") ? [] : files.filter((file) => !this.files.has(addressBeside(uri, file) ?? "")),
    }));
    this.#answer(fileRequests.script, ({ name }: ScriptParams) => ({ text: scriptOf(`${name}.cjs`) }));
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => this.published.add(params));
    this.connection.listen();
  }

  #answer<P, R>(method: string, answer: (params: P) => R): void {
    this.connection.onRequest(method, (params: P) => {
      this.asked.push(method);
      return answer(params) as never;
    });
  }

  initialize({ initializationOptions, ...rest }: Partial<InitializeParams> = {}): Promise<InitializeResult> {
    const initialized = this.connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities: PULL,
      initializationOptions: { asOf: AS_OF, language: "ja", fileSystem: true, ...initializationOptions },
      ...rest,
    });
    this.connection.sendNotification(InitializedNotification.type, {});
    return initialized;
  }

  open(uri: string, text: string): void {
    this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: "vendor-profile", version: 1, text },
    });
  }

  replace(uri: string, version: number, text: string): void {
    this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  async items(uri: string) {
    const report = await this.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    if (report.kind !== "full") throw new Error(`a full report was expected, not ${report.kind}`);
    return report.items;
  }
}
