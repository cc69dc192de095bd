import { fieldAt } from "../../core/schema/format.ts";
import { keepComments } from "../edits/keep-comments.ts";
import { remove, removeValue } from "../edits/remove.ts";
import { type FixRule, makeFix } from "./fix.ts";

/** An empty value: removes it, because an empty value states nothing either. */
export const empty: FixRule = (finding, { analysis, profile, document }) => {
  if (finding.kind !== "schema.empty" || !profile.facts.isWhole) return [];
  const { path } = finding;
  const last = path.at(-1);
  // a required value would still be missing
  if (typeof last === "string" && fieldAt(analysis.format, path.slice(0, -1))?.required?.includes(last)) return [];
  const removal = (typeof last === "number" ? remove : removeValue)(analysis.source, document, path);
  const edits = removal && keepComments(analysis.source, removal);
  return edits ? [makeFix(finding, "remove-empty", { fact: finding.data.fact }, edits, { isPreferred: true })] : [];
};
