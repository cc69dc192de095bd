import { MORE, POINTER, YAML } from "../marks.ts";
import { piecesOf, type Rest } from "../rest.ts";
import type { FormContext } from "./context.ts";
import { type FormRow, type FormSheet, HIDDEN } from "./sheet.ts";
import { staticRow } from "./static-row.ts";

/** The sheet of values that have no cell of their own: their places and contents. */
export function otherSheet({ messages: { heads, sheets, otherNote }, filled }: FormContext): FormSheet {
  return {
    kind: "other",
    name: sheets.other,
    path: [],
    columns: [HIDDEN, { mark: POINTER, width: 40 }, { mark: YAML, width: 80 }],
    rows: [
      staticRow("title", [sheets.other]),
      staticRow("text", [otherNote]),
      staticRow("head", [heads.place, heads.content]),
      ...filled.rest.flatMap(rowsOf),
    ],
  };
}

/** The rows of a value: a long one takes several. */
function rowsOf({ pointer, yaml }: Rest): FormRow[] {
  return piecesOf(yaml).map((text, index) => ({
    mark: index === 0 ? "" : MORE,
    style: "item",
    cells: [{ text: index === 0 ? pointer : "" }, { text }],
  }));
}
