import { lazy } from "./lazy.ts";
import type { Entry, Span, ValueNode } from "./node.ts";
import type { SourceDocument } from "./source.ts";

/** A span so many characters further on. */
export function shiftSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/**
 * A document as it is where so much more text stands before it. Its values are moved when they are looked at: with each edit all
 * that follows moves, and hardly any of it is looked at.
 */
export function shiftDocument(document: SourceDocument, by: number): SourceDocument {
  if (by === 0) return document;
  const { span, root, problems, anchors } = document;
  const moved = lazy(() => {
    const node = nodeMover(by);
    return {
      root: root && node(root),
      anchors: anchors.map((anchor) => ({
        ...anchor,
        span: shiftSpan(anchor.span, by),
        node: node(anchor.node),
        aliases: anchor.aliases.map((alias) => shiftSpan(alias, by)),
      })),
    };
  });
  return {
    span: shiftSpan(span, by),
    problems: problems.map((problem) => ({
      ...problem,
      span: shiftSpan(problem.span, by),
      ...(problem.other ? { other: shiftSpan(problem.other, by) } : {}),
    })),
    get root() {
      return moved().root;
    },
    get anchors() {
      return moved().anchors;
    },
  };
}

/** Moves values. What several share, by aliases, is moved once: all together they may be far more than the text. */
function nodeMover(by: number): (node: ValueNode) => ValueNode {
  const moved = new Map<object, readonly unknown[]>();
  const each = <T>(children: readonly T[], move: (child: T) => T): readonly T[] => {
    const known = moved.get(children) as readonly T[] | undefined;
    if (known) return known;
    const made = children.map(move);
    moved.set(children, made);
    return made;
  };
  const entry = ({ name, key, value }: Entry): Entry => ({ name, key: shiftSpan(key, by), value: node(value) });
  const node = (from: ValueNode): ValueNode => {
    const span = shiftSpan(from.span, by);
    if (from.kind === "map") return { kind: "map", span, entries: each(from.entries, entry) };
    if (from.kind === "list") return { kind: "list", span, items: each(from.items, node) };
    return { kind: "scalar", span, value: from.value };
  };
  return node;
}
