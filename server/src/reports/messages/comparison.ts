import type { LanguageId } from "../../messages/language.ts";
import type { ComparisonMessages } from "./comparison-messages.ts";
import { comparison as en } from "./en/comparison.ts";
import { comparison as ja } from "./ja/comparison.ts";

export const comparisonMessages: Readonly<Record<LanguageId, ComparisonMessages>> = { ja, en };
