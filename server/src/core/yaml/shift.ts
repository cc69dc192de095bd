import { lazy } from "./lazy.ts";
import type { Entry, Span, ValueNode } from "./node.ts";
import type { SourceDocument } from "./source.ts";

/** A span moved by so many characters. */
export function shiftSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/**
 * A document moved by so many characters. Its values are moved lazily: an edit moves everything after it, and hardly any of that
 * is read before the next edit.
 */
export function shiftDocument(document: SourceDocument, by: number): SourceDocument {
  if (by === 0) return document;
  const { span, root, problems, anchors } = document;
  const moved = lazy(() => {
    const shift = nodeShifter(by);
    return {
      root: root && shift(root),
      anchors: anchors.map((anchor) => ({
        ...anchor,
        span: shiftSpan(anchor.span, by),
        node: shift(anchor.node),
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
      ...(problem.mend ? { mend: problem.mend.map(({ span, text }) => ({ span: shiftSpan(span, by), text })) } : {}),
    })),
    get root() {
      return moved().root;
    },
    get anchors() {
      return moved().anchors;
    },
  };
}

/** Moves values. Children that aliases share are moved once: expanded, they may be far more than the text. */
function nodeShifter(by: number): (node: ValueNode) => ValueNode {
  const cache = new Map<object, readonly unknown[]>();
  const each = <T>(children: readonly T[], shift: (child: T) => T): readonly T[] => {
    const cached = cache.get(children) as readonly T[] | undefined;
    if (cached) return cached;
    const shifted = children.map(shift);
    cache.set(children, shifted);
    return shifted;
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
