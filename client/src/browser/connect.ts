import { type ExtensionContext, Uri, workspace } from "vscode";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type LanguageClientOptions,
} from "vscode-languageclient/browser";
import { fileRequests, type ScriptAnswer, type ScriptParams } from "../../../protocol/file-system.ts";
import type { Connect } from "../connect.ts";

/** In a browser the server runs in a worker, created anew at each start. */
export const connect: Connect = (context, id, name, options) => {
  const client = new WorkerClient(id, name, options, () => read(context, "server"));
  client.onRequest(fileRequests.script, async ({ name }: ScriptParams): Promise<ScriptAnswer> => {
    if (name !== "spreadsheet") throw new Error(`No such script: ${name}`);
    return { text: new TextDecoder().decode(await read(context, name)) };
  });
  return client;
};

class WorkerClient extends LanguageClient {
  readonly #end: () => void;

  constructor(id: string, name: string, options: LanguageClientOptions, script: () => Thenable<Uint8Array>) {
    let worker: Worker | undefined;
    const end = () => worker?.terminate();
    const start = async () => {
      // a worker that failed to start still exists
      end();
      worker = workerOf(await script());
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    };
    super(id, name, start, options);
    this.#end = end;
  }

  override async stop(timeout?: number): Promise<void> {
    try {
      await super.stop(timeout);
    } finally {
      this.#end();
    }
  }
}

function read({ extensionUri }: ExtensionContext, script: string): Thenable<Uint8Array> {
  return workspace.fs.readFile(Uri.joinPath(extensionUri, `dist/${script}.cjs`));
}

/** Makes a worker from a script's text: the extension's own URI cannot be used for workers. */
function workerOf(script: Uint8Array): Worker {
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const worker = new Worker(url);
  // the worker may read the URL as late as this
  worker.addEventListener("message", () => URL.revokeObjectURL(url), { once: true });
  return worker;
}
