import type { Bundle } from "../../core/analysis/analyze.ts";
import type { LanguageId } from "../../messages/language.ts";
import type { Filled } from "../fill.ts";
import type { QuestionnaireMessages } from "../messages/questionnaire-messages.ts";

/** What all sheets of a questionnaire are made from. */
export interface FormContext {
  readonly bundle: Bundle;
  readonly language: LanguageId;
  readonly messages: QuestionnaireMessages;
  readonly filled: Filled;
  /** The class that the questionnaire is for; undefined if it is for no class in particular. */
  readonly classification: string | undefined;
}
