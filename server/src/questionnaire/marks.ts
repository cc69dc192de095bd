import type { Format } from "../core/schema/format.ts";
import { EACH, outlineOf, type Question } from "./outline.ts";

/** Stands first in each sheet, in a cell that is not shown; what follows tells what the sheet is. */
export const MARK = "vendor-profile";
/** The version of how answers are marked. */
export const VERSION = "1";
/** Of a row or a column: it is only to be read. */
export const STATIC = "-";
/** Of a column: it has the answers to the rows' questions. */
export const ANSWER = "=";
/** Of a column: remarks. */
export const REMARK = "#";
/** Of a row: whether a table has no rows. */
export const NONE = "[]";
/** Of a row: what it says goes on from the row above. */
export const MORE = "+";

/** Of the columns of what has no cell of its own: where it was, and what it is. */
export const POINTER = "pointer";
export const YAML = "yaml";

/** What a sheet is. */
export type SheetKind = "guide" | "questions" | "list" | "keyed" | "other" | "choices";

/** The mark of a question: of its rows, or of its columns. */
export function idOf({ path, isList }: Question): string {
  return path.join(".") + (isList ? NONE : "");
}

/** Questions by their marks. */
export function byId(questions: readonly Question[]): ReadonlyMap<string, Question> {
  return new Map(questions.map((question) => [idOf(question), question]));
}

/** The mark of an item's row: where the item stands in the profile. */
export function placeMark(pointer: string): string {
  return `#${pointer}`;
}

/** Where an item stood, by its row's mark; undefined where that is another mark. */
export function placeOf(mark: string): string | undefined {
  return mark.startsWith("#/") ? mark.slice(1) : undefined;
}

/** Whatever may stand in the rows and columns that are not shown, but for the places of items. */
export function marksOf(format: Format): ReadonlySet<string> {
  const { sections, tables, keyed } = outlineOf(format);
  const lists = [...tables, ...keyed, ...keyed.flatMap(({ lists }) => lists)];
  const questions = [...sections.flatMap(({ questions }) => questions), ...lists.flatMap(({ columns }) => columns)];
  return new Set([
    ...["", STATIC, ANSWER, REMARK, NONE, MORE, EACH, POINTER, YAML],
    ...keyed.flatMap(({ keys }) => keys),
    ...questions.map(idOf),
  ]);
}
