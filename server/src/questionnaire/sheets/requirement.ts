import { rowsOn } from "../../core/standard/facts.ts";
import { rowOf, type Standard } from "../../core/standard/standard.ts";
import type { FormContext } from "./context.ts";

/** The numbers of the rows of the standard that look at a fact. */
export function rowsServed(standard: Standard, path: readonly string[]): string[] {
  return rowsOn(standard, path).map(({ no }) => no);
}

/** A row of the standard as it is called in the questionnaire; a name that is none stands for itself. */
export function rowText({ bundle: { standard }, words }: FormContext, key: string): string {
  return standard.rows.some(({ no }) => no === key) ? words.row(rowOf(standard, key)) : key;
}
