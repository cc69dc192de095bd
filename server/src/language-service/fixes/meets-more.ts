import { analyze } from "../../core/analysis/analyze.ts";
import { applyEdits, type Edit } from "../edits/edit.ts";
import type { FixContext } from "./fix.ts";

/** Whether edits of a document make a row met that is not. Judges the document alone, because a file may have thousands. */
export function meetsMore({ analysis, profile, document }: FixContext, edits: readonly Edit[]): boolean {
  const { source, standard, format, today } = analysis;
  const { start } = document.span;
  const next = source.documents[source.documents.indexOf(document) + 1];
  const text = source.text.slice(start, next?.span.start);
  const shifted = edits.map(({ span, text }) => ({ span: { start: span.start - start, end: span.end - start }, text }));
  const [after] = analyze(applyEdits(text, shifted), { standard, format }, { today }).profiles;
  return [...profile.rows].some(([no, { status }]) => status !== "met" && after?.rows.get(no)?.status === "met");
}
