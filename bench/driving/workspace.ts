import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { folder } from "../folder.ts";
import type { Server } from "../peers/servers.ts";

/** The workspace that servers are told of. */
export const workspace = pathToFileURL(folder).href;

/** A document in it, of a server's kind. */
export function uri({ kind }: Server, index = 0): string {
  return pathToFileURL(join(folder, kind.path(index))).href;
}
