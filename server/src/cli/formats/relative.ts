import { relative, sep } from "node:path";

/** A path for other programs: relative to the current folder, so that it reveals nothing of the machine, with `/`. */
export function relativePath(path: string): string {
  return path === "-" ? path : relative("", path).replaceAll(sep, "/");
}
