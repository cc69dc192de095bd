import { type Entry, holds, type Path, type Span, type ValueNode } from "./node.ts";
import type { Anchor } from "./source.ts";

/** The value or key at an offset of a document. */
export interface Located {
  /** The path of the value, also where the offset is in its key. */
  readonly path: Path;
  readonly node: ValueNode;
  /** The entry that holds the value; undefined for a list item and for the root. */
  readonly entry: Entry | undefined;
  /** Whether the offset is in the key rather than in the value. */
  readonly onKey: boolean;
}

/**
 * The innermost value or key at an offset, its end included; between the entries of a mapping, the mapping. Does not descend into
 * aliases and merged keys, whose content is elsewhere in the text. Undefined outside of the root.
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

/** The span of the anchor's name or of its alias at an offset, which may also be on the `&` or `*`; undefined elsewhere. */
export function nameAt({ span, aliases }: Anchor, offset: number): Span | undefined {
  return [span, ...aliases].find(({ start, end }) => holds({ start: start - 1, end }, offset));
}
