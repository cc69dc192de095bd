import type { Usability } from "../../core/evaluation/usability.ts";
import type { Verdict } from "../../core/evaluation/verdict.ts";
import type { Status } from "../../core/standard/status.ts";
import { shorten } from "../../core/text/shorten.ts";
import { shownPath } from "../../core/text/shown-path.ts";
import type { LanguageId } from "../../messages/language.ts";
import type { ComparedCell, ComparedOutcome, ComparedRow, ComparedService, Comparison, Lack } from "../comparison.ts";
import { type Cell, type Column, cell, type FactList, type ReportDocument, type Table } from "../document.ts";
import { awaitsReview } from "../report.ts";
import { basisOf } from "./basis.ts";
import { linesOf, oneLine, STATUS_TONES, VERDICT_TONES } from "./cells.ts";
import { type ReportLanguage, reportLanguage } from "./language.ts";
import { exceptionText } from "./reasons.ts";
import { classTitle, obligationText } from "./terms.ts";

export function comparisonDocument(comparison: Comparison, id: LanguageId): ReportDocument {
  const language = reportLanguage(id);
  const { messages } = language;
  return {
    language: id,
    name: messages.comparisonName,
    title: messages.comparisonTitle,
    labels: [],
    parts: [
      { kind: "facts", entries: factsOf(comparison, language) },
      { kind: "heading", text: messages.headings.requirements },
      requirements(comparison, language),
      {
        kind: "paragraph",
        text: `${messages.differsNote}${messages.sentenceSpace}${isCrowded(comparison) ? messages.signLegend : messages.legend}`,
      },
      { kind: "heading", text: messages.headings.lacking },
      lacking(comparison, language),
    ],
  };
}

function factsOf(comparison: Comparison, language: ReportLanguage): FactList["entries"] {
  const { standard, format, asOf, services } = comparison;
  const { messages } = language;
  const { facts } = messages;
  return [
    { name: facts.asOf, value: cell(asOf) },
    { name: facts.services, value: cell(messages.serviceCount(services.length)) },
    ...usableFacts(comparison, language),
    ...basisOf(standard, format, language),
  ];
}

/** The services that may be used for each class, those of which it is not known yet, and the others. */
export function usableFacts({ classes, services }: Comparison, language: ReportLanguage): FactList["entries"] {
  const { messages, core } = language;
  return classes.map((classification) => {
    const names = (list: keyof Usability) =>
      services.flatMap((service, index) => (service[list].includes(classification) ? [nameOf(services, index, language)] : []));
    const lists = { eligible: names("eligible"), open: names("open"), excluded: names("excluded") };
    return { name: messages.usableFor(classification), value: cell(core.usability(lists)) };
  });
}

/** A service's number and name. Names alone may not be unique. */
export function nameOf(services: readonly ComparedService[], index: number, { messages }: ReportLanguage): string {
  const { service, vendor, path } = services[index] as ComparedService;
  return messages.numbered(index + 1, shorten(service ?? vendor ?? shownPath(path)));
}

/** With more services the table has room only for signs, and not for the obligations. */
const MAX_SERVICES_WITH_WORDS = 10;

/** Whether the table has room only for signs. */
export function isCrowded({ services }: Comparison): boolean {
  return services.length > MAX_SERVICES_WITH_WORDS;
}

/** Column widths in half-width characters. The services share what the other columns leave of the table. */
const TABLE_WIDTH = 220;
const MAX_SERVICE_WIDTH = 32;

const STATUS_SIGNS: Readonly<Record<Status, string>> = { met: "○", unmet: "×", unknown: "?", "not-applicable": "–" };
const VERDICT_SIGNS: Readonly<Record<Verdict, string>> = {
  conforming: "○",
  nonconforming: "×",
  undetermined: "?",
  "not-applicable": "–",
  invalid: "!",
};

/** The verdict for each class and the status of each row, with a column per service. */
function requirements(comparison: Comparison, language: ReportLanguage): Table {
  const { standard, classes, services, rows } = comparison;
  const isShort = isCrowded(comparison);
  const shown = isShort ? [] : classes;
  const { id, messages } = language;
  const fixed: Column[] = [
    { title: standard.columns.no?.[id] ?? "", width: 6, align: "center" },
    { title: messages.columns.requirement, width: 28 },
    ...shown.map((name): Column => ({ title: classTitle(standard, name, language), width: 12, align: "center" })),
    { title: messages.columns.differs, width: 8, align: "center" },
  ];
  const rest = TABLE_WIDTH - fixed.reduce((sum, { width }) => sum + width, 0);
  const width = Math.max(isShort ? 6 : 14, Math.min(MAX_SERVICE_WIDTH, Math.floor(rest / services.length)));
  return {
    kind: "table",
    columns: [
      ...fixed,
      ...services.map((_, index): Column => ({ title: nameOf(services, index, language), width, align: "center" })),
    ],
    rows: [
      ...classes.map((name, index): Cell[] => {
        const outcomes = services.map(({ outcomes }) => outcomes[index] as ComparedOutcome);
        return [
          cell(""),
          cell(messages.verdictFor(name)),
          ...shown.map(() => cell("")),
          differs(new Set(outcomes.map(({ verdict }) => verdict)).size > 1, language),
          ...outcomes.map(({ verdict }) => verdictCell(verdict, isShort, language)),
        ];
      }),
      ...rows.map(({ row, differs: isDifferent, cells }: ComparedRow): Cell[] => [
        cell(row.no),
        cell(row.label[id]),
        ...shown.map((name) => cell(obligationText(row, name, language))),
        differs(isDifferent, language),
        ...cells.map((compared) => statusCell(compared, isShort, language)),
      ]),
    ],
  };
}

function differs(isDifferent: boolean, { messages }: ReportLanguage): Cell {
  return isDifferent ? cell(messages.differs, "note") : cell("");
}

/** The verdict of a class, as a word or a sign. */
export function verdictCell(verdict: Verdict, isShort: boolean, { core }: ReportLanguage): Cell {
  return cell(isShort ? VERDICT_SIGNS[verdict] : core.verdicts[verdict], VERDICT_TONES[verdict]);
}

/** The status of a row, with the rows that are met instead. */
export function statusCell({ status, isLacking, carriers }: ComparedCell, isShort: boolean, { messages }: ReportLanguage): Cell {
  const isHarmless = !isLacking && (status === "unmet" || status === "unknown");
  const tone = isHarmless ? "muted" : STATUS_TONES[status];
  if (isShort) return linesOf([STATUS_SIGNS[status], ...carriers.map(({ row }) => row.no)], tone);
  return linesOf([messages.statuses[status], ...carriedTexts(carriers, messages)], tone);
}

/** One line for each row that is met instead, with its classes. */
export function carriedTexts(carriers: ComparedCell["carriers"], messages: ReportLanguage["messages"]): string[] {
  return carriers.map(({ row, classes, review }) => messages.carriedFor(row.no, classes, review !== null));
}

/** The verdict and open duties of each service for each class. */
function lacking({ standard, classes, services }: Comparison, language: ReportLanguage): Table {
  const { columns, facts } = language.messages;
  return {
    kind: "table",
    columns: [
      { title: columns.service, width: 30 },
      { title: columns.vendor, width: 24 },
      { title: facts.profile, width: 28 },
      ...classes.map((name): Column => ({ title: classTitle(standard, name, language), width: 46 })),
    ],
    rows: services.map(({ vendor, path, index, faults, outcomes }, at) => [
      cell(nameOf(services, at, language)),
      cell(oneLine(vendor ?? language.messages.notStated), vendor === null ? "open" : undefined),
      cell(oneLine(language.messages.profile(shownPath(path), index === null ? null : index + 1))),
      ...outcomes.map((outcome) => lackingCell(outcome, faults, language)),
    ]),
  };
}

function lackingCell(outcome: ComparedOutcome, faults: number, language: ReportLanguage): Cell {
  const { verdict, unmet, unknown, reviewed } = outcome;
  const lines = [
    countedVerdict(outcome, faults, language),
    ...[...unmet, ...unknown].map((lack) => lackText(lack, language)),
    ...reviewed.map(({ row, carrier }) => language.messages.reviewedRow(row.no, carrier.row.no)),
  ];
  return linesOf(lines, VERDICT_TONES[verdict]);
}

/** The verdict of a class, with its open duties counted. */
export function countedVerdict(
  { verdict, unmet, unknown }: Pick<ComparedOutcome, "verdict" | "unmet" | "unknown">,
  faults: number,
  { messages, core }: ReportLanguage,
): string {
  return messages.verdict(core.verdicts[verdict], unmet.length, unknown.length, faults);
}

/** An open duty with its status. */
export function lackText(lack: Lack, language: ReportLanguage): string {
  const { messages } = language;
  const status = awaitsReview(lack.exception) ? messages.unreviewed : messages.statuses[lack.duty.status];
  return `${status} ${dutyText(lack, language)}`;
}

function dutyText({ duty: { row, alternatives }, exception }: Lack, language: ReportLanguage): string {
  const name = alternatives ? language.messages.group(alternatives.rows) : language.core.page.row(row);
  return exception ? language.messages.ofRow(name, exceptionText(exception, language)) : name;
}
