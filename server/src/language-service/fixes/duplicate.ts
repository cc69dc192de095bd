import { remove } from "../edits/remove.ts";
import { type FixRule, hasComment, makeFix } from "./fix.ts";

/** A repeated item of a list: removes it. */
export const duplicate: FixRule = (finding, { analysis, profile, document }) => {
  if (finding.kind !== "schema.duplicate" || !profile.facts.isWhole) return [];
  const edits = remove(analysis.source, document, finding.path);
  if (!edits) return [];
  const flags = { isPreferred: true, isAutomatic: !hasComment(analysis, edits) };
  return [makeFix(finding, "remove-repeated", { value: finding.data.value }, edits, flags)];
};
