import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { Guard } from "../validation/message-guard.ts";
import { runtime } from "./runtime.ts";
import { transportOf } from "./transport.ts";

/** Runs the server in a Node process. The command line names the transport. The process ends when its client is gone. */
export function host() {
  const { reader, writer, onGone } = transportOf(process.argv.slice(2));
  const guard = new Guard(reader, writer);
  onGone(() => process.exit(guard.isShutDown ? 0 : 1));
  const connection = createConnection(ProposedFeatures.all, guard.reader, guard.writer);
  // An error outside of all requests must not end the process.
  process.on("unhandledRejection", (error) =>
    connection.console.error(error instanceof Error ? `${error.stack}` : String(error)),
  );
  return { connection, runtime };
}
