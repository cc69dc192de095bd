/** Checks a value. Returns what is wrong and where, or undefined. `place` is the path to the value, such as `params.range`. */
export type ParamsSchema = (value: unknown, place: string) => string | undefined;

/** A value that passes a test. */
export function is(expected: string, test: (value: unknown) => boolean): ParamsSchema {
  return (value, place) => (test(value) ? undefined : `${place}: expected ${expected}`);
}

export const text = is("a string", (value) => typeof value === "string");
export const integer = is("a whole number", Number.isInteger);
/** A line or character in LSP. */
export const count = is("a whole number, 0 or more", (value) => Number.isInteger(value) && Number(value) >= 0);
/** The id of a request or of its progress. */
export const token = is("a string or a number", (value) => typeof value === "string" || typeof value === "number");
const list = is("a list", Array.isArray);
const members = is("an object", (value) => typeof value === "object" && value !== null && !Array.isArray(value));

/** A value that may be left out. */
export function optional(schema: ParamsSchema): ParamsSchema {
  return (value, place) => (value === undefined ? undefined : schema(value, place));
}

/** A value that may be left out or null. */
export function nullable(schema: ParamsSchema): ParamsSchema {
  return (value, place) => (value === undefined || value === null ? undefined : schema(value, place));
}

export function listOf(item: ParamsSchema): ParamsSchema {
  return (value, place) =>
    list(value, place) ?? firstFault(value as unknown[], (element, index) => item(element, `${place}[${index}]`));
}

/** An object with these members; others are ignored. */
export function object(schemas: Readonly<Record<string, ParamsSchema>>): ParamsSchema {
  const entries = Object.entries(schemas);
  return (value, place) =>
    members(value, place) ??
    firstFault(entries, ([name, schema]) => schema((value as Readonly<Record<string, unknown>>)[name], `${place}.${name}`));
}

function firstFault<T>(items: readonly T[], faultIn: (item: T, index: number) => string | undefined): string | undefined {
  for (const [index, item] of items.entries()) {
    const fault = faultIn(item, index);
    if (fault !== undefined) return fault;
  }
  return undefined;
}
