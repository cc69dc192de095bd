import type { LanguageId } from "../../messages/language.ts";
import { comparison as en } from "./en/comparison.ts";
import { comparison as ja } from "./ja/comparison.ts";

/** What the view of a comparison says beside what its paper does. */
export interface ComparisonWords {
  /** Of the class that a profile states, if it states one. */
  readonly verdict: (classification: string | null, verdict: string) => string;
  readonly byClass: string;
  readonly ofClass: (classTitle: string, verdict: string) => string;
  readonly view: Readonly<Record<"differences" | "nothingDiffers" | "open" | "remove", string>>;
}

/** What views of comparisons say, by language. */
export const comparisonWords: Readonly<Record<LanguageId, ComparisonWords>> = { ja, en };
