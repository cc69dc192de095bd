import type { LanguageId } from "../../messages/language.ts";
import type { PaperWords } from "./documents-messages.ts";
import { papers as en } from "./en/documents.ts";
import { papers as ja } from "./ja/documents.ts";

/** The names of files, by language. */
export const paperWords: Readonly<Record<LanguageId, PaperWords>> = { ja, en };
