import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { folder } from "../folder.ts";
import type { Server } from "../peers/servers.ts";

/** The URI of the workspace that servers open. */
export const workspace = pathToFileURL(folder).href;

/** The URI of a document in it, of the kind that a server reads. */
export function uri({ kind }: Server, index = 0): string {
  return pathToFileURL(join(folder, kind.path(index))).href;
}
