import { type FixRule, makeFix } from "./fix.ts";
import { isRepair } from "./repair.ts";

/** An anchor or alias without a name, or a second anchor: removes it. */
export const anchor: FixRule = (finding, context) => {
  if (finding.kind !== "yaml.anchor") return [];
  const { span } = finding;
  const { text } = context.analysis.source;
  const mark = text.slice(span.start, span.end);
  // what an alias stands for would be lost
  if (mark.length > 1 && !mark.startsWith("&")) return [];
  const space = (/^[ \t]*/.exec(text.slice(span.end)) as RegExpExecArray)[0].length;
  const edits = [{ span: { start: span.start, end: span.end + space }, text: "" }];
  return isRepair(context.analysis, finding, edits) ? [makeFix(finding, "remove-alias", { mark }, edits)] : [];
};
