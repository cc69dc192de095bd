import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { runtime } from "./runtime.ts";

/** A process of Node. The transport is named on the command line: --stdio, --node-ipc, --pipe=… or --socket=… */
export function host() {
  return { connection: createConnection(ProposedFeatures.all), runtime };
}
