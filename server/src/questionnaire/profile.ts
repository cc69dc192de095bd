import type { Bundle } from "../core/analysis/analyze.ts";
import { shorten } from "../core/text/shorten.ts";
import type { LanguageId } from "../messages/language.ts";
import type { Grid } from "./grid.ts";
import type { ImportError } from "./import-error.ts";
import type { Imported } from "./imported.ts";
import { questionnaireMessages } from "./messages/questionnaire.ts";
import { readForm } from "./read.ts";
import { profileOf } from "./yaml.ts";

/** A profile made from a questionnaire. */
export interface FormProfile {
  readonly facts: Imported["facts"];
  /** The facts as YAML, with comments. */
  readonly text: string;
  /** Cells that could not be read as answers. The YAML text has each as a comment that begins with its place. */
  readonly problems: readonly { readonly place: string; readonly message: string }[];
}

/**
 * Makes a profile from the cells of a filled-in questionnaire, or returns why they are not one.
 *
 * @param file the name of the questionnaire's file
 */
export function profileFrom(
  bundle: Bundle,
  grids: readonly Grid[],
  language: LanguageId,
  file: string,
): FormProfile | ImportError {
  const form = readForm(bundle, grids, language);
  if ("kind" in form) return form;
  const messages = questionnaireMessages[language];
  return {
    facts: form.facts,
    text: profileOf(bundle.format, form, language, file),
    problems: form.problems.map((problem) => ({
      place: messages.place(problem.sheet, problem.address),
      message: messages.problem({ ...problem, found: shorten(problem.found) }),
    })),
  };
}
