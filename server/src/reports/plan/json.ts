import type { Profile } from "../../core/evaluation/profile.ts";
import type { CoreMessages } from "../../messages/language.ts";
import type { Plan, Step, StepSet } from "./plan.ts";
import { stepText } from "./text.ts";

/** A profile's plan as plain data for JSON, version 1. Absent values are null, never omitted. */
export function planData(plan: Plan, profile: Profile, language: CoreMessages) {
  const { index, vendor, service, classification, verdict } = profile;
  return {
    profile: index,
    vendor,
    service,
    classification,
    plannedFor: plan.classification,
    verdict,
    errors: plan.faults,
    state: plan.state,
    steps: plan.steps.map((step) => stepData(step, language)),
    common: ids(plan.common),
    choices: plan.choices.map(({ rows, options }) => ({ requirements: rows.map(({ no }) => no), options: options.map(ids) })),
    sets: plan.sets.map(ids),
    isCut: plan.isCut,
  };
}

function stepData(step: Step, language: CoreMessages) {
  const { enough, risk } = stepText(step, language);
  const isRow = step.kind === "row";
  return {
    id: step.id,
    kind: step.kind,
    requirement: step.row.no,
    name: step.row.label[language.id],
    status: isRow ? step.status : null,
    reasons: isRow ? step.reasons.map(language.reason) : [],
    enough,
    facts: isRow ? step.facts.map(({ path, fact }) => ({ path, title: fact[language.id] })) : [],
    record: isRow ? null : { carriedBy: step.carrier.no, missing: step.missing },
    risk,
    riskOf: step.risk.no,
  };
}

function ids(set: StepSet): string[] {
  return set.map(({ id }) => id);
}
