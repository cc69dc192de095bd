import type { RuleContext } from "../evaluation/profile.ts";
import type { AnyFinding } from "../findings/finding.ts";

/** Returns its findings about a judged profile. Pure; never changes a status or a verdict. */
export type Rule = (context: RuleContext) => AnyFinding[];
