import { STATIC } from "../marks.ts";
import type { FormContext } from "./context.ts";
import type { FormRow } from "./sheet.ts";

/** A row that is only to be read. */
export function staticRow(style: FormRow["style"], texts: readonly string[]): FormRow {
  return { mark: STATIC, style, cells: texts.map((text) => ({ text })) };
}

/** Whose standard, and which class. */
export function aboutRows({ bundle: { standard }, language, words, classification }: FormContext): FormRow[] {
  const title = classification === undefined ? undefined : standard.classes[classification]?.title;
  return [
    staticRow("text", [words.subtitle(standard.title, standard.city)]),
    ...(title ? [staticRow("text", [words.forClass(title[language])])] : []),
  ];
}
