import { type RowResult, resultOf } from "../evaluation/verdict.ts";
import type { AnyFinding } from "../findings/finding.ts";
import { make } from "../findings/make.ts";
import { obligationOf } from "../standard/standard.ts";
import { placeOf } from "../yaml/location.ts";
import type { Rule } from "./rule.ts";

/** `check.*`: a reviewer's sign-off that disagrees with the evaluation. It does not change the evaluation, but needs a second look. */
export const check: Rule = ({ profile, standard }) => {
  const classification = profile.judgedAs;
  if (classification === null) return [];
  return standard.rows.flatMap((row): AnyFinding[] => {
    if (!["required", "recommended", "alternative"].includes(obligationOf(row, classification))) return [];
    const path = ["assessment", row.no, "check"];
    const kind = disagreement(profile.facts.value(path), resultOf(profile.rows, row.no).status);
    if (!kind || (kind === "check.unsupported" && !profile.facts.isWhole)) return [];
    const span = placeOf(profile.root, path, profile.anchor);
    return [make(profile.index, kind, "warning", { path, span }, { row, classification }, row.no)];
  });
};

function disagreement(check: unknown, status: RowResult["status"]) {
  if (check === "ok" && status === "unmet") return "check.contradiction" as const;
  if (check === "ok" && status === "unknown") return "check.unsupported" as const;
  return check === "ng" && status === "met" ? ("check.objection" as const) : undefined;
}
