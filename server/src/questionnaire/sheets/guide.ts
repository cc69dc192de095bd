import { STATIC } from "../marks.ts";
import type { FormContext } from "./context.ts";
import { type FormSheet, HIDDEN } from "./sheet.ts";
import { aboutRows, staticRow } from "./static-row.ts";

/** The first sheet: what the questionnaire is for, and how to fill it in. */
export function guideSheet(context: FormContext): FormSheet {
  const { title, sheets, guide } = context.messages;
  const rows = guide.flatMap(([heading, ...lines]) => [
    staticRow("section", [heading]),
    ...lines.map((line) => staticRow("text", [line])),
  ]);
  return {
    kind: "guide",
    name: sheets.guide,
    path: [],
    columns: [HIDDEN, { mark: STATIC, width: 84 }],
    rows: [staticRow("title", [title]), ...aboutRows(context), ...rows],
  };
}
