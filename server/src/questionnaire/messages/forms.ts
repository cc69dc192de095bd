import type { LanguageId } from "../../messages/language.ts";
import { forms as en } from "./en/forms.ts";
import type { FormMessages } from "./forms-messages.ts";
import { forms as ja } from "./ja/forms.ts";

/** Messages about making questionnaires, by language. */
export const formMessages: Readonly<Record<LanguageId, FormMessages>> = { ja, en };
