import type { Bundle } from "../../core/analysis/analyze.ts";
import type { Field } from "../../core/schema/format.ts";
import { ANY, factsNeeded, type Pattern, rowsOn } from "../../core/standard/facts.ts";
import { alternativesOf, isAsked, rowOf, type Standard } from "../../core/standard/standard.ts";
import type { QuestionnaireMessages } from "../messages/questionnaire-messages.ts";

/** Returns a function that says whether a class needs the answer to a question. */
export function needsOf(
  { format, standard }: Bundle,
  { needs }: QuestionnaireMessages,
  classification: string,
): (path: readonly string[]) => string {
  const needed = factsNeeded(standard, classification);
  return (path) => {
    const isPrefixOf = (pattern: Pattern) => path.every((step, index) => pattern[index] === step || pattern[index] === ANY);
    if (isRequired(format.root, path) || needed.some(isPrefixOf)) return needs.required;
    const applies = rowsOn(standard, path).some((row) => concerns(standard, row.no, classification));
    return applies ? needs.applicable : needs.optional;
  };
}

/** Whether the format requires the value in every profile. */
function isRequired(root: Field, path: readonly string[]): boolean {
  let field: Field | undefined = root;
  for (const step of path) {
    if (!field?.required?.includes(step)) return false;
    field = field.properties?.[step];
  }
  return true;
}

/** Whether a class asks for a row of the standard, by itself or as one of several alternatives. */
function concerns(standard: Standard, no: string, classification: string): boolean {
  return isAsked(rowOf(standard, no), classification) || alternativesOf(standard, no, classification) !== undefined;
}
