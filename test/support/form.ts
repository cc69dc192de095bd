import { bundled } from "../../server/src/core/analysis/bundled.ts";
import type { Content } from "../../server/src/questionnaire/content.ts";
import { BLANK } from "../../server/src/questionnaire/fill.ts";
import { formOf } from "../../server/src/questionnaire/form.ts";
import { addressOf, type Grid, type GridCell } from "../../server/src/questionnaire/grid.ts";
import type { Imported } from "../../server/src/questionnaire/imported.ts";
import { MARK, STATIC, VERSION } from "../../server/src/questionnaire/marks.ts";
import { readForm } from "../../server/src/questionnaire/read.ts";
import { profileOf } from "../../server/src/questionnaire/yaml.ts";

/** A cell that takes an answer: its sheet, its place, and the mark of its question. */
export interface AnswerCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly id: string;
}

const blank = formOf(bundled, "ja", BLANK);

/** The sheets of a blank questionnaire, as reading its file returns them. */
export const blankGrids: readonly Grid[] = blank.sheets.map(({ name, kind, path, columns, rows }) => {
  const texts = [
    [
      [`${MARK}/${VERSION} ${kind}`, ...(path.length > 0 ? [path.join(".")] : [])].join(" "),
      ...columns.slice(1).map(({ mark }) => mark),
    ],
    ...rows.map(({ mark, cells }) => [mark, ...cells.map(({ text }) => text)]),
  ];
  const cells = texts.flatMap((row, at) =>
    row.flatMap((text, column): GridCell[] => (text === "" ? [] : [{ row: at, column, content: { kind: "text", text } }])),
  );
  return { name, cells, merges: [] };
});

/** Every cell that takes an answer, in the order of the sheets. */
export const answerCells: readonly AnswerCell[] = blank.sheets.flatMap(({ name: sheet, kind, path, columns, rows }) =>
  rows.flatMap(({ mark, cells }, index) =>
    mark === STATIC
      ? []
      : cells.flatMap(({ input }, at): AnswerCell[] => {
          const column = columns[at + 1]?.mark ?? "";
          if (!input || column === "#") return [];
          const inTable = mark === "[]" ? path.join(".") : [...path, ...(kind === "keyed" ? [mark] : []), column].join(".");
          return [{ sheet, row: index + 1, column: at + 1, id: kind === "questions" ? mark : inTable }];
        }),
  ),
);

/** The cells that answer a question, by its dotted path. */
export function cellsOf(id: string): readonly AnswerCell[] {
  const cells = answerCells.filter((cell) => cell.id === id || cell.id === `${id}[]`);
  if (cells.length === 0) throw new Error(`no cell for ${id}`);
  return cells;
}

export interface Filled {
  readonly cell: Pick<AnswerCell, "sheet" | "row" | "column">;
  readonly content: Content;
}

/** The questionnaire with some cells filled in. */
export function filledGrids(filled: readonly Filled[], grids = blankGrids): readonly Grid[] {
  return grids.map((grid) => ({
    ...grid,
    cells: [
      ...grid.cells.filter(({ row, column }) => !filled.some(({ cell }) => isAt(cell, grid, row, column))),
      ...filled.flatMap(({ cell: { sheet, row, column }, content }) => (sheet === grid.name ? [{ row, column, content }] : [])),
    ],
  }));
}

function isAt(cell: Filled["cell"], { name }: Grid, row: number, column: number): boolean {
  return cell.sheet === name && cell.row === row && cell.column === column;
}

/** Reads sheets as a questionnaire, and writes the profile. Throws if they are none. */
export function importedFrom(grids: readonly Grid[]): Imported & { readonly text: string } {
  const form = readForm(bundled, grids, "ja");
  if ("kind" in form) throw new Error(JSON.stringify(form));
  return { ...form, text: profileOf(bundled.format, form, "ja", "回答.xlsx") };
}

/** 「シート」!A1, as a problem has it. */
export const placeOf = ({ sheet, row, column }: Filled["cell"]) => `${sheet}!${addressOf(row, column)}`;
