import type { LanguageId } from "../../messages/language.ts";
import { papers as en } from "./en/documents.ts";
import { papers as ja } from "./ja/documents.ts";

/** What files of papers are called. */
export interface PaperWords {
  /** Behind a service's name, or alone. */
  readonly kinds: Readonly<Record<"report" | "plan" | "comparison", string>>;
  /** Behind that, where the profile is judged as another class than the one it states. */
  readonly onTrial: (classification: string) => string;
}

/** The names of files, by language. */
export const paperWords: Readonly<Record<LanguageId, PaperWords>> = { ja, en };
