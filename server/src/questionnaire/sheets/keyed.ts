import { STATIC } from "../marks.ts";
import type { KeyedTable } from "../outline.ts";
import type { FormContext } from "./context.ts";
import { inputOf, widthOf } from "./input.ts";
import { rowText } from "./requirement.ts";
import { type FormCell, type FormRow, type FormSheet, HIDDEN } from "./sheet.ts";
import { staticRow } from "./static-row.ts";

const NO_INPUT: FormCell = { text: "" };

/** The sheet of a table with a row for each key. */
export function keyedSheet(context: FormContext, { path, keys, columns }: KeyedTable): FormSheet {
  const { bundle, language, filled } = context;
  const { heads, sheets, forCity } = context.messages;
  const rowOf = (key: string): FormRow => ({
    mark: key,
    style: "item",
    cells: [
      { text: rowText(context, key) },
      ...columns.map((column): FormCell => {
        if (!column.keys.has(key)) return NO_INPUT;
        const id = [...path, key, ...column.path].join(".");
        return { text: filled.answers.get(id)?.[0] ?? "", input: inputOf(context, column, true) };
      }),
    ],
  });
  return {
    kind: "keyed",
    name: sheets.checks,
    path,
    columns: [
      HIDDEN,
      { mark: STATIC, width: 26 },
      ...columns.map((column) => ({ mark: column.path.join("."), width: widthOf(bundle.format, column) })),
    ],
    rows: [
      staticRow("title", [sheets.checks]),
      staticRow("text", [forCity]),
      staticRow("head", [heads.row, ...columns.map(({ field }) => field.title[language])]),
      ...keys.map(rowOf),
    ],
  };
}
