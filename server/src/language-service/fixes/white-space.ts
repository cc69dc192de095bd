import { type FixRule, makeFix } from "./fix.ts";
import { mendOf } from "./line.ts";

/** Characters that only look like a space: replaces them by a space, or removes them where none is needed. */
export const whiteSpace: FixRule = (finding, context) => {
  if (finding.kind !== "yaml.white-space") return [];
  const edits = mendOf(finding, context);
  if (edits.length === 0) return [];
  const isRemoved = edits.every(({ text }) => text === "");
  return [makeFix(finding, "plain-space", { isRemoved }, edits, { isPreferred: true, isAutomatic: true })];
};
