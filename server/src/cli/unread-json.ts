import type { Refusal } from "./command.ts";

/** JSON of which nothing is known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Parses JSON, which may begin with a byte order mark. */
export function parseJson(text: string): unknown {
  return JSON.parse(text.replace(/^\ufeff/, ""));
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Makes a reader of what stands behind a key; it throws where that is something else. */
function reader<T>(is: (value: unknown) => value is T) {
  return (of: unknown, key: string, at: string, broken: (place: string) => Refusal): T => {
    const value = isObject(of) && Object.hasOwn(of, key) ? of[key] : undefined;
    if (!is(value)) throw broken(`${at}/${key.replaceAll("/", "~1")}`);
    return value;
  };
}

export const objectAt = reader(isObject);
export const listAt = reader((value): value is readonly unknown[] => Array.isArray(value));
export const textAt = reader((value) => typeof value === "string");
export const textOrNullAt = reader((value) => value === null || typeof value === "string");
export const numberAt = reader((value) => typeof value === "number");
