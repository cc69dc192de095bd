import type { LanguageId } from "../../messages/language.ts";
import { plan as en } from "./en/plan.ts";
import { plan as ja } from "./ja/plan.ts";
import type { PlanMessages } from "./plan-messages.ts";

export const plans: Readonly<Record<LanguageId, PlanMessages>> = { ja, en };
