/** What is wrong with a value, and where; undefined where nothing is. */
export type ParamsSchema = (value: unknown, place: string) => string | undefined;

/** What passes a test. */
export function is(expected: string, test: (value: unknown) => boolean): ParamsSchema {
  return (value, place) => (test(value) ? undefined : `${place}: expected ${expected}`);
}

export const text = is("a string", (value) => typeof value === "string");
export const integer = is("a whole number", Number.isInteger);
/** As LSP counts lines and characters. */
export const count = is("a whole number, 0 or more", (value) => Number.isInteger(value) && Number(value) >= 0);
/** What LSP tells requests and progress apart by. */
export const token = is("a string or a number", (value) => typeof value === "string" || typeof value === "number");
const list = is("a list", Array.isArray);
const members = is("an object", (value) => typeof value === "object" && value !== null && !Array.isArray(value));

/** What may be left out. */
export function optional(shape: ParamsSchema): ParamsSchema {
  return (value, place) => (value === undefined ? undefined : shape(value, place));
}

/** What may be left out, or null. */
export function nullable(shape: ParamsSchema): ParamsSchema {
  return (value, place) => (value === undefined || value === null ? undefined : shape(value, place));
}

export function listOf(item: ParamsSchema): ParamsSchema {
  return (value, place) => list(value, place) ?? first(value as unknown[], (one, index) => item(one, `${place}[${index}]`));
}

/** What has these members; others are not looked at. */
export function object(shapes: Readonly<Record<string, ParamsSchema>>): ParamsSchema {
  const all = Object.entries(shapes);
  return (value, place) =>
    members(value, place) ??
    first(all, ([name, shape]) => shape((value as Readonly<Record<string, unknown>>)[name], `${place}.${name}`));
}

function first<T>(items: readonly T[], fault: (item: T, index: number) => string | undefined): string | undefined {
  for (const [index, item] of items.entries()) {
    const found = fault(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}
