import type { FixRule } from "./fix.ts";
import { adding } from "./skeletons.ts";

/** An exception by which another row replaces this one: inserts the keys of the review's record. */
export const review: FixRule = (finding, context) => {
  if (finding.kind !== "exception") return [];
  const { row, missing } = finding.data;
  const facts = missing.map((key) => ["assessment", row.no, "exception", key]);
  return adding(finding, "add-review", { row, keys: missing }, facts, context);
};
