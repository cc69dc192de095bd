import type { ChecklistPlan, PlanStep } from "../../../../protocol/desk.ts";
import type { Language } from "../../core/messages/language.ts";
import { plans } from "../../core/messages/plan.ts";
import type { Plan, Step, StepSet } from "../../core/plan/plan.ts";
import { introduction, setText, stepText } from "../../core/plan/text.ts";
import type { Profile } from "../../core/profile.ts";
import type { Words } from "../../core/report/papers/parts.ts";
import { plainLine } from "../text.ts";

/** More sets than these are counted. */
const MOST_SETS = 10;

/** What would be enough, for the class that a profile is judged as. */
export function planSection(plan: Plan, profile: Profile, { id, language }: Words): ChecklistPlan {
  const words = plans[id];
  const { common, choices, sets } = plan;
  const stepsOf = (set: StepSet) => set.map((step) => stepOf(step, language));
  const more = sets.length - MOST_SETS;
  return {
    title: words.title,
    paragraphs: introduction(plan, profile, language, "editor"),
    groups: [
      ...(common.length > 0 ? [{ title: words.inAnyCase, options: [stepsOf(common)] }] : []),
      ...choices.map(({ rows, options }) => ({ title: words.oneOf(rows), options: options.map(stepsOf) })),
    ],
    // where there is only one, it has been said
    sets:
      sets.length < 2
        ? null
        : {
            title: words.sets(sets.length),
            items: [
              ...sets.slice(0, MOST_SETS).map((set) => words.set(setText(set, language), set.length)),
              ...(more > 0 ? [language.hover.more(more)] : []),
            ],
          },
  };
}

function stepOf(step: Step, language: Language): PlanStep {
  const { name, status, reasons, enough, facts, otherwise } = stepText(step, language);
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
