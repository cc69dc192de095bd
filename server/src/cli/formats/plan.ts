import type { Colors } from "picocolors/types";
import type { Profile } from "../../core/evaluation/profile.ts";
import { shownPath } from "../../core/text/shown-path.ts";
import { wrap } from "../../core/text/wrap.ts";
import { MARKS } from "../../language-service/messages/marks.ts";
import type { CoreMessages } from "../../messages/language.ts";
import { summaryOf } from "../../messages/render.ts";
import { plans } from "../../reports/messages/plan.ts";
import type { Plan, Step } from "../../reports/plan/plan.ts";
import { introduction, setText, stepText } from "../../reports/plan/text.ts";
import { visible } from "../terminal.ts";
import type { Style } from "./style.ts";

/** Further sets are only counted: the choices above already show them. */
const MAX_SHOWN = 15;

/** The plan of a profile for a terminal: what is always needed, what can be chosen, and the sets. */
export function prettyPlan(path: string, plan: Plan, profile: Profile, language: CoreMessages, style: Style): string {
  const { colors, columns } = style;
  const messages = plans[language.id];
  const { vendor, service } = profile;
  const name = [vendor, service].filter((part) => part !== null).join(" / ");
  const shownRisks = new Map<string, string>();
  const stepLines = (step: Step, index: number) => stepBlock(step, index > 0, shownRisks, language, style);
  return [
    `${colors.bold(colors.underline(shownPath(path)))}${name === "" ? "" : ` ${visible(name)}`}`,
    language.summary(summaryOf(profile)),
    "",
    ...introduction(plan, profile, language).flatMap((text) => [...wrap(text, columns), ""]),
    ...section(
      messages.inAnyCase,
      plan.common.flatMap((step) => [...stepLines(step, 0), ""]),
      colors,
    ),
    ...plan.choices.flatMap(({ rows, options }) =>
      section(
        messages.oneOf(rows),
        options.flatMap((option) => [...option.flatMap(stepLines), ""]),
        colors,
      ),
    ),
    ...setLines(plan, language, style),
  ].join("\n");
}

function section(heading: string, lines: readonly string[], { bold, cyan }: Colors): string[] {
  return lines.length === 0 ? [] : [bold(cyan(heading)), ...lines];
}

/**
 * The lines of a step: what is stated now, what would be enough, and the risk. A risk is written out once and then refers to the
 * step that shows it.
 *
 * @param isAlsoNeeded whether the step belongs to the one above
 * @param shownRisks by requirement, the name of the step that shows the risk
 */
function stepBlock(
  step: Step,
  isAlsoNeeded: boolean,
  shownRisks: Map<string, string>,
  language: CoreMessages,
  style: Style,
): string[] {
  const { colors, columns } = style;
  const messages = plans[language.id];
  const { name, status, reasons, enough, facts, otherwise, risk } = stepText(step, language);
  const isUnmet = step.kind === "row" && step.status === "unmet";
  const paint = isUnmet ? colors.red : colors.yellow;
  const before = shownRisks.get(step.risk.no);
  shownRisks.set(step.risk.no, before ?? name);
  const lead = isAlsoNeeded ? "+" : paint(step.kind === "row" ? MARKS[step.status] : "?");
  const head = wrap(messages.standing(name, status), columns - 4);
  const body = [
    ...listed(messages.now, reasons),
    messages.enoughFor(enough),
    ...listed(messages.facts, facts),
    ...(otherwise === null ? [] : [otherwise]),
    language.risk(before === undefined ? risk : messages.same(before)),
  ];
  return [
    ...head.map((line, index) => `  ${index === 0 ? lead : " "} ${colors.bold(line)}`),
    ...body.flatMap((text) => wrap(visible(text), columns - 4)).map((line) => `    ${line}`),
  ];
}

/** One text goes beside the heading, several below it. */
function listed(heading: string, texts: readonly string[]): string[] {
  if (texts.length < 2) return texts.map((text) => `${heading} ${text}`);
  return [heading, ...texts.map((text) => `- ${text}`)];
}

/** The sets, a line each; a single one is already shown above. */
function setLines({ sets }: Plan, language: CoreMessages, { colors, columns }: Style): string[] {
  if (sets.length < 2) return [];
  const messages = plans[language.id];
  const width = String(Math.min(sets.length, MAX_SHOWN)).length;
  const lines = sets
    .slice(0, MAX_SHOWN)
    .flatMap((set, index) =>
      wrap(messages.set(setText(set, language), set.length), columns - width - 4).map(
        (line, part) => `  ${part === 0 ? `${String(index + 1).padStart(width)}.` : " ".repeat(width + 1)} ${line}`,
      ),
    );
  const more = sets.length - MAX_SHOWN;
  return [
    ...section(messages.sets(sets.length), lines, colors),
    ...(more > 0 ? [`  ${language.explanation.more(more)}`] : []),
    "",
  ];
}
