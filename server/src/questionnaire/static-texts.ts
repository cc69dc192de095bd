import type { Bundle } from "../core/analysis/analyze.ts";
import type { LanguageId } from "../messages/language.ts";
import { type Form, formOf } from "./form.ts";
import { questionnaireMessages } from "./messages/questionnaire.ts";

/** The texts of a questionnaire that are only to be read. */
export function staticTexts({ sheets }: Form): string[] {
  const cells = sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));
  return cells.flatMap(({ text, input }) => (input || text.trim() === "" ? [] : [text.trim()]));
}

const allTexts = new WeakMap<Bundle, ReadonlySet<string>>();

/** The texts that are only to be read in any questionnaire that is written now. */
export function textsOfForms(bundle: Bundle): ReadonlySet<string> {
  const known = allTexts.get(bundle);
  if (known) return known;
  const classes = [undefined, ...Object.keys(bundle.standard.classes)];
  const languages = Object.keys(questionnaireMessages) as LanguageId[];
  const forms = languages.flatMap((language) => classes.map((name) => formOf(bundle, language, undefined, name)));
  const texts = new Set(forms.flatMap(staticTexts));
  allTexts.set(bundle, texts);
  return texts;
}
