import type { Span, ValueNode } from "../../core/yaml/node.ts";
import type { Edit } from "../edits/edit.ts";
import { type FixContext, type FixRule, makeFix } from "./fix.ts";
import { lineAt } from "./line.ts";
import { isRepair } from "./repair.ts";

/** A tab in indentation: replaces all tabs in indentation by two spaces, so that sibling lines stay aligned. */
export const tab: FixRule = (finding, context) => {
  if (finding.kind !== "yaml.tab") return [];
  const { start } = finding.span;
  const line = lineAt(context, start);
  const isIndent = /^[ \t]*$/.test(line.text.slice(0, start - line.start));
  const edits = isIndent ? expanded(context) : [{ span: finding.span, text: " " }];
  if (!isRepair(context.analysis, finding, edits)) return [];
  return [makeFix(finding, "indent-with-spaces", {}, edits, { isPreferred: true, isAutomatic: isIndent })];
};

function expanded({ analysis }: FixContext): Edit[] {
  const { lines, documents } = analysis.source;
  const values = documents.flatMap(({ root }) => (root ? multiline(root, analysis.source.text) : []));
  return Array.from({ length: lines.count }, (_, line): Edit[] => {
    const indent = /^[ \t]*/.exec(lines.text(line))?.[0] ?? "";
    const start = lines.start(line);
    // within a multiline scalar a tab is text
    const isText = values.some((span) => span.start < start && start < span.end);
    if (!indent.includes("\t") || isText) return [];
    return [{ span: { start, end: start + indent.length }, text: indent.replaceAll("\t", "  ") }];
  }).flat();
}

/** The spans of multiline scalars. */
function multiline(node: ValueNode, text: string): Span[] {
  if (node.kind === "map") return node.entries.flatMap(({ value }) => multiline(value, text));
  if (node.kind === "list") return node.items.flatMap((item) => multiline(item, text));
  return /[\r\n]/.test(text.slice(node.span.start, node.span.end)) ? [node.span] : [];
}
