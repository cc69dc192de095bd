import type { ChecklistPlan, PlanStep } from "../../../../../protocol/requests.ts";
import type { Profile } from "../../../core/evaluation/profile.ts";
import type { Format } from "../../../core/schema/format.ts";
import type { ReportLanguage } from "../../../reports/documents/language.ts";
import { reasonTexts } from "../../../reports/documents/reasons.ts";
import { plans } from "../../../reports/messages/plan.ts";
import type { Plan, Step, StepSet } from "../../../reports/plan/plan.ts";
import { introduction, setText, stepText } from "../../../reports/plan/text.ts";
import { plainLine } from "../text.ts";

/** Sets beyond this number are only counted. */
const MAX_SHOWN_SETS = 10;

/** What would be enough for the class that the profile is evaluated as. It names values as the rows do. */
export function planSection(plan: Plan, profile: Profile, format: Format, language: ReportLanguage): ChecklistPlan {
  const { id, core } = language;
  const planMessages = plans[id];
  const { common, choices, sets } = plan;
  const stepsOf = (set: StepSet) => set.map((step) => stepOf(step, format, language));
  const more = sets.length - MAX_SHOWN_SETS;
  return {
    title: planMessages.title,
    paragraphs: introduction(plan, profile, core, "editor"),
    groups: [
      ...(common.length > 0 ? [{ title: planMessages.inAnyCase, options: [stepsOf(common)] }] : []),
      ...choices.map(({ rows, options }) => ({ title: planMessages.oneOf(rows), options: options.map(stepsOf) })),
    ],
    // If all sets have the same number of steps, the groups already say it.
    sets:
      new Set(sets.map(({ length }) => length)).size < 2
        ? null
        : {
            title: planMessages.sets(sets.length),
            items: [
              ...sets.slice(0, MAX_SHOWN_SETS).map((set) => planMessages.set(setText(set, core), set.length)),
              ...(more > 0 ? [core.explanation.more(more)] : []),
            ],
          },
  };
}

function stepOf(step: Step, format: Format, language: ReportLanguage): PlanStep {
  const { name, status, enough, facts, otherwise } = stepText(step, language.core);
  const reasons = step.kind === "row" ? reasonTexts({ reasons: step.reasons, deciding: [] }, format, language) : [];
  return {
    no: step.row.no,
    name,
    status: { text: status, tone: step.kind === "row" && step.status === "unmet" ? "bad" : "open" },
    reasons: reasons.map(plainLine),
    enough,
    facts,
    otherwise,
  };
}
