import { parse, stringify } from "yaml";
import { type Path, pointer } from "../core/yaml/node.ts";
import { isKept } from "./answer.ts";

/** What has no cell of its own: its place in the profile and, as YAML, what stands there. */
export interface Rest {
  readonly pointer: string;
  readonly yaml: string;
}

/** A value with its place, as texts that cells give back. */
export function restOf(path: Path, value: unknown): Rest {
  const text = stringify(value, { lineWidth: 0, aliasDuplicateObjects: false }).trimEnd();
  const place = pointer(path);
  // of a text that ends in line breaks, YAML's own form needs them
  const isSame = isWhole(text) && JSON.stringify(readYaml(text)?.value) === JSON.stringify(value);
  return { pointer: isWhole(place) ? place : escaped(place), yaml: isSame ? text : escaped(value) };
}

/** Whether cells give a text back, in however many pieces. */
function isWhole(text: string): boolean {
  return text === text.trim() && !/[\t\ufffd]/.test(text) && piecesOf(text).every(isKept);
}

/** A text in pieces, each of which a cell holds. */
export function piecesOf(text: string): string[] {
  return text.match(/[\s\S]{1,30000}(?![\udc00-\udfff])/g) ?? [text];
}

/** As JSON, which is YAML too, with nothing in it that a cell would change. */
function escaped(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll("_x", "\\u005fx")
    .replaceAll("_X", "\\u005fX")
    .replace(/[\x7f-\x9f\ufffd-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The steps of a JSON Pointer, be it in quotes; undefined where a text is none. */
export function stepsOf(text: string): string[] | undefined {
  const pointer = text.startsWith('"') ? readYaml(text)?.value : text;
  if (typeof pointer !== "string" || !pointer.startsWith("/")) return undefined;
  return pointer
    .slice(1)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** What a text says as YAML; undefined where it says nothing. */
export function readYaml(text: string): { readonly value: unknown } | undefined {
  try {
    const value: unknown = parse(text, { maxAliasCount: 0, logLevel: "silent", schema: "core" });
    return value === undefined || value === null ? undefined : { value };
  } catch {
    return undefined;
  }
}
