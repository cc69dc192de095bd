import type { AnyFinding } from "../../core/findings/finding.ts";
import { shorten } from "../../core/text/shorten.ts";
import { trimSpace } from "../../core/text/white-space.ts";
import { nodeAt, type Path, type Span, type ValueNode } from "../../core/yaml/node.ts";
import { parseSource } from "../../core/yaml/parse.ts";
import { applyEdits, type Edit } from "../edits/edit.ts";
import { sparingComments } from "../edits/keep-comments.ts";
import { remove } from "../edits/remove.ts";
import { type FixContext, type FixRule, makeFix } from "./fix.ts";
import { addsNoProblem } from "./repair.ts";

/** Private-use characters, which no key contains. */
const FIRST_MASK = 0xe000;

/** A duplicate key: removes one if both have the same value; otherwise the user chooses which one to keep. */
export const duplicateKey: FixRule = (finding, context) => {
  if (finding.kind !== "yaml.duplicate-key") return [];
  const key = finding.data.text ?? "";
  const first = finding.related[0]?.span;
  if (!first) return [];
  const second = finding.span;
  // only different values give the finding a path, because then the fact is not stated
  if (finding.path.length === 0) {
    const edits = withoutOne(second, first, context);
    if (!edits) return [];
    // another problem may have merged two mappings into one
    const isCertain = context.document.problems.every(({ kind }) => kind === "duplicate-key");
    return [makeFix(finding, "keep-one", { key }, edits, { isPreferred: isCertain, isAutomatic: isCertain })];
  }
  // of three or more, keeping the second removes all the others
  const others = context.analysis.findings.filter((other) => other !== finding && isOfKey(other, first));
  const { text } = context.analysis.source;
  const value = (node: ValueNode | undefined) => (node ? shorten(trimSpace(text.slice(node.span.start, node.span.end))) : "");
  const keepFirst = without([second], context);
  const keepSecond = without([first, ...others.map(({ span }) => span)], context);
  const values = { first: value(nodeAt(context.document.root, finding.path)), second: value(keepFirst?.values[0]) };
  return [
    ...(keepFirst ? [makeFix(finding, "keep-first", { key, value: values.first }, keepFirst.edits)] : []),
    ...(keepSecond ? [makeFix(finding, "keep-second", { key, value: values.second }, keepSecond.edits)] : []),
  ];
};

function isOfKey({ kind, related }: AnyFinding, first: Span): boolean {
  return kind === "yaml.duplicate-key" && related[0]?.span.start === first.start;
}

/** Removes one of two keys with the same value: the one without a comment; comments stay. */
function withoutOne(second: Span, first: Span, context: FixContext): readonly Edit[] | undefined {
  return sparingComments(context.analysis.source, without([second], context)?.edits, () => without([first], context)?.edits);
}

interface Removal {
  readonly edits: readonly Edit[];
  /** The values of the removed keys. */
  readonly values: readonly (ValueNode | undefined)[];
}

/** Removes duplicate keys: renamed to distinct masks, they can be removed like any other key. */
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
  // other problems of the document may depend on the removed text
  if (document.problems.some(({ kind }) => kind !== "duplicate-key") && !addsNoProblem(analysis, edits)) return undefined;
  return {
    edits,
    values: paths.map((path) => path && nodeAt(root, path)),
  };
}

/** The path of the key that starts at an offset. */
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
