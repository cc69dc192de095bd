import type { Verdict } from "../../core/evaluation/verdict.ts";
import type { Status } from "../../core/standard/status.ts";
import { shorten } from "../../core/text/shorten.ts";
import type { LanguageId } from "../../messages/language.ts";
import type { ComparedCell, ComparedOutcome, ComparedRow, ComparedService, Comparison, Lack } from "../comparison.ts";
import { type Cell, type Column, cell, type FactList, type ReportDocument, type Table } from "../document.ts";
import { awaitsReview } from "../report.ts";
import {
  basisOf,
  classTitle,
  linesOf,
  obligationText,
  oneLine,
  type ReportLanguage,
  STATUS_TONES,
  VERDICT_TONES,
  wordsOf,
} from "./parts.ts";
import { exceptionText } from "./reasons.ts";

/** Services side by side, in a language. */
export function comparisonDocument(comparison: Comparison, language: LanguageId): ReportDocument {
  const words = wordsOf(language);
  const { words: say } = words;
  return {
    language,
    name: say.comparisonName,
    title: say.comparisonTitle,
    labels: [],
    parts: [
      { kind: "facts", entries: factsOf(comparison, words) },
      { kind: "heading", text: say.headings.requirements },
      requirements(comparison, words),
      { kind: "paragraph", text: `${say.differsNote}${say.sentenceSpace}${isCrowded(comparison) ? say.signLegend : say.legend}` },
      { kind: "heading", text: say.headings.lacking },
      lacking(comparison, words),
    ],
  };
}

function factsOf(comparison: Comparison, words: ReportLanguage): FactList["entries"] {
  const { standard, format, asOf, services } = comparison;
  const { words: say } = words;
  const { facts } = say;
  return [
    { name: facts.asOf, value: cell(asOf) },
    { name: facts.services, value: cell(say.serviceCount(services.length)) },
    ...usableFacts(comparison, words),
    ...basisOf(standard, format, words),
  ];
}

/** Which services may be used for each class. */
export function usableFacts({ classes, services }: Comparison, words: ReportLanguage): FactList["entries"] {
  const { words: say } = words;
  return classes.map((classification) => {
    const names = services.flatMap(({ eligible }, index) =>
      eligible.includes(classification) ? [nameOf(services, index, words)] : [],
    );
    return {
      name: say.usableFor(classification),
      value: cell(names.length > 0 ? names.join(say.comma) : say.none),
    };
  });
}

/** A service's number and name: names alone need not tell services apart. */
export function nameOf(services: readonly ComparedService[], index: number, { words }: ReportLanguage): string {
  const { service, vendor, path } = services[index] as ComparedService;
  return words.numbered(index + 1, shorten(service ?? vendor ?? path));
}

/** With more services than these there is room for signs only, and none for what each class asks for. */
const FEW = 10;

/** Whether there is room for signs only. */
export function isCrowded({ services }: Comparison): boolean {
  return services.length > FEW;
}

/** The document's width is shared among the services. */
const ALL = 220;
const MAX_COUNT = 32;

const STATUS_SIGNS: Readonly<Record<Status, string>> = { met: "○", unmet: "×", unknown: "?", "not-applicable": "–" };
const VERDICT_SIGNS: Readonly<Record<Verdict, string>> = {
  conforming: "○",
  nonconforming: "×",
  undetermined: "?",
  "not-applicable": "–",
  invalid: "!",
};

/** What each class says, and how each row stands: a column for each service. */
function requirements(comparison: Comparison, words: ReportLanguage): Table {
  const { standard, classes, services, rows } = comparison;
  const isShort = isCrowded(comparison);
  const shown = isShort ? [] : classes;
  const { words: say, id } = words;
  const fixed: Column[] = [
    { title: standard.columns.no?.[id] ?? "", width: 6, align: "center" },
    { title: say.columns.requirement, width: 28 },
    ...shown.map((name): Column => ({ title: classTitle(standard, name, words), width: 12, align: "center" })),
    { title: say.columns.differs, width: 8, align: "center" },
  ];
  const rest = ALL - fixed.reduce((sum, { width }) => sum + width, 0);
  const width = Math.max(isShort ? 6 : 14, Math.min(MAX_COUNT, Math.floor(rest / services.length)));
  return {
    kind: "table",
    columns: [
      ...fixed,
      ...services.map((_, index): Column => ({ title: nameOf(services, index, words), width, align: "center" })),
    ],
    rows: [
      ...classes.map((name, index): Cell[] => {
        const outcomes = services.map(({ outcomes }) => outcomes[index] as ComparedOutcome);
        return [
          cell(""),
          cell(say.verdictFor(name)),
          ...shown.map(() => cell("")),
          differs(new Set(outcomes.map(({ verdict }) => verdict)).size > 1, words),
          ...outcomes.map(({ verdict }) => verdictCell(verdict, isShort, words)),
        ];
      }),
      ...rows.map(({ row, differs: isDifferent, cells }: ComparedRow): Cell[] => [
        cell(row.no),
        cell(row.label[id]),
        ...shown.map((name) => cell(obligationText(row, name, words))),
        differs(isDifferent, words),
        ...cells.map((compared) => statusCell(compared, isShort, words)),
      ]),
    ],
  };
}

function differs(isDifferent: boolean, { words }: ReportLanguage): Cell {
  return isDifferent ? cell(words.differs, "note") : cell("");
}

/** What a class says of a service: in a word, or as a sign. */
export function verdictCell(verdict: Verdict, isShort: boolean, { language }: ReportLanguage): Cell {
  return cell(isShort ? VERDICT_SIGNS[verdict] : language.verdicts[verdict], VERDICT_TONES[verdict]);
}

/** How a row stands, and what is met in its place. */
export function statusCell({ status, isLacking, carriers }: ComparedCell, isShort: boolean, { words }: ReportLanguage): Cell {
  const isHarmless = !isLacking && (status === "unmet" || status === "unknown");
  const tone = isHarmless ? "muted" : STATUS_TONES[status];
  if (isShort) return linesOf([STATUS_SIGNS[status], ...carriers.map(({ row }) => row.no)], tone);
  return linesOf([words.statuses[status], ...carriedTexts(carriers, words)], tone);
}

/** For which classes other rows are met in a row's place, a line each. */
export function carriedTexts(carriers: ComparedCell["carriers"], words: ReportLanguage["words"]): string[] {
  return carriers.map(({ row, classes, review }) => words.carriedFor(row.no, classes, review !== null));
}

/** For each service and class the verdict, and the duties that are open. */
function lacking({ standard, classes, services }: Comparison, words: ReportLanguage): Table {
  const { columns, facts } = words.words;
  return {
    kind: "table",
    columns: [
      { title: columns.service, width: 30 },
      { title: columns.vendor, width: 24 },
      { title: facts.profile, width: 28 },
      ...classes.map((name): Column => ({ title: classTitle(standard, name, words), width: 46 })),
    ],
    rows: services.map(({ vendor, path, index, faults, outcomes }, at) => [
      cell(nameOf(services, at, words)),
      cell(oneLine(vendor ?? words.words.notStated), vendor === null ? "open" : undefined),
      cell(oneLine(words.words.profile(path, index === null ? null : index + 1))),
      ...outcomes.map((outcome) => lackingCell(outcome, faults, words)),
    ]),
  };
}

function lackingCell(outcome: ComparedOutcome, faults: number, words: ReportLanguage): Cell {
  const { verdict, unmet, unknown, reviewed } = outcome;
  const lines = [
    countedVerdict(outcome, faults, words),
    ...[...unmet, ...unknown].map((lack) => lackText(lack, words)),
    ...reviewed.map(({ row, carrier }) => words.words.reviewedRow(row.no, carrier.row.no)),
  ];
  return linesOf(lines, VERDICT_TONES[verdict]);
}

/** What a class says of a service, its open duties counted. */
export function countedVerdict(
  { verdict, unmet, unknown }: Pick<ComparedOutcome, "verdict" | "unmet" | "unknown">,
  faults: number,
  { words, language }: ReportLanguage,
): string {
  return words.verdict(language.verdicts[verdict], unmet.length, unknown.length, faults);
}

/** A duty that is open, and how. */
export function lackText(lack: Lack, words: ReportLanguage): string {
  const { words: say } = words;
  const status = awaitsReview(lack.exception) ? say.unreviewed : say.statuses[lack.duty.status];
  return `${status} ${dutyText(lack, words)}`;
}

function dutyText({ duty: { row, alternatives }, exception }: Lack, words: ReportLanguage): string {
  const name = alternatives ? words.words.group(alternatives.rows) : words.language.page.row(row);
  return exception ? words.words.ofRow(name, exceptionText(exception, words)) : name;
}
