import type { Refusal } from "./command.ts";

/** A JSON object whose values are not checked yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Parses JSON, with or without a byte order mark. Throws a SyntaxError. */
export function parseJson(text: string): unknown {
  return JSON.parse(text.replace(/^\ufeff/, ""));
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Makes a function that returns the value of a key of one type, and throws `broken(pointer)` for any other value. */
function reader<T>(is: (value: unknown) => value is T) {
  return (parent: unknown, key: string, at: string, broken: (place: string) => Refusal): T => {
    const value = isObject(parent) && Object.hasOwn(parent, key) ? parent[key] : undefined;
    if (!is(value)) throw broken(`${at}/${key.replaceAll("/", "~1")}`);
    return value;
  };
}

export const objectAt = reader(isObject);
export const listAt = reader((value): value is readonly unknown[] => Array.isArray(value));
export const textAt = reader((value) => typeof value === "string");
export const textOrNullAt = reader((value) => value === null || typeof value === "string");
export const numberAt = reader((value) => typeof value === "number");
