import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from "vscode-languageserver/browser";
import { Guard } from "../validation/message-guard.ts";
import { runtimeOver } from "./runtime.ts";

/** Runs the server in a web worker. The client is the page that created it. */
export function host() {
  const { reader, writer } = new Guard(new BrowserMessageReader(self), new BrowserMessageWriter(self));
  const connection = createConnection(ProposedFeatures.all, reader, writer);
  return { connection, runtime: runtimeOver(connection, navigator.language) };
}
