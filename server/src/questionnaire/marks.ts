import type { Format } from "../core/schema/format.ts";
import { EACH, outlineOf, type Question } from "./outline.ts";

/** Begins the first, hidden cell of each sheet. The version, the kind and the path of the sheet follow. */
export const MARK = "vendor-profile";
/** The version of this marking scheme. */
export const VERSION = "1";
/** Row or column: static text, nothing to fill in. */
export const STATIC = "-";
/** Column: the answers to the rows' questions. */
export const ANSWER = "=";
/** Column: remarks. */
export const REMARK = "#";
/** Row: states that a table has no items. Also the suffix of questions that take a list. */
export const NONE = "[]";
/** Row: continues the text of the row above. */
export const MORE = "+";

/** The columns of the sheet for values without a cell: the place, and the value. */
export const POINTER = "pointer";
export const YAML = "yaml";

/** What a sheet is for. */
export type SheetKind = "guide" | "questions" | "list" | "keyed" | "other" | "choices";

/** The mark of a question's rows or columns. */
export function idOf({ path, isList }: Question): string {
  return path.join(".") + (isList ? NONE : "");
}

/** Questions by mark. */
export function byId(questions: readonly Question[]): ReadonlyMap<string, Question> {
  return new Map(questions.map((question) => [idOf(question), question]));
}

/** The mark of an item's row, from the item's JSON Pointer in the profile. */
export function placeMark(pointer: string): string {
  return `#${pointer}`;
}

/** The JSON Pointer in an item's mark; undefined for any other mark. */
export function placeOf(mark: string): string | undefined {
  return mark.startsWith("#/") ? mark.slice(1) : undefined;
}

/** Every mark that the hidden rows and columns can hold, except those of items. */
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
