import { type ExtensionContext, Uri, workspace } from "vscode";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type LanguageClientOptions,
} from "vscode-languageclient/browser";
import { fileRequests, type ScriptAnswer, type ScriptParams } from "../../../protocol/file-system.ts";
import type { Connect } from "../connect.ts";

/** In a browser the server is a worker, a new one at each start. */
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
      // one that could not be started is still there
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

/** A worker of a script's text: where the extension is, none can be made of its address. */
function workerOf(script: Uint8Array): Worker {
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const worker = new Worker(url);
  // it may be read as late as that
  worker.addEventListener("message", () => URL.revokeObjectURL(url), { once: true });
  return worker;
}
