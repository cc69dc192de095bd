import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from "vscode-languageserver/browser";
import { runtimeOver } from "./runtime.ts";

/** A web worker. The client is who has made it. */
export function host() {
  const connection = createConnection(ProposedFeatures.all, new BrowserMessageReader(self), new BrowserMessageWriter(self));
  return { connection, runtime: runtimeOver(connection, navigator.language) };
}
