import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { bundled } from "../core/bundled.ts";
import { startServer } from "../server.ts";
import { runtime } from "./runtime.ts";

// the transport is named on the command line: --stdio, --node-ipc, --pipe=… or --socket=…
startServer(createConnection(ProposedFeatures.all), runtime, bundled);
