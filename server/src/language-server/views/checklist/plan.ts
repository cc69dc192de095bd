import type { ChecklistPlan, PlanStep } from "../../../../../protocol/requests.ts";
import type { Profile } from "../../../core/evaluation/profile.ts";
import type { Format } from "../../../core/schema/format.ts";
import type { ReportLanguage } from "../../../reports/documents/language.ts";
import { reasonTexts } from "../../../reports/documents/reasons.ts";
import { plans } from "../../../reports/messages/plan.ts";
import type { Plan, Step, StepSet } from "../../../reports/plan/plan.ts";
import { introduction, setText, stepText } from "../../../reports/plan/text.ts";
import { plainLine } from "../text.ts";

/** More sets than these are counted. */
const MAX_SETS = 10;

/** What would be enough, for the class that a profile is judged as. Values are called as the rows call them. */
export function planSection(plan: Plan, profile: Profile, format: Format, words: ReportLanguage): ChecklistPlan {
  const { id, core } = words;
  const say = plans[id];
  const { common, choices, sets } = plan;
  const stepsOf = (set: StepSet) => set.map((step) => stepOf(step, format, words));
  const more = sets.length - MAX_SETS;
  return {
    title: say.title,
    paragraphs: introduction(plan, profile, core, "editor"),
    groups: [
      ...(common.length > 0 ? [{ title: say.inAnyCase, options: [stepsOf(common)] }] : []),
      ...choices.map(({ rows, options }) => ({ title: say.oneOf(rows), options: options.map(stepsOf) })),
    ],
    // where all are alike in number, the groups have said it
    sets:
      new Set(sets.map(({ length }) => length)).size < 2
        ? null
        : {
            title: say.sets(sets.length),
            items: [
              ...sets.slice(0, MAX_SETS).map((set) => say.set(setText(set, core), set.length)),
              ...(more > 0 ? [core.explanation.more(more)] : []),
            ],
          },
  };
}

function stepOf(step: Step, format: Format, words: ReportLanguage): PlanStep {
  const { name, status, enough, facts, otherwise } = stepText(step, words.core);
  const reasons = step.kind === "row" ? reasonTexts({ reasons: step.reasons, deciding: [] }, format, words) : [];
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
