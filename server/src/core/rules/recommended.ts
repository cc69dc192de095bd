import { carrierOf, resultOf } from "../evaluation/verdict.ts";
import { make } from "../findings/make.ts";
import { alternativesOf, obligationOf } from "../standard/standard.ts";
import { placesOf } from "./duties.ts";
import { related } from "./reason.ts";
import type { Rule } from "./rule.ts";

/** `<row>.recommended`: a recommended row that is not met. A row in a group of alternatives counts only once another row carries it. */
export const recommended: Rule = (context) => {
  const { profile, standard } = context;
  const classification = profile.judgedAs;
  if (classification === null || !profile.facts.isWhole) return [];
  return standard.rows.flatMap((row) => {
    const result = resultOf(profile.rows, row.no);
    if (obligationOf(row, classification) !== "recommended" || (result.status !== "unmet" && result.status !== "unknown"))
      return [];
    const group = alternativesOf(standard, row.no, classification);
    const carrier = group && carrierOf(group, profile.rows);
    if (group && !carrier) return [];
    const [place, ...others] = placesOf(result, result.status, context).filter(({ reason }) => reason.state !== "invalid");
    if (!place) return [];
    const data = { row, classification, reason: place.reason, ...(carrier ? { carrier } : {}) };
    return [make(profile.index, "recommended", "information", { ...place, related: others.map(related) }, data, row.no)];
  });
};
