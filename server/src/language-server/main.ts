import { isNode } from "../../../protocol/host.ts";
import { bundled } from "../core/analysis/bundled.ts";
import { startServer } from "./server.ts";

// One bundle serves both hosts. `require` evaluates only the module of the host it runs in.
const { host } = isNode
  ? (require("./node/host.ts") as typeof import("./node/host.ts"))
  : (require("./browser/host.ts") as typeof import("./browser/host.ts"));
const { connection, runtime } = host();

startServer(connection, runtime, bundled);
