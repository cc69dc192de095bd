import { type FixRule, makeFix, refuse } from "./fix.ts";
import { freeKeys, homeOf, lineAt } from "./line.ts";
import { isRepair } from "./repair.ts";

/** A word without a colon: inserts the colon if the word is a key that is allowed here and not present yet. */
export const colon: FixRule = (finding, context) => {
  if (finding.kind !== "yaml.colon") return [];
  const key = finding.data.text ?? "";
  const home = homeOf(context, lineAt(context, finding.span.start));
  if (!home?.field?.properties || !Object.hasOwn(home.field.properties, key)) {
    return [refuse(finding, "add-colon", { key }, "not-a-key")];
  }
  if (!freeKeys(home).includes(key)) return [refuse(finding, "add-colon", { key }, "taken")];
  const start = finding.span.start + key.length;
  const edits = [{ span: { start, end: start }, text: ":" }];
  return isRepair(context.analysis, finding, edits) ? [makeFix(finding, "add-colon", { key }, edits, { isPreferred: true })] : [];
};
