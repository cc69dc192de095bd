import type { Verdict } from "../../evaluate/judge.ts";
import type { Status } from "../../evaluate/status.ts";
import type { LanguageId } from "../../messages/language.ts";
import { shorten } from "../../messages/shorten.ts";
import type { ComparedCell, ComparedOutcome, ComparedRow, ComparedService, Comparison, Lack } from "../comparison.ts";
import { type Cell, type Column, cell, type Facts, type Paper, type Table } from "../paper.ts";
import { awaitsReview } from "../report.ts";
import {
  basisOf,
  classTitle,
  linesOf,
  obligationText,
  oneLine,
  STATUS_TONES,
  VERDICT_TONES,
  type Words,
  wordsOf,
} from "./parts.ts";
import { exceptionText } from "./reasons.ts";

/** Services side by side, in a language. */
export function comparisonPaper(comparison: Comparison, language: LanguageId): Paper {
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

function factsOf({ standard, format, asOf, classes, services }: Comparison, words: Words): Facts["entries"] {
  const { words: say } = words;
  const { facts } = say;
  const usable = classes.map((classification) => {
    const names = services.flatMap(({ eligible }, index) =>
      eligible.includes(classification) ? [nameOf(services, index, words)] : [],
    );
    return {
      name: say.usableFor(classification),
      value: cell(names.length > 0 ? names.join(say.comma) : say.none),
    };
  });
  return [
    { name: facts.asOf, value: cell(asOf) },
    { name: facts.services, value: cell(say.serviceCount(services.length)) },
    ...usable,
    ...basisOf(standard, format, words),
  ];
}

/** A service's number and name: names alone need not tell services apart. */
function nameOf(services: readonly ComparedService[], index: number, { words }: Words): string {
  const { service, vendor, path } = services[index] as ComparedService;
  return words.numbered(index + 1, shorten(service ?? vendor ?? path));
}

/** With more services than these there is room for signs only, and none for what each class asks for. */
const FEW = 10;

function isCrowded({ services }: Comparison): boolean {
  return services.length > FEW;
}

/** The paper's width is shared among the services. */
const ALL = 220;
const MOST = 32;

const STATUS_SIGNS: Readonly<Record<Status, string>> = { met: "○", unmet: "×", unknown: "?", "not-applicable": "–" };
const VERDICT_SIGNS: Readonly<Record<Verdict, string>> = {
  conforming: "○",
  nonconforming: "×",
  undetermined: "?",
  "not-applicable": "–",
  invalid: "!",
};

/** What each class says, and how each row stands: a column for each service. */
function requirements(comparison: Comparison, words: Words): Table {
  const { standard, classes, services, rows } = comparison;
  const isShort = isCrowded(comparison);
  const shown = isShort ? [] : classes;
  const { words: say, language, id } = words;
  const fixed: Column[] = [
    { title: standard.columns.no?.[id] ?? "", width: 6, align: "center" },
    { title: say.columns.requirement, width: 28 },
    ...shown.map((name): Column => ({ title: classTitle(standard, name, words), width: 12, align: "center" })),
    { title: say.columns.differs, width: 8, align: "center" },
  ];
  const rest = ALL - fixed.reduce((sum, { width }) => sum + width, 0);
  const width = Math.max(isShort ? 6 : 14, Math.min(MOST, Math.floor(rest / services.length)));
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
          ...outcomes.map(({ verdict }) =>
            cell(isShort ? VERDICT_SIGNS[verdict] : language.verdicts[verdict], VERDICT_TONES[verdict]),
          ),
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

function differs(isDifferent: boolean, { words }: Words): Cell {
  return isDifferent ? cell(words.differs, "note") : cell("");
}

function statusCell({ status, isLacking, carriers }: ComparedCell, isShort: boolean, { words }: Words): Cell {
  const isHarmless = !isLacking && (status === "unmet" || status === "unknown");
  const tone = isHarmless ? "muted" : STATUS_TONES[status];
  if (isShort) return linesOf([STATUS_SIGNS[status], ...carriers.map(({ row }) => row.no)], tone);
  const carried = carriers.map(({ row, classes, review }) => words.carriedFor(row.no, classes, review !== null));
  return linesOf([words.statuses[status], ...carried], tone);
}

/** For each service and class the verdict, and the duties that are open. */
function lacking({ standard, classes, services }: Comparison, words: Words): Table {
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

function lackingCell({ verdict, unmet, unknown, reviewed }: ComparedOutcome, faults: number, words: Words): Cell {
  const { words: say, language } = words;
  const lines = [
    say.verdict(language.verdicts[verdict], unmet.length, unknown.length, faults),
    ...[...unmet, ...unknown].map(
      (lack) => `${awaitsReview(lack.exception) ? say.unreviewed : say.statuses[lack.duty.status]} ${lackText(lack, words)}`,
    ),
    ...reviewed.map(({ row, carrier }) => say.reviewedRow(row.no, carrier.row.no)),
  ];
  return linesOf(lines, VERDICT_TONES[verdict]);
}

function lackText({ duty: { row, alternatives }, exception }: Lack, words: Words): string {
  const name = alternatives ? words.words.group(alternatives.rows) : words.language.page.row(row);
  return exception ? words.words.ofRow(name, exceptionText(exception, words)) : name;
}
