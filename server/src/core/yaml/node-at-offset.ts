import { type Entry, holds, type Path, type Span, type ValueNode } from "./node.ts";
import type { Anchor } from "./source.ts";

/** What stands at an offset of a document. */
export interface Located {
  /** The path of the value, also where its key was hit. */
  readonly path: Path;
  readonly node: ValueNode;
  /** The entry whose value it is; undefined for an item of a list and for the root. */
  readonly entry: Entry | undefined;
  /** Whether the key was hit rather than the value. */
  readonly onKey: boolean;
}

/**
 * The innermost value, or key, at an offset; what ends there counts as hit. A value used by its alias is not gone into, nor are
 * merged keys: they stand elsewhere. Between the entries of a mapping it is the mapping; outside of everything, undefined.
 */
export function locate(root: ValueNode | undefined, offset: number): Located | undefined {
  return root && within(root, undefined, [], offset);
}

function within(node: ValueNode, entry: Entry | undefined, path: Path, offset: number): Located | undefined {
  if (node.kind === "map") {
    for (const child of node.entries) {
      if (holds(child.key, offset)) return { path: [...path, child.name], node: child.value, entry: child, onKey: true };
      if (!holds(child.value.span, offset)) continue;
      const found = within(child.value, child, [...path, child.name], offset);
      if (found) return found;
    }
  }
  if (node.kind === "list") {
    for (const [index, item] of node.items.entries()) {
      const found = holds(item.span, offset) && within(item, undefined, [...path, index], offset);
      if (found) return found;
    }
  }
  return node.kind === "scalar" || holds(node.span, offset) ? { path, node, entry, onKey: false } : undefined;
}

/** Where an anchor's name, or an alias, is hit; its mark counts as well. Undefined where it is not. */
export function nameAt({ span, aliases }: Anchor, offset: number): Span | undefined {
  return [span, ...aliases].find(({ start, end }) => holds({ start: start - 1, end }, offset));
}
