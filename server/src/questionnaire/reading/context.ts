import type { Bundle } from "../../core/analysis/analyze.ts";
import type { Format } from "../../core/schema/format.ts";
import type { LanguageId } from "../../messages/language.ts";
import type { QuestionnaireMessages } from "../messages/questionnaire-messages.ts";
import type { CollectedAnswers } from "./collected.ts";
import type { Log } from "./log.ts";

/** What all sheet readers share. */
export interface ReadingContext {
  readonly bundle: Bundle;
  readonly format: Format;
  readonly language: LanguageId;
  readonly messages: QuestionnaireMessages;
  readonly log: Log;
  readonly collected: CollectedAnswers;
}
