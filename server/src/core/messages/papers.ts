import { papers as en } from "./en/papers.ts";
import { papers as ja } from "./ja/papers.ts";
import type { LanguageId } from "./language.ts";

/** What files of papers are called. */
export interface PaperWords {
  /** Behind a service's name, or alone. */
  readonly kinds: Readonly<Record<"report" | "plan" | "comparison", string>>;
}

/** The names of files, by language. */
export const paperWords: Readonly<Record<LanguageId, PaperWords>> = { ja, en };
