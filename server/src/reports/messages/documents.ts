import type { LanguageId } from "../../messages/language.ts";
import type { DocumentMessages } from "./documents-messages.ts";
import { documents as en } from "./en/documents.ts";
import { documents as ja } from "./ja/documents.ts";

export const documentMessages: Readonly<Record<LanguageId, DocumentMessages>> = { ja, en };
