import { type FixRule, makeFix } from "./fix.ts";
import { isKeyBefore, mendOf } from "./line.ts";
import { isRepair } from "./repair.ts";

/** A full-width colon or bracket where YAML needs a half-width one: replaces it. */
export const fullWidth: FixRule = (finding, context) => {
  if (finding.kind !== "yaml.full-width") return [];
  const edits = mendOf(finding, context);
  const [edit] = edits;
  if (!edit || !isRepair(context.analysis, finding, edits)) return [];
  // the text before a colon may be part of a sentence instead of a key
  const isCertain = !edit.text.startsWith(":") || isKeyBefore(edit.span.start, context);
  const from = finding.data.text ?? "";
  return [makeFix(finding, "half-width", { from, to: edit.text }, edits, { isPreferred: true, isAutomatic: isCertain })];
};
