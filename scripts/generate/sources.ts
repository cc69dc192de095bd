import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** The project's folder. */
export const root = new URL("../../", import.meta.url);

export function readText(path: string): string {
  return readFileSync(new URL(path, root), "utf8");
}

/** A YAML file of the project, with merge keys. The caller knows its shape; the schemas check it. */
export function readYaml<T>(path: string): T {
  return parse(readText(path), { merge: true }) as T;
}

export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
