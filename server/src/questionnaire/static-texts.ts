import type { Bundle } from "../core/analysis/analyze.ts";
import type { LanguageId } from "../messages/language.ts";
import { type Form, formOf } from "./form.ts";
import { questionnaireMessages } from "./messages/questionnaire.ts";

/** The texts in the cells that are not filled in: headings, questions, explanations. */
export function staticTexts({ sheets }: Form): string[] {
  const cells = sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));
  return cells.flatMap(({ text, input }) => (input || text.trim() === "" ? [] : [text.trim()]));
}

const allTexts = new WeakMap<Bundle, ReadonlySet<string>>();

/** The static texts of every questionnaire that this version writes, in all languages and for all classes. */
export function textsOfForms(bundle: Bundle): ReadonlySet<string> {
  const cached = allTexts.get(bundle);
  if (cached) return cached;
  const classes = [undefined, ...Object.keys(bundle.standard.classes)];
  const languages = Object.keys(questionnaireMessages) as LanguageId[];
  const forms = languages.flatMap((language) => classes.map((name) => formOf(bundle, language, undefined, name)));
  const texts = new Set(forms.flatMap(staticTexts));
  allTexts.set(bundle, texts);
  return texts;
}
