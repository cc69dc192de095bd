import type { FixRule } from "./fix.ts";
import { adding } from "./skeletons.ts";

/** A key that must be there: with nothing behind it, or with the one thing that can be. */
export const required: FixRule = (finding, context) => {
  if (finding.kind !== "schema.required") return [];
  const { fact, key, of } = finding.data;
  return adding(finding, "add", { fact, path: of === "" ? key : `${of}.${key}` }, [finding.path], context, true);
};
