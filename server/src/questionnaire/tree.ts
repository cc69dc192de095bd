import type { Path } from "../core/yaml/node.ts";

/** A mapping of plain data. */
export type Data = Readonly<Record<string, unknown>>;

/** Whether a value is a mapping. */
export function isMapping(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether one of two paths is the other, or leads to it. */
export function areNested(a: Path, b: Path): boolean {
  return a.every((step, index) => index >= b.length || step === b[index]);
}

/** The value at a path; undefined if there is none. */
export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(childOf, root);
}

/** Sets the value at a path. Creates the mappings and lists on the way. */
export function put(root: Record<string, unknown>, path: Path, value: unknown): void {
  let parent: unknown = root;
  for (const [index, step] of path.entries()) {
    const isLast = index === path.length - 1;
    const next = isLast ? value : (childOf(parent, step) ?? (typeof path[index + 1] === "number" ? [] : {}));
    if (Array.isArray(parent)) parent[Number(step)] = next;
    // assigning to __proto__ would set the prototype
    else Object.defineProperty(parent, step, { value: next, enumerable: true, configurable: true, writable: true });
    parent = next;
  }
}

/** Sets the value at a path unless one exists. Returns false if it does, or if the path does not fit the existing data. */
export function place(root: Record<string, unknown>, path: Path, value: unknown): boolean {
  if (path.length === 0 || valueAt(root, path) !== undefined) return false;
  for (const [depth, step] of path.entries()) {
    const parent = valueAt(root, path.slice(0, depth)) ?? (typeof step === "number" ? [] : {});
    if (typeof step === "number" ? !Array.isArray(parent) : !isMapping(parent)) return false;
  }
  put(root, path, value);
  return true;
}

function childOf(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return value[Number(step)];
  return isMapping(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}
