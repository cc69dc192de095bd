import { subjectOf } from "../../core/rules/reason.ts";
import { ANY } from "../../core/standard/facts.ts";
import { APPEND } from "../edits/skeleton.ts";
import { type FixRule, isFix } from "./fix.ts";
import { adding, factsBelow, openFacts } from "./skeletons.ts";

/** What a row needs and is not stated: its key, and the keys of all that the row leaves open. */
export const unstated: FixRule = (finding, context) => {
  if (finding.kind !== "unstated" && finding.kind !== "recommended") return [];
  // the facts of alternatives are for the user to choose between
  if (finding.kind === "unstated" && finding.data.alternatives.length > 0) return [];
  const { row, reason } = finding.data;
  if (context.profile.rows.get(row.no)?.status !== "unknown") return [];
  const steps = { unstated: ANY, lacking: APPEND } as const;
  const step = reason.state === "unstated" || reason.state === "lacking" ? steps[reason.state] : undefined;
  const { fact, path } = subjectOf(finding.path, { profile: context.profile, format: context.analysis.format });
  const first = step ? adding(finding, "add", { fact, path }, factsBelow(row, finding.path, step), context, true) : [];
  const open = openFacts(row, context);
  const all = adding(finding, "add-open", { row, count: open.length }, open, context);
  // the one fact may be all there is
  const textsOf = (fixes: typeof all) => JSON.stringify(fixes.filter(isFix).map(({ edits }) => edits));
  return open.length < 2 || textsOf(first) === textsOf(all) ? first : [...first, ...all];
};
