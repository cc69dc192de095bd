import type { Bundle } from "../../core/analysis/analyze.ts";
import type { LanguageId } from "../../messages/language.ts";
import type { Filled } from "../fill.ts";
import type { QuestionnaireWords } from "../messages/questionnaire.ts";

/** What a questionnaire is made from. */
export interface FormContext {
  readonly bundle: Bundle;
  readonly language: LanguageId;
  readonly words: QuestionnaireWords;
  readonly filled: Filled;
  /** The class that it is for. */
  readonly classification: string | undefined;
}
