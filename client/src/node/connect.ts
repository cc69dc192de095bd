import { join } from "node:path";
import { LanguageClient, type NodeModule, TransportKind } from "vscode-languageclient/node";
import type { Connect } from "../connect.ts";
import { FLAGS } from "./flags.ts";

/** On a desktop or remote host the server runs in its own Node process. */
export const connect: Connect = (context, id, name, options) => {
  const run: NodeModule = {
    module: context.asAbsolutePath("dist/desktop-server.cjs"),
    args: [join(context.globalStorageUri.fsPath, "compiled")],
    transport: TransportKind.ipc,
    options: { execArgv: FLAGS },
  };
  const debug: NodeModule = { ...run, options: { execArgv: [...FLAGS, "--nolazy", "--inspect=6009"] } };
  return new LanguageClient(id, name, { run, debug }, options);
};
