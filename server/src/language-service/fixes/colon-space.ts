import { type FixRule, makeFix } from "./fix.ts";
import { freeKeys, homeOf, lineAt } from "./line.ts";
import { isRepair } from "./repair.ts";

/** `key:value`: inserts a space. Automatic only if the key is allowed here and not present yet. */
export const colonSpace: FixRule = (finding, context) => {
  if (finding.kind !== "yaml.colon-space") return [];
  const { end } = finding.span;
  const edits = [{ span: { start: end, end }, text: " " }];
  if (!isRepair(context.analysis, finding, edits)) return [];
  const line = lineAt(context, finding.span.start);
  const home = homeOf(context, line);
  const key = line.text.slice(line.column, finding.span.start - line.start);
  const isKey = home !== undefined && freeKeys(home).includes(key);
  return [makeFix(finding, "add-space", {}, edits, { isPreferred: isKey, isAutomatic: isKey })];
};
