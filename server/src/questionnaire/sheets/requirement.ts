import { rowsOn } from "../../core/standard/facts.ts";
import { rowOf, type Standard } from "../../core/standard/standard.ts";
import type { FormContext } from "./context.ts";

/** The numbers of the rows of the standard that use a fact. */
export function rowsServed(standard: Standard, path: readonly string[]): string[] {
  return rowsOn(standard, path).map(({ no }) => no);
}

/** The number and label of a row of the standard; the key itself if there is no such row. */
export function rowText({ bundle: { standard }, messages }: FormContext, key: string): string {
  return standard.rows.some(({ no }) => no === key) ? messages.row(rowOf(standard, key)) : key;
}
