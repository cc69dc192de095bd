import { beginning } from "../edits/begin.ts";
import { type FixRule, makeFix } from "./fix.ts";

/** A file without content: inserts the keys that every profile has. */
export const begin: FixRule = (finding, { analysis }) => {
  if (finding.kind !== "schema.empty-profile" || analysis.profiles.length > 1) return [];
  return [makeFix(finding, "begin", {}, [beginning(analysis.source.text, analysis.format)], { isPreferred: true })];
};
