import type { LanguageId } from "../../messages/language.ts";
import { questionnaire as en } from "./en/questionnaire.ts";
import { questionnaire as ja } from "./ja/questionnaire.ts";
import type { QuestionnaireMessages } from "./questionnaire-messages.ts";

/** The texts and messages of the questionnaire, by language. */
export const questionnaireMessages: Readonly<Record<LanguageId, QuestionnaireMessages>> = { ja, en };
