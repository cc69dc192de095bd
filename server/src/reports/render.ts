import type { LanguageId } from "../messages/language.ts";
import { coreMessages } from "../messages/render.ts";
import { comparisonOf, type Entry } from "./comparison.ts";
import type { Paper } from "./document.ts";
import { comparisonPaper } from "./documents/comparison.ts";
import { planPaper } from "./documents/plan.ts";
import { reportPapers } from "./documents/report.ts";
import { comparisonJson, reportJson } from "./json.ts";
import { planData } from "./plan/json.ts";
import { planOf } from "./plan/plan.ts";
import { reportOf } from "./report.ts";
import { csvOf } from "./writers/csv.ts";
import { htmlOf } from "./writers/html.ts";
import { markdownOf } from "./writers/markdown.ts";

/** What can be written of judged profiles. */
export type DocumentKind = "report" | "plan" | "comparison";

/** What is to be written: as papers, or for programs. */
export interface Document {
  readonly papers: () => readonly Paper[];
  readonly json: () => string;
}

/** The document of a kind about some profiles: at least one. */
export function documentOf(kind: DocumentKind, entries: readonly Entry[], id: LanguageId): Document {
  switch (kind) {
    case "report":
      return reports(entries, id);
    case "plan":
      return plans(entries, id);
    case "comparison":
      return comparison(entries, id);
  }
}

/** The formats that are text. */
export type TextFormat = "html" | "md" | "csv" | "json";

/** Writes a document as text. */
export function textOf({ papers, json }: Document, format: TextFormat): string {
  switch (format) {
    case "html":
      return htmlOf(papers());
    case "md":
      return markdownOf(papers());
    case "csv":
      return csvOf(papers());
    case "json":
      return json();
  }
}

function reports(entries: readonly Entry[], id: LanguageId): Document {
  const reports = entries.map(({ analysis, profile, path }) => reportOf(analysis, profile, path));
  return { papers: () => reportPapers(reports, id), json: () => reportJson(reports, id) };
}

function plans(entries: readonly Entry[], id: LanguageId): Document {
  const language = coreMessages[id];
  const planned = entries.map((entry) => ({ ...entry, plan: planOf(entry.analysis, entry.profile) }));
  return {
    papers: () => planned.map(({ plan, profile, analysis }) => planPaper(plan, profile, analysis, language)),
    json: () => {
      const plans = planned.map(({ path, plan, profile }) => ({ path, ...planData(plan, profile, language) }));
      return `${JSON.stringify({ version: 1, asOf: entries[0]?.analysis.today ?? null, plans }, null, 2)}\n`;
    },
  };
}

function comparison(entries: readonly Entry[], id: LanguageId): Document {
  const comparison = comparisonOf(entries);
  return { papers: () => [comparisonPaper(comparison, id)], json: () => comparisonJson(comparison, id) };
}
