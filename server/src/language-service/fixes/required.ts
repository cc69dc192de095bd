import type { FixRule } from "./fix.ts";
import { adding } from "./skeletons.ts";

/** A missing required key: inserts it, without a value unless only one is possible. */
export const required: FixRule = (finding, context) => {
  if (finding.kind !== "schema.required") return [];
  const { fact, key, of } = finding.data;
  return adding(finding, "add", { fact, path: of === "" ? key : `${of}.${key}` }, [finding.path], context, true);
};
