import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** The URL of the repository's folder. */
export const root = new URL("../../", import.meta.url);

export function readText(path: string): string {
  return readFileSync(new URL(path, root), "utf8");
}

/** Parses a YAML file of the repository, merge keys included. Does not check its shape: the callers' schemas do. */
export function readYaml<T>(path: string): T {
  return parse(readText(path), (key, value) => refuseCutText(path, key, value), { merge: true }) as T;
}

/** Throws for an unquoted comma in a text: in `{ en: one, two }` the text ends at the comma, and "two" becomes a key without a value. */
function refuseCutText(path: string, key: unknown, value: unknown): unknown {
  if (value === null && typeof key === "string" && key.includes(" "))
    throw new Error(`${path}: quote the text before “, ${key}”`);
  return value;
}

export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
