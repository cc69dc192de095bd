import type { Path } from "../core/yaml/node.ts";

/** Plain data under names. */
export type Data = Readonly<Record<string, unknown>>;

/** Whether a value is a mapping. */
export function isMapping(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value at a path; undefined where nothing stands. */
export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(childOf, root);
}

/** Puts a value at a path, with the mappings and lists that lead there. */
export function put(root: Record<string, unknown>, path: Path, value: unknown): void {
  let home: unknown = root;
  for (const [index, step] of path.entries()) {
    const isLast = index === path.length - 1;
    const next = isLast ? value : (childOf(home, step) ?? (typeof path[index + 1] === "number" ? [] : {}));
    if (Array.isArray(home)) home[Number(step)] = next;
    // a plain assignment would set the prototype
    else Object.defineProperty(home, step, { value: next, enumerable: true, configurable: true, writable: true });
    home = next;
  }
}

/** Puts a value where nothing stands yet; false where something does. */
export function place(root: Record<string, unknown>, path: Path, value: unknown): boolean {
  if (path.length === 0 || valueAt(root, path) !== undefined) return false;
  for (const [depth, step] of path.entries()) {
    const home = valueAt(root, path.slice(0, depth)) ?? (typeof step === "number" ? [] : {});
    if (typeof step === "number" ? !Array.isArray(home) : !isMapping(home)) return false;
  }
  put(root, path, value);
  return true;
}

function childOf(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return value[Number(step)];
  return isMapping(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}
