import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { Guard } from "../validation/message-guard.ts";
import { runtime } from "./runtime.ts";
import { transportOf } from "./transport.ts";

/** A process of Node. The transport is named on the command line. It ends with its client. */
export function host() {
  const { reader, writer, onGone } = transportOf(process.argv.slice(2));
  const guard = new Guard(reader, writer);
  onGone(() => process.exit(guard.isShutDown ? 0 : 1));
  const connection = createConnection(ProposedFeatures.all, guard.reader, guard.writer);
  // what goes wrong beside all requests is logged, too, and stops nothing
  process.on("unhandledRejection", (error) =>
    connection.console.error(error instanceof Error ? `${error.stack}` : String(error)),
  );
  return { connection, runtime };
}
