import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** The URL of the project's folder. */
export const root = new URL("../../", import.meta.url);

export function readText(path: string): string {
  return readFileSync(new URL(path, root), "utf8");
}

/** Reads a YAML file of the project, with merge keys. The caller states its shape; the schemas check it. */
export function readYaml<T>(path: string): T {
  return parse(readText(path), (key, value) => refuseCutText(path, key, value), { merge: true }) as T;
}

/** Throws at a text cut by a comma: YAML reads `{ en: one, two }` as the text "one" and a key "two" without a value. */
function refuseCutText(path: string, key: unknown, value: unknown): unknown {
  if (value === null && typeof key === "string" && key.includes(" "))
    throw new Error(`${path}: quote the text before “, ${key}”`);
  return value;
}

export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
