import { cp } from "node:fs/promises";
import { join } from "node:path";
import { emptyFolder, folder, root } from "../folder.ts";
import { bundle } from "./bundle.ts";
import { type Checkers, checkers } from "./checkers.ts";
import { type Servers, servers } from "./servers.ts";

/** The programs to measure: ours, the floors and the peers. */
export interface Peers {
  /** The path of the bundle of entries/analysis.ts. */
  readonly analysis: string;
  readonly servers: Servers;
  readonly checkers: Checkers;
}

export async function preparePeers(): Promise<Peers> {
  await emptyFolder();
  // A copy, so that a build during the bench changes nothing.
  const dist = join(folder, "dist");
  await cp(join(root, "dist"), dist, { recursive: true });
  return { analysis: await bundle("analysis"), servers: await servers(dist), checkers: await checkers(dist) };
}
