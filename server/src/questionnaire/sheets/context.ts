import type { Bundle } from "../../core/analysis/analyze.ts";
import type { LanguageId } from "../../messages/language.ts";
import type { Filled } from "../fill.ts";
import type { QuestionnaireMessages } from "../messages/questionnaire-messages.ts";

/** What a questionnaire is made from. */
export interface FormContext {
  readonly bundle: Bundle;
  readonly language: LanguageId;
  readonly words: QuestionnaireMessages;
  readonly filled: Filled;
  /** The class that it is for. */
  readonly classification: string | undefined;
}
