import type { ValueNode } from "./node.ts";
import { linkTo, type PathLink, toPath } from "./path-link.ts";
import type { Problem } from "./problem.ts";

/** Gives the problems about look-alikes of spaces the values that they stand at: YAML itself reads others, so these are not relied on. */
export function withUnreliableValues(
  problems: readonly Problem[],
  root: ValueNode | undefined,
  text: string,
): readonly Problem[] {
  const edges = new Map<number, PathLink | undefined>();
  // an indented line is read as one that is indented with tabs
  const isIndent = (start: number) => /^[\r\n\ufeff]?$/.test(text.slice(Math.max(0, start - 1), start));
  const spanOf = ({ kind, mend: [first] = [] }: Problem) =>
    kind === "white-space" && first && !isIndent(first.span.start) ? first.span : undefined;
  for (const span of problems.map(spanOf)) {
    if (!span) continue;
    edges.set(span.start, undefined);
    edges.set(span.end, undefined);
  }
  if (edges.size === 0 || !root) return problems;
  const visit = (node: ValueNode, link: PathLink | undefined, keyEnd?: number): void => {
    if (node.kind === "map") for (const { name, key, value } of node.entries) visit(value, linkTo(link, name), key.end);
    else if (node.kind === "list") for (const [index, item] of node.items.entries()) visit(item, linkTo(link, index));
    else for (const at of [keyEnd, node.span.start, node.span.end]) if (at !== undefined && edges.has(at)) edges.set(at, link);
  };
  visit(root, undefined);
  return problems.map((problem) => {
    const span = spanOf(problem);
    const link = span && (edges.get(span.start) ?? edges.get(span.end));
    return link ? { ...problem, path: toPath(link) } : problem;
  });
}
