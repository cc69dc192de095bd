import { relative, sep } from "node:path";

/** A file's path as other programs are told it: relative to the current folder, so that it says nothing of the machine; with `/`. */
export function relativePath(path: string): string {
  return path === "-" ? path : relative("", path).replaceAll(sep, "/");
}
