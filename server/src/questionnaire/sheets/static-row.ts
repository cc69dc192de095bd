import { STATIC } from "../marks.ts";
import type { FormContext } from "./context.ts";
import type { FormRow } from "./sheet.ts";

/** A row with nothing to fill in. */
export function staticRow(style: FormRow["style"], texts: readonly string[]): FormRow {
  return { mark: STATIC, style, cells: texts.map((text) => ({ text })) };
}

/** The rows that name the standard and the class. */
export function aboutRows({ bundle: { standard }, language, messages, classification }: FormContext): FormRow[] {
  const title = classification === undefined ? undefined : standard.classes[classification]?.title;
  return [
    staticRow("text", [messages.subtitle(standard.title, standard.city)]),
    ...(title ? [staticRow("text", [messages.forClass(title[language])])] : []),
  ];
}
