import type { ExtensionContext } from "vscode";
import { type BaseLanguageClient, LanguageClient, type NodeModule, TransportKind } from "vscode-languageclient/node";
import { clientId, clientName, startClient } from "../client.ts";

let client: BaseLanguageClient | undefined;

/** Activates the extension on a desktop or remote host: the server is a Node process of its own. */
export async function activate(context: ExtensionContext): Promise<void> {
  const run: NodeModule = { module: context.asAbsolutePath("dist/server.cjs"), transport: TransportKind.ipc };
  const debug: NodeModule = { ...run, options: { execArgv: ["--nolazy", "--inspect=6009"] } };
  client = await startClient(context, (options) => new LanguageClient(clientId, clientName, { run, debug }, options));
}

/** Lets the server shut down before the host goes. */
export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}
