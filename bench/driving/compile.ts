import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { SMALL } from "../documents/kind.ts";
import type { Server } from "../peers/servers.ts";
import { Session } from "./session.ts";
import { uri, workspace } from "./workspace.ts";

/** How long a server may take to write its compiled code, in seconds. */
const TIMEOUT_SECONDS = 30;

/**
 * Starts a server once so that it caches its compiled code, as it is at every start but the first. Does nothing for a server
 * without such a cache.
 */
export async function letCompile(server: Server): Promise<void> {
  const { compiled } = server;
  if (compiled === undefined) return;
  const session = await Session.start(server, workspace);
  await session.open(uri(server), server.kind.make(SMALL));
  for (let waited = 0; !existsSync(compiled); waited++) {
    if (waited === TIMEOUT_SECONDS) throw new Error(`${server.title.en} did not write ${compiled}.`);
    await sleep(1_000);
  }
  await session.stop();
}
