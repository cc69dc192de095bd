import type { LanguageId } from "../../messages/language.ts";
import { forms as en } from "./en/forms.ts";
import { forms as ja } from "./ja/forms.ts";

/** What is said of questionnaires that are made in an editor. */
export interface FormWords {
  /** What a file is called: behind a service's name, or alone. */
  readonly kind: string;
  readonly gone: string;
  readonly broken: string;
  readonly noProfile: string;
  /** What fits no cell but on the last sheet. */
  readonly apart: (places: readonly string[]) => string;
}

/** Of questionnaires, by language. */
export const formWords: Readonly<Record<LanguageId, FormWords>> = { ja, en };
