import type { Rule } from "../rule.ts";
import { itemPaths, warning } from "./warning.ts";

/** A class stored abroad that is stricter than the class the service handles. */
export const classAbroadAboveHandled: Rule = ({ profile, standard }) => {
  const handled = profile.classification ?? profile.judgedAs;
  if (handled === null) return [];
  const classes = Object.keys(standard.classes);
  return itemPaths(profile, ["dataLocation", "overseas", "classifications"]).flatMap((path) => {
    const abroad = profile.facts.value(path);
    if (typeof abroad !== "string" || classes.indexOf(abroad) >= classes.indexOf(handled)) return [];
    return [warning(profile, "consistency.class-abroad-above-handled", path, { abroad, handled })];
  });
};
