import type { Profile } from "../../core/evaluation/profile.ts";
import type { Reason } from "../../core/findings/finding.ts";
import type { CoreMessages } from "../../messages/language.ts";
import { wordingOf } from "../../messages/wording.ts";
import { plans } from "../messages/plan.ts";
import type { PlanMessages, Surface } from "../messages/plan-messages.ts";
import type { Plan, Step, StepSet } from "./plan.ts";

/** The texts of a step. */
export interface StepText {
  readonly name: string;
  readonly status: string;
  /** The reasons for the status. */
  readonly reasons: readonly string[];
  /** What would be enough. */
  readonly enough: string;
  /** The facts to state, each with its title and path. */
  readonly facts: readonly string[];
  /** The alternative if an unstated row turns out to be unmet. */
  readonly otherwise: string | null;
  /** Quoted from the standard. */
  readonly risk: string;
}

export function stepText(step: Step, { id, reason }: CoreMessages): StepText {
  const messages = plans[id];
  const risk = wordingOf(step.risk.risk, id);
  if (step.kind === "review") {
    const { row, carrier, missing } = step;
    const enough = messages.record(row, carrier, missing);
    return { name: messages.review(row), status: messages.unrecorded, reasons: [], enough, facts: [], otherwise: null, risk };
  }
  const { row, status, reasons, facts, carrier } = step;
  return {
    name: messages.row(row),
    status: messages[status],
    reasons: reasons.map(reason),
    enough: row.remedy[id],
    facts: [...new Set(facts.flatMap((fact) => (isSaid(fact) ? [] : factText(fact, messages, id))))],
    otherwise: carrier && messages.otherwise(carrier, row),
    risk,
  };
}

/** Whether the reason itself says what to state, and where. */
function isSaid({ state, note }: Reason): boolean {
  return state === "unstated" && note !== undefined;
}

function factText({ fact, path }: Reason, messages: PlanMessages, id: CoreMessages["id"]): string {
  return messages.fact(fact[id], path);
}

/** A set on one line, as row numbers. */
export function setText(set: StepSet, { id }: CoreMessages): string {
  return set.map((step) => (step.kind === "row" ? step.row.no : plans[id].reviewOf(step.row.no))).join(id === "ja" ? "・" : ", ");
}

/** The paragraphs before the steps. For an invalid document the first says so. */
export function introduction(
  plan: Plan,
  { classification: stated }: Profile,
  { id }: CoreMessages,
  surface: Surface = "commandLine",
): string[] {
  const messages = plans[id];
  const { classification, faults, sets, isCut } = plan;
  return [
    ...(faults > 0 ? [messages.invalid(faults, surface)] : []),
    ...(classification !== null && classification !== stated ? [messages.asClass(classification, stated)] : []),
    ...answer(plan, messages, surface),
    ...(isCut ? [messages.cut(sets.length)] : []),
  ];
}

function answer(
  { classification, state, faults, sets, common, choices }: Plan,
  messages: PlanMessages,
  surface: Surface,
): string[] {
  if (classification === null || state === "unclassified") return [messages.unclassified[surface]];
  switch (state) {
    case "unasked":
      return [messages.unasked(classification)];
    case "complete":
      return [(faults > 0 ? messages.completeOnceRepaired : messages.complete)(classification)];
    case "impossible":
      return [messages.impossible(classification)];
    case "open": {
      const least = sets[0] ?? [];
      const unknown = least.filter((step) => step.kind === "row" && step.status === "unknown").length;
      const extent = { classification, steps: least.length, unknown, hasCommon: common.length > 0, choices: choices.length };
      return [messages.open(extent), messages.caution];
    }
  }
}
