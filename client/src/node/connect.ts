import { join } from "node:path";
import { LanguageClient, type NodeModule, TransportKind } from "vscode-languageclient/node";
import type { Connect } from "../connect.ts";

/** On a desktop or remote host the server is a Node process of its own. */
export const connect: Connect = (context, id, name, options) => {
  const run: NodeModule = {
    module: context.asAbsolutePath("dist/desktop-server.cjs"),
    args: [join(context.globalStorageUri.fsPath, "compiled")],
    transport: TransportKind.ipc,
  };
  const debug: NodeModule = { ...run, options: { execArgv: ["--nolazy", "--inspect=6009"] } };
  return new LanguageClient(id, name, { run, debug }, options);
};
