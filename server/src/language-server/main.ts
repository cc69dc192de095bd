import { isNode } from "../../../protocol/host.ts";
import { bundled } from "../core/analysis/bundled.ts";
import { startServer } from "./server.ts";

// one bundle for both hosts: only the side of the one that it runs in is evaluated
const { host } = isNode
  ? (require("./node/host.ts") as typeof import("./node/host.ts"))
  : (require("./browser/host.ts") as typeof import("./browser/host.ts"));
const { connection, runtime } = host();

startServer(connection, runtime, bundled);
