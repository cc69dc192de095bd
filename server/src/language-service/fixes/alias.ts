import { nodeAt } from "../../core/yaml/node.ts";
import type { Edit } from "../edits/edit.ts";
import { removeValue } from "../edits/remove.ts";
import { type FixContext, type FixRule, makeFix } from "./fix.ts";
import { contentEnd, lineAt } from "./line.ts";
import { isRepair } from "./repair.ts";

/** An alias of nothing: nothing in its place. */
export const alias: FixRule = (finding, context) => {
  if (finding.kind !== "yaml.alias" && finding.kind !== "yaml.alias-cycle") return [];
  const { path, span } = finding;
  const name = finding.data.text ?? "";
  const { text } = context.analysis.source;
  const parent = nodeAt(context.document.root, path.slice(0, -1));
  const isFlow = parent !== undefined && /[[{]/.test(text.charAt(parent.span.start));
  // a mark that runs on is no name
  if (!(isFlow ? /^(?:[\s,\]}]|$)/ : /^(?:\s|$)/).test(text.charAt(span.end))) return [];
  const end = contentEnd(lineAt(context, span.start), span.start);
  const edits = path.length === 0 ? [{ span: { start: span.start, end }, text: "" }] : without(path, context);
  return edits && isRepair(context.analysis, finding, edits) ? [makeFix(finding, "remove-alias", { name }, edits)] : [];
};

function without(path: readonly (string | number)[], { analysis, document }: FixContext): Edit[] | undefined {
  const { source } = analysis;
  if (typeof path.at(-1) === "string") return removeValue(source, document, path);
  const list = nodeAt(document.root, path.slice(0, -1));
  const item = nodeAt(document.root, path);
  // the item stays: a list of which nobody knows the rest is not a list of the rest
  return list && item && [{ span: item.span, text: source.text[list.span.start] === "[" ? "null" : "" }];
}
