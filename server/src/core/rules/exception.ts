import { isRecorded, resultOf, reviewOf } from "../evaluation/verdict.ts";
import { make } from "../findings/make.ts";
import { obligationOf, rowOf } from "../standard/standard.ts";
import { placesOf } from "./duties.ts";
import { related } from "./reason.ts";
import type { Rule } from "./rule.ts";

/**
 * `<row>.exception` and `<row>.excepted`: an unmet required row that another row may carry after a review. The first lacks a
 * complete review, the second has one.
 */
export const exception: Rule = (context) => {
  const { profile, standard } = context;
  const classification = profile.judgedAs;
  if (classification === null) return [];
  return standard.rows.flatMap((row) => {
    const result = resultOf(profile.rows, row.no);
    if (
      !row.exception?.classes.includes(classification) ||
      obligationOf(row, classification) !== "required" ||
      result.status !== "unmet"
    )
      return [];
    const carrier = rowOf(standard, row.exception.carriedBy);
    const carrierStatus = resultOf(profile.rows, carrier.no).status;
    const [place, ...others] = placesOf(result, "unmet", context);
    if (!place || carrierStatus === "unmet") return [];
    const where = { ...place, related: others.map(related) };
    const review = reviewOf(row, profile.facts);
    if (isRecorded(review)) {
      const data = { row, classification, carrier, carrierStatus, by: review.by, date: review.date };
      return [make(profile.index, "excepted", "information", where, data, row.no)];
    }
    if (!profile.facts.isWhole) return [];
    const missing = Object.entries(review).flatMap(([key, value]) => (value === undefined ? [key] : []));
    return [make(profile.index, "exception", "warning", where, { row, classification, carrier, carrierStatus, missing }, row.no)];
  });
};
