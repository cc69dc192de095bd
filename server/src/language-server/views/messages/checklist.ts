import type { LanguageId } from "../../../messages/language.ts";
import type { ChecklistTexts } from "./checklist-messages.ts";
import { checklist as en } from "./en/checklist.ts";
import { checklist as ja } from "./ja/checklist.ts";

/** The texts of the checklist, by language. */
export const checklistMessages: Readonly<Record<LanguageId, ChecklistTexts>> = { ja, en };
