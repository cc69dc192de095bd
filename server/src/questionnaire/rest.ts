import { parse, stringify } from "yaml";
import { trimBlanks } from "../core/text/white-space.ts";
import { type Path, pointer } from "../core/yaml/node.ts";
import { isKept } from "./answer.ts";

/** A value that has no cell of its own: its JSON Pointer in the profile, and the value as YAML. */
export interface Rest {
  readonly pointer: string;
  readonly yaml: string;
}

/** Writes a value and its place as texts that survive being stored in cells. */
export function restOf(path: Path, value: unknown): Rest {
  const text = stringify(value, { lineWidth: 0, aliasDuplicateObjects: false }).trimEnd();
  const place = pointer(path);
  // trimmed block scalars lose trailing line breaks
  const isSame = isWhole(text) && JSON.stringify(readYaml(text)?.value) === JSON.stringify(value);
  return { pointer: isWhole(place) ? place : escaped(place), yaml: isSame ? text : escaped(value) };
}

/** Whether cells return a text unchanged, however many pieces it takes. */
function isWhole(text: string): boolean {
  return text === trimBlanks(text) && !/[\t\ufffd]/.test(text) && piecesOf(text).every(isKept);
}

/** Splits a text into pieces that each fit a cell, without cutting a surrogate pair. */
export function piecesOf(text: string): string[] {
  return text.match(/[\s\S]{1,30000}(?![\udc00-\udfff])/g) ?? [text];
}

/** A value as JSON, which is also YAML, with escapes for all characters that a cell would change. */
function escaped(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll("_x", "\\u005fx")
    .replaceAll("_X", "\\u005fX")
    .replace(/[\x7f-\x9f\ufffd-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The steps of a JSON Pointer, which may be in quotes; undefined for any other text. */
export function stepsOf(text: string): string[] | undefined {
  const pointer = text.startsWith('"') ? readYaml(text)?.value : text;
  if (typeof pointer !== "string" || !pointer.startsWith("/")) return undefined;
  return pointer
    .slice(1)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Parses YAML; undefined if it is invalid, empty or null. The wrapper tells these from a parsed value. */
export function readYaml(text: string): { readonly value: unknown } | undefined {
  try {
    const value: unknown = parse(text, { maxAliasCount: 0, logLevel: "silent", schema: "core" });
    return value === undefined || value === null ? undefined : { value };
  } catch {
    return undefined;
  }
}
