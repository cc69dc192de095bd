import type { Bundle } from "../core/analysis/analyze.ts";
import { shorten } from "../core/text/shorten.ts";
import type { LanguageId } from "../messages/language.ts";
import type { Grid } from "./grid.ts";
import type { ImportError } from "./import-error.ts";
import type { Imported } from "./imported.ts";
import { questionnaireMessages } from "./messages/questionnaire.ts";
import { readForm } from "./read.ts";
import { profileOf } from "./yaml.ts";

/** What has come of a questionnaire. */
export interface FormProfile {
  readonly facts: Imported["facts"];
  /** The same as YAML. */
  readonly text: string;
  /** What could not be read as an answer; it stands in the text as a comment that begins with its place. */
  readonly problems: readonly { readonly place: string; readonly message: string }[];
}

/**
 * Makes a profile of a filled-in questionnaire, given the cells of its sheets; an importError where they are no questionnaire.
 *
 * @param file the questionnaire's name
 */
export function profileFrom(
  bundle: Bundle,
  grids: readonly Grid[],
  language: LanguageId,
  file: string,
): FormProfile | ImportError {
  const form = readForm(bundle, grids, language);
  if ("kind" in form) return form;
  const words = questionnaireMessages[language];
  return {
    facts: form.facts,
    text: profileOf(bundle.format, form, language, file),
    problems: form.problems.map((problem) => ({
      place: words.place(problem.sheet, problem.address),
      message: words.problem({ ...problem, found: shorten(problem.found) }),
    })),
  };
}
