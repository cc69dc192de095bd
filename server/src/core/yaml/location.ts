import { entryOf, isUnstated, type Path, type Span, type ValueNode } from "./node.ts";

/**
 * The span at which a finding about a path is marked: the value, else its key, else the key of the nearest ancestor that exists
 * (in a list item, the item's first key). `fallback` where not even the section exists.
 */
export function placeOf(root: ValueNode | undefined, path: Path, fallback: Span): Span {
  let node = root;
  let place = fallback;
  for (const step of path) {
    if (typeof step === "number") {
      const item: ValueNode | undefined = node?.kind === "list" ? node.items[step] : undefined;
      if (!item) return place;
      node = item;
      place = firstKey(item) ?? (isUnstated(item) ? place : item.span);
    } else {
      const entry = entryOf(node, step);
      if (!entry) return place;
      node = entry.value;
      place = entry.key;
    }
  }
  return node === undefined || isUnstated(node) ? place : node.span;
}

/** The span that marks a list or a section as a whole: its key. `fallback` where no key of the path exists. */
export function keyOf(root: ValueNode | undefined, path: Path, fallback: Span): Span {
  let node = root;
  let key = fallback;
  for (const step of path) {
    if (typeof step === "number") {
      node = node?.kind === "list" ? node.items[step] : undefined;
      key = firstKey(node) ?? node?.span ?? key;
    } else {
      const entry = entryOf(node, step);
      if (!entry) return key;
      node = entry.value;
      key = entry.key;
    }
  }
  return key;
}

/** The first key of a mapping. */
export function firstKey(node: ValueNode | undefined): Span | undefined {
  return node?.kind === "map" ? node.entries[0]?.key : undefined;
}
