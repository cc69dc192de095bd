import { type FixRule, makeFix } from "./fix.ts";
import { isRepair } from "./repair.ts";

/** A directive without the line `---` below it: inserts that line. */
export const directive: FixRule = (finding, context) => {
  if (finding.kind !== "yaml.directive") return [];
  const { lines, text } = context.analysis.source;
  const { end } = finding.span;
  const next = lines.start(lines.position(end).line + 1);
  const lineBreak = text.slice(end, next);
  const edits = [{ span: { start: next, end: next }, text: `---${lineBreak}` }];
  if (!isRepair(context.analysis, finding, edits)) return [];
  return [makeFix(finding, "add-marker", {}, edits, { isPreferred: true, isAutomatic: true })];
};
