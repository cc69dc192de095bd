import { nodeAt } from "../../core/yaml/node.ts";
import type { Edit } from "../edits/edit.ts";
import { removeValue } from "../edits/remove.ts";
import { type FixContext, type FixRule, makeFix } from "./fix.ts";
import { contentEnd, lineAt } from "./line.ts";
import { isRepair } from "./repair.ts";

/** An alias without an anchor, or inside its own anchor: removes it. */
export const alias: FixRule = (finding, context) => {
  if (finding.kind !== "yaml.alias" && finding.kind !== "yaml.alias-cycle") return [];
  const { path, span } = finding;
  const { text } = context.analysis.source;
  const parent = nodeAt(context.document.root, path.slice(0, -1));
  const isFlow = parent !== undefined && /[[{]/.test(text.charAt(parent.span.start));
  // an alias directly followed by other characters may be meant as text
  if (!(isFlow ? /^(?:[ \t\r\n,\]}]|$)/ : /^(?:[ \t\r\n]|$)/).test(text.charAt(span.end))) return [];
  const end = contentEnd(lineAt(context, span.start), span.start);
  const edits = path.length === 0 ? [{ span: { start: span.start, end }, text: "" }] : without(path, context);
  return edits && isRepair(context.analysis, finding, edits)
    ? [makeFix(finding, "remove-alias", { mark: `*${finding.data.text ?? ""}` }, edits)]
    : [];
};

function without(path: readonly (string | number)[], { analysis, document }: FixContext): Edit[] | undefined {
  const { source } = analysis;
  if (typeof path.at(-1) === "string") return removeValue(source, document, path);
  const list = nodeAt(document.root, path.slice(0, -1));
  const item = nodeAt(document.root, path);
  // keep the item, because a shorter list would be another statement
  return list && item && [{ span: item.span, text: source.text[list.span.start] === "[" ? "null" : "" }];
}
