import { resultOf } from "../../core/evaluation/verdict.ts";
import { type FixRule, refuse } from "./fix.ts";
import { adding, openFacts } from "./skeletons.ts";

/** A group of alternative rows: for each undecided one, inserts the keys of its unstated facts. The user chooses. */
export const alternatives: FixRule = (finding, context) => {
  if (finding.kind !== "unmet" && finding.kind !== "unstated") return [];
  const { row, alternatives } = finding.data;
  if (alternatives.length === 0) return [];
  return [row, ...alternatives.map(({ row }) => row)].flatMap((row, index) => {
    const { status } = resultOf(context.profile.rows, row.no);
    if (status === "unknown") {
      const open = openFacts(row, context);
      return open.length > 0
        ? adding(finding, "add-alternative", { row }, open, context)
        : [refuse(finding, "add-alternative", { row }, "unclear")];
    }
    // for the row of the finding itself, the message already says that it is unmet
    return status === "unmet" && index > 0 ? [refuse(finding, "add-alternative", { row }, "fails")] : [];
  });
};
