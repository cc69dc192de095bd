/** Starts the server on a desktop or a remote host, from compiled code that is cached in the folder named by the first argument. */
import { join } from "node:path";
import { loadCompiled } from "../host/node/code-cache.ts";

/** In milliseconds. By then V8 has compiled everything that a start needs. */
const CACHE_DELAY = 5_000;

// Removed here, because the server parses the remaining arguments.
const [folder] = process.argv.splice(2, 1) as [string];
const { wasCompiled, keep } = loadCompiled(join(__dirname, "server.cjs"), folder, require);
// The cache is optional: a full or read-only disk is not an error.
if (!wasCompiled) setTimeout(() => keep().catch(() => {}), CACHE_DELAY).unref();
