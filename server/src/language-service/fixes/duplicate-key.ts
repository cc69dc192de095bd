import type { AnyFinding } from "../../core/findings/finding.ts";
import { shorten } from "../../core/text/shorten.ts";
import { nodeAt, type Path, type Span, type ValueNode } from "../../core/yaml/node.ts";
import { parseSource } from "../../core/yaml/parse.ts";
import { applyEdits, type Edit } from "../edits/edit.ts";
import { remove } from "../edits/remove.ts";
import { type FixContext, type FixRule, hasComment, makeFix } from "./fix.ts";
import { isReadable } from "./repair.ts";

/** Private characters: no key is made of them. */
const FIRST_MASK = 0xe000;

/** A key that stands twice: once is enough where both say the same; else the user chooses. */
export const duplicateKey: FixRule = (finding, context) => {
  if (finding.kind !== "yaml.duplicate-key") return [];
  const key = finding.data.text ?? "";
  const first = finding.related[0]?.span;
  if (!first) return [];
  const second = finding.span;
  // two different answers are none, and have a path
  if (finding.path.length === 0) {
    const edits = without([second], context)?.edits;
    if (!edits) return [];
    // what else is broken may make one mapping of two
    const isCertain = context.document.problems.every(({ kind }) => kind === "duplicate-key");
    const flags = { isPreferred: isCertain, isAutomatic: isCertain && !hasComment(context.analysis, edits) };
    return [makeFix(finding, "keep-one", { key }, edits, flags)];
  }
  // all that stand beside the second go with the first
  const beside = context.analysis.findings.filter((other) => other !== finding && isOfKey(other, first));
  const { text } = context.analysis.source;
  const value = (node: ValueNode | undefined) => (node ? shorten(text.slice(node.span.start, node.span.end).trim()) : "");
  const keepFirst = without([second], context);
  const keepSecond = without([first, ...beside.map(({ span }) => span)], context);
  const values = { first: value(nodeAt(context.document.root, finding.path)), second: value(keepFirst?.values[0]) };
  return [
    ...(keepFirst ? [makeFix(finding, "keep-first", { key, value: values.first }, keepFirst.edits)] : []),
    ...(keepSecond ? [makeFix(finding, "keep-second", { key, value: values.second }, keepSecond.edits)] : []),
  ];
};

function isOfKey({ kind, related }: AnyFinding, first: Span): boolean {
  return kind === "yaml.duplicate-key" && related[0]?.span.start === first.start;
}

interface Removal {
  readonly edits: readonly Edit[];
  /** What stood behind the keys. */
  readonly values: readonly (ValueNode | undefined)[];
}

/** Takes keys out that stand twice: read under other names, they are like any other. */
function without(keys: readonly Span[], { analysis, document }: FixContext): Removal | undefined {
  const { source } = analysis;
  const masks = keys.map(({ start, end }, index) => ({
    span: { start, end },
    text: String.fromCharCode(FIRST_MASK + index).repeat(end - start),
  }));
  const { documents } = parseSource(applyEdits(source.text, masks));
  const masked = documents[source.documents.indexOf(document)];
  if (!masked?.root || documents.length !== source.documents.length) return undefined;
  const { root } = masked;
  const paths = keys.map(({ start }) => pathOfKey(root, start));
  const removals = paths.map((path) => path && remove(source, masked, path));
  if (removals.includes(undefined)) return undefined;
  const edits = removals.flatMap((edits) => edits ?? []);
  // what is broken beside may have been read otherwise
  if (document.problems.some(({ kind }) => kind !== "duplicate-key") && !isReadable(analysis, edits)) return undefined;
  return {
    edits,
    values: paths.map((path) => path && nodeAt(root, path)),
  };
}

/** The path of the value behind the key at an offset. */
function pathOfKey(node: ValueNode, start: number): Path | undefined {
  if (node.kind === "scalar" || start < node.span.start || start > node.span.end) return undefined;
  const children =
    node.kind === "map"
      ? node.entries.map(({ name, value }) => [name, value] as const)
      : node.items.map((item, index) => [index, item] as const);
  if (node.kind === "map") {
    const entry = node.entries.find(({ key }) => key.start === start);
    if (entry) return [entry.name];
  }
  for (const [step, child] of children) {
    const below = pathOfKey(child, start);
    if (below) return [step, ...below];
  }
  return undefined;
}
