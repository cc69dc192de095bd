import type { Analysis } from "../../core/analysis/analyze.ts";
import type { Profile } from "../../core/evaluation/profile.ts";
import type { CoreMessages } from "../../messages/language.ts";
import { summaryOf } from "../../messages/render.ts";
import { type Cell, cell, type ReportBlock, type ReportDocument } from "../document.ts";
import { plans } from "../messages/plan.ts";
import type { Plan, Step } from "../plan/plan.ts";
import { introduction, setText, stepText } from "../plan/text.ts";
import { labelsOf, statedOf } from "./cells.ts";
import { reportLanguage } from "./language.ts";

/** A profile's plan as a document: every step with its risk, then the combinations. */
export function planDocument(plan: Plan, profile: Profile, { today }: Analysis, language: CoreMessages): ReportDocument {
  const { id } = language;
  const reportTerms = reportLanguage(id);
  const { facts } = reportTerms.messages;
  const { title } = plans[id];
  const entries = [
    { name: facts.vendor, value: statedOf(profile.vendor, reportTerms) },
    { name: facts.service, value: statedOf(profile.service, reportTerms) },
    { name: facts.verdict, value: cell(language.summary(summaryOf(profile))) },
    { name: facts.asOf, value: cell(today) },
  ];
  return {
    language: id,
    name: profile.service ?? profile.vendor ?? title,
    title,
    labels: labelsOf(entries, LABEL_COUNT),
    parts: [
      { kind: "facts", entries },
      ...introduction(plan, profile, language).map((text): ReportBlock => ({ kind: "paragraph", text })),
      ...stepsTable(plan, language),
      ...setsTable(plan, language),
    ],
  };
}

/** Vendor, service and verdict identify a plan. */
const LABEL_COUNT = 3;

/** Every step: first those needed in any case, then those of each choice. */
function stepsTable({ common, choices }: Plan, language: CoreMessages): ReportBlock[] {
  const messages = plans[language.id];
  const { columns } = messages;
  const rows = [
    ...rowsFor(messages.inAnyCase, common, language),
    ...choices.flatMap(({ rows, options }) => rowsFor(messages.oneOf(rows), options.flat(), language)),
  ];
  if (rows.length === 0) return [];
  return [
    {
      kind: "table",
      columns: [
        { title: columns.need, width: 18 },
        { title: columns.requirement, width: 22 },
        { title: columns.status, width: 12 },
        { title: columns.reasons, width: 30 },
        { title: columns.enough, width: 32 },
        { title: columns.facts, width: 26 },
        { title: columns.risk, width: 40 },
      ],
      rows,
    },
  ];
}

/** The rows of steps with the same need. Consecutive steps with the same risk share its cell. */
function rowsFor(need: string, steps: readonly Step[], language: CoreMessages): Cell[][] {
  return steps.map((step, index) => {
    const { name, status, reasons, enough, facts, otherwise, risk } = stepText(step, language);
    return [
      index === 0 ? { ...cell(need), span: steps.length } : cell(""),
      cell(name),
      cell(status, step.kind === "row" && step.status === "unmet" ? "bad" : "open"),
      cell(reasons.join("\n")),
      cell([enough, ...(otherwise === null ? [] : [otherwise])].join("\n")),
      cell(facts.join("\n")),
      steps[index - 1]?.risk === step.risk ? cell("") : { ...cell(risk), span: runOf(steps.slice(index)) },
    ];
  });
}

/** How many steps share the first step's risk, counted from the first. */
function runOf(steps: readonly Step[]): number {
  const end = steps.findIndex(({ risk }) => risk !== steps[0]?.risk);
  return end < 0 ? steps.length : end;
}

/** The combinations, one line each. A single one would only repeat the steps. */
function setsTable({ sets }: Plan, language: CoreMessages): ReportBlock[] {
  if (sets.length < 2) return [];
  const messages = plans[language.id];
  const { columns } = messages;
  return [
    { kind: "heading", text: messages.sets(sets.length) },
    {
      kind: "table",
      columns: [
        { title: columns.rank, width: 8, align: "center" },
        { title: columns.size, width: 10, align: "center" },
        { title: columns.set, width: 70 },
      ],
      rows: sets.map((set, index) => [cell(String(index + 1)), cell(messages.steps(set.length)), cell(setText(set, language))]),
    },
  ];
}
