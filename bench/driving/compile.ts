import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { SMALL } from "../documents/kind.ts";
import type { Server } from "../peers/servers.ts";
import { Session } from "./session.ts";
import { uri, workspace } from "./workspace.ts";

/** Seconds that a server may take to keep what it has compiled. */
const PATIENCE = 30;

/** Starts a server for the first time, and lets it keep what it has compiled, where it does so: as it is at every start but the first. */
export async function letCompile(server: Server): Promise<void> {
  const { compiled } = server;
  if (compiled === undefined) return;
  const session = await Session.start(server, workspace);
  await session.open(uri(server), server.kind.make(SMALL));
  for (let waited = 0; !existsSync(compiled); waited++) {
    if (waited === PATIENCE) throw new Error(`${server.title.en} has not kept ${compiled}.`);
    await sleep(1_000);
  }
  await session.stop();
}
