import type { Colors } from "picocolors/types";
import type { Profile } from "../../core/evaluation/profile.ts";
import { wrap } from "../../core/text/wrap.ts";
import { MARKS } from "../../language-service/messages/marks.ts";
import type { CoreMessages } from "../../messages/language.ts";
import { summaryOf } from "../../messages/render.ts";
import { plans } from "../../reports/messages/plan.ts";
import type { Plan, Step } from "../../reports/plan/plan.ts";
import { introduction, setText, stepText } from "../../reports/plan/text.ts";
import { visible } from "../terminal.ts";
import type { Style } from "./style.ts";

/** More sets than these are counted: what is left to choose has been said. */
const MAX_SHOWN = 15;

/** A profile's plan for a person at a terminal: what is needed in any case, what is left to choose, the sets. */
export function prettyPlan(path: string, plan: Plan, profile: Profile, language: CoreMessages, style: Style): string {
  const { colors, columns } = style;
  const words = plans[language.id];
  const { vendor, service } = profile;
  const name = [vendor, service].filter((part) => part !== null).join(" / ");
  const said = new Map<string, string>();
  const stepLines = (step: Step, index: number) => stepBlock(step, index > 0, said, language, style);
  return [
    `${colors.bold(colors.underline(visible(path)))}${name === "" ? "" : ` ${visible(name)}`}`,
    language.summary(summaryOf(profile)),
    "",
    ...introduction(plan, profile, language).flatMap((text) => [...wrap(text, columns), ""]),
    ...section(
      words.inAnyCase,
      plan.common.flatMap((step) => [...stepLines(step, 0), ""]),
      colors,
    ),
    ...plan.choices.flatMap(({ rows, options }) =>
      section(
        words.oneOf(rows),
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

/** A step with what is stated now, what would be enough, and the risk; `goesWith` the step above. */
function stepBlock(step: Step, goesWith: boolean, said: Map<string, string>, language: CoreMessages, style: Style): string[] {
  const { colors, columns } = style;
  const words = plans[language.id];
  const { name, status, reasons, enough, facts, otherwise, risk } = stepText(step, language);
  const isUnmet = step.kind === "row" && step.status === "unmet";
  const paint = isUnmet ? colors.red : colors.yellow;
  const before = said.get(step.risk.no);
  said.set(step.risk.no, before ?? name);
  const lead = goesWith ? "+" : paint(step.kind === "row" ? MARKS[step.status] : "?");
  const head = wrap(words.standing(name, status), columns - 4);
  const body = [
    ...listed(words.now, reasons),
    words.enoughFor(enough),
    ...listed(words.facts, facts),
    ...(otherwise === null ? [] : [otherwise]),
    language.risk(before === undefined ? risk : words.same(before)),
  ];
  return [
    ...head.map((line, index) => `  ${index === 0 ? lead : " "} ${colors.bold(line)}`),
    ...body.flatMap((text) => wrap(visible(text), columns - 4)).map((line) => `    ${line}`),
  ];
}

/** One text stands beside its heading, several below it. */
function listed(heading: string, texts: readonly string[]): string[] {
  if (texts.length < 2) return texts.map((text) => `${heading} ${text}`);
  return [heading, ...texts.map((text) => `- ${text}`)];
}

/** The sets, a line each; where there is only one, it has been said. */
function setLines({ sets }: Plan, language: CoreMessages, { colors, columns }: Style): string[] {
  if (sets.length < 2) return [];
  const words = plans[language.id];
  const width = String(Math.min(sets.length, MAX_SHOWN)).length;
  const lines = sets
    .slice(0, MAX_SHOWN)
    .flatMap((set, index) =>
      wrap(words.set(setText(set, language), set.length), columns - width - 4).map(
        (line, part) => `  ${part === 0 ? `${String(index + 1).padStart(width)}.` : " ".repeat(width + 1)} ${line}`,
      ),
    );
  const more = sets.length - MAX_SHOWN;
  return [...section(words.sets(sets.length), lines, colors), ...(more > 0 ? [`  ${language.explanation.more(more)}`] : []), ""];
}
