import type { Format } from "../../core/schema/format.ts";
import type { LanguageId } from "../../messages/language.ts";
import type { QuestionnaireMessages } from "../messages/questionnaire-messages.ts";
import type { Answers } from "./given.ts";
import type { Log } from "./log.ts";

/** What reads the sheets has this at hand. */
export interface ReadingContext {
  readonly format: Format;
  readonly language: LanguageId;
  readonly words: QuestionnaireMessages;
  readonly log: Log;
  readonly given: Answers;
}
