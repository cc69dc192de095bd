import type { RuleContext } from "../evaluation/profile.ts";
import type { AnyFinding } from "../findings/finding.ts";

/** Looks at a judged profile and says what it finds. Pure; never changes a status or a verdict. */
export type Rule = (context: RuleContext) => AnyFinding[];
