import { subjectOf } from "../../core/rules/reason.ts";
import { ANY } from "../../core/standard/facts.ts";
import { APPEND } from "../edits/skeleton.ts";
import { type FixRule, isFix } from "./fix.ts";
import { adding, factsBelow, openFacts } from "./skeletons.ts";

/** A row with unstated facts: inserts the key of the first, or of all of them. */
export const unstated: FixRule = (finding, context) => {
  if (finding.kind !== "unstated" && finding.kind !== "recommended") return [];
  // the fix for alternatives lets the user choose among them
  if (finding.kind === "unstated" && finding.data.alternatives.length > 0) return [];
  const { row, reason } = finding.data;
  if (context.profile.rows.get(row.no)?.status !== "unknown") return [];
  const steps = { unstated: ANY, lacking: APPEND } as const;
  const step = reason.state === "unstated" || reason.state === "lacking" ? steps[reason.state] : undefined;
  const { fact, path } = subjectOf(finding.path, { profile: context.profile, format: context.analysis.format });
  const first = step ? adding(finding, "add", { fact, path }, factsBelow(row, finding.path, step), context, true) : [];
  const open = openFacts(row, context);
  const all = adding(finding, "add-open", { row, count: open.length }, open, context);
  // do not offer the same edit twice
  const textsOf = (fixes: typeof all) => JSON.stringify(fixes.filter(isFix).map(({ edits }) => edits));
  return open.length < 2 || textsOf(first) === textsOf(all) ? first : [...first, ...all];
};
