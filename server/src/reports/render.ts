import { jsonText } from "../core/text/json-text.ts";
import type { LanguageId } from "../messages/language.ts";
import { coreMessages } from "../messages/render.ts";
import { type ComparedProfile, comparisonOf } from "./comparison.ts";
import type { ReportDocument } from "./document.ts";
import { comparisonDocument } from "./documents/comparison.ts";
import { planDocument } from "./documents/plan.ts";
import { reportDocuments } from "./documents/report.ts";
import { comparisonJson, reportJson } from "./json.ts";
import { planData } from "./plan/json.ts";
import { planOf } from "./plan/plan.ts";
import { reportOf } from "./report.ts";
import { csvOf } from "./writers/csv.ts";
import { htmlOf } from "./writers/html.ts";
import { markdownOf } from "./writers/markdown.ts";

export type DocumentKind = "report" | "plan" | "comparison";

/** A document for readers or, as JSON, for programs. Lazy, so that only the requested form is built. */
export interface Document {
  readonly documents: () => readonly ReportDocument[];
  readonly json: () => string;
}

/** A document about judged profiles. A comparison throws without any. */
export function documentOf(kind: DocumentKind, entries: readonly ComparedProfile[], id: LanguageId): Document {
  switch (kind) {
    case "report":
      return reports(entries, id);
    case "plan":
      return plans(entries, id);
    case "comparison":
      return comparison(entries, id);
  }
}

export type TextFormat = "html" | "md" | "csv" | "json";

export function textOf({ documents, json }: Document, format: TextFormat): string {
  switch (format) {
    case "html":
      return htmlOf(documents());
    case "md":
      return markdownOf(documents());
    case "csv":
      return csvOf(documents());
    case "json":
      return json();
  }
}

function reports(entries: readonly ComparedProfile[], id: LanguageId): Document {
  const reports = entries.map(({ analysis, profile, path }) => reportOf(analysis, profile, path));
  return { documents: () => reportDocuments(reports, id), json: () => reportJson(reports, id) };
}

function plans(entries: readonly ComparedProfile[], id: LanguageId): Document {
  const language = coreMessages[id];
  const planned = entries.map((entry) => ({ ...entry, plan: planOf(entry.analysis, entry.profile) }));
  return {
    documents: () => planned.map(({ plan, profile, analysis }) => planDocument(plan, profile, analysis, language)),
    json: () => {
      const plans = planned.map(({ path, plan, profile }) => ({ path, ...planData(plan, profile, language) }));
      return `${jsonText({ version: 1, asOf: entries[0]?.analysis.today ?? null, plans })}\n`;
    },
  };
}

function comparison(entries: readonly ComparedProfile[], id: LanguageId): Document {
  const comparison = comparisonOf(entries);
  return { documents: () => [comparisonDocument(comparison, id)], json: () => comparisonJson(comparison, id) };
}
