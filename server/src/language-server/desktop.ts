/** The server as VS Code starts it on a desktop or a remote host: from code that is compiled once, kept in the folder it names first. */
import { join } from "node:path";
import { loadCompiled } from "../host/node/code-cache.ts";

/** Milliseconds after which whatever a start needs has been compiled. */
const STARTED = 5_000;

// the rest is for the server
const [folder] = process.argv.splice(2, 1) as [string];
const { wasCompiled, keep } = loadCompiled(join(__dirname, "server.cjs"), folder, require);
// it starts without as well: a disk that is full or may not be written to is no reason to complain
if (!wasCompiled) setTimeout(() => keep().catch(() => {}), STARTED).unref();
