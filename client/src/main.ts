import type { ExtensionContext } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { isNode } from "../../protocol/host.ts";
import { clientId, clientName, startClient } from "./client.ts";

// one bundle for both hosts: only the current host's side is evaluated
const { connect } = isNode
  ? (require("./node/connect.ts") as typeof import("./node/connect.ts"))
  : (require("./browser/connect.ts") as typeof import("./browser/connect.ts"));

let client: BaseLanguageClient | undefined;

/** Activates the extension. */
export async function activate(context: ExtensionContext): Promise<void> {
  client = await startClient(context, (options) => connect(context, clientId, clientName, options));
}

/** Lets the server shut down before the host exits. */
export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}
