import { ownEntries, type ValueNode } from "../../core/yaml/node.ts";
import type { Target } from "./target.ts";

/** By how many columns the blocks of a file are deeper than what contains them. */
export interface Indentation {
  /** The keys of a section, from the section's key. */
  readonly section: number;
  /** The dashes of a list, from the list's key. */
  readonly dash: number;
  /** The keys of an item, from its dash. */
  readonly item: number;
}

export const USUAL_INDENTATION: Indentation = { section: 2, dash: 2, item: 2 };

/** The indentation of a document, by its first section, list and item in block style. */
export function indentationOf({ text, lines }: Target, root: ValueNode): Indentation {
  const found: Partial<Record<keyof Indentation, number>> = {};
  const columnOf = (node: ValueNode) => lines.position(node.span.start).character;
  const isBlock = (node: ValueNode) => node.kind !== "scalar" && !/[[{*]/.test(text[node.span.start] ?? "");
  const look = (node: ValueNode): void => {
    if (!isBlock(node) || (found.section !== undefined && found.item !== undefined)) return;
    if (node.kind === "list") {
      const item = node.items.find((item) => item.kind === "map" && isBlock(item));
      if (item) found.item ??= columnOf(item) - columnOf(node);
      node.items.forEach(look);
    } else if (node.kind === "map") {
      for (const { key, value } of ownEntries(node)) {
        const column = lines.position(key.start).character;
        if (isBlock(value)) found[value.kind === "list" ? "dash" : "section"] ??= columnOf(value) - column;
        look(value);
      }
    }
  };
  look(root);
  const section = found.section ?? (found.dash || USUAL_INDENTATION.section);
  return { section, dash: found.dash ?? section, item: found.item ?? USUAL_INDENTATION.item };
}
