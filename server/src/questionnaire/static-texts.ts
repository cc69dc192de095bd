import type { Bundle } from "../core/analysis/analyze.ts";
import { isBlank, trimBlanks } from "../core/text/white-space.ts";
import type { LanguageId } from "../messages/language.ts";
import { type Form, formOf } from "./form.ts";
import { questionnaireMessages } from "./messages/questionnaire.ts";

/** The texts in the cells that are not filled in: headings, questions, explanations. */
export function staticTexts({ sheets }: Form): string[] {
  const cells = sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));
  return cells.flatMap(({ text, input }) => (input || isBlank(text) ? [] : [trimBlanks(text)]));
}

/** The texts of all questionnaires that this version writes, in all languages and for all classes. */
export interface FormTexts {
  readonly texts: ReadonlySet<string>;
  /** Each begins a sheet. */
  readonly titles: ReadonlySet<string>;
}

const allTexts = new WeakMap<Bundle, FormTexts>();

/** The static texts of every questionnaire that this version writes. */
export function textsOfForms(bundle: Bundle): FormTexts {
  const cached = allTexts.get(bundle);
  if (cached) return cached;
  const classes = [undefined, ...Object.keys(bundle.standard.classes)];
  const languages = Object.keys(questionnaireMessages) as LanguageId[];
  const forms = languages.flatMap((language) => classes.map((name) => formOf(bundle, language, undefined, name)));
  const titles = forms.flatMap(({ sheets }) => sheets.flatMap(({ rows }) => rows[0]?.cells[0]?.text ?? []));
  const all = { texts: new Set(forms.flatMap(staticTexts)), titles: new Set(titles) };
  allTexts.set(bundle, all);
  return all;
}
