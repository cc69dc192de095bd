import type { LanguageId } from "../../messages/language.ts";
import { questionnaire as en } from "./en/questionnaire.ts";
import { questionnaire as ja } from "./ja/questionnaire.ts";
import type { QuestionnaireMessages } from "./questionnaire-messages.ts";

/** What the questionnaire says, by language. */
export const questionnaireMessages: Readonly<Record<LanguageId, QuestionnaireMessages>> = { ja, en };
