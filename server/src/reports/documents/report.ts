import { type Format, fieldAt, vocabularyOf } from "../../core/schema/format.ts";
import { isJudged, judgedClasses, type Row, riskOf } from "../../core/standard/standard.ts";
import type { LanguageId } from "../../messages/language.ts";
import {
  type Cell,
  type Column,
  cell,
  type FactList,
  type Paragraph,
  type ReportDocument,
  type Table,
  type TextLine,
  type Tone,
} from "../document.ts";
import { type Evidence, obstructionOf, type Report, type ReportRow } from "../report.ts";
import { uniqueNames } from "./names.ts";
import {
  basisOf,
  cellOf,
  classTitle,
  labelsOf,
  linesOf,
  oneLine,
  type ReportLanguage,
  STATUS_TONES,
  statedOf,
  VERDICT_TONES,
  wordsOf,
} from "./parts.ts";
import { whyTexts } from "./reasons.ts";
import { remainingParts } from "./remaining.ts";

/** Reports in a language, each with a name of its own. */
export function reportDocuments(reports: readonly Report[], language: LanguageId): ReportDocument[] {
  const words = wordsOf(language);
  const names = uniqueNames(
    reports.map(({ service, vendor, path }) => service ?? vendor ?? path.split("/").at(-1) ?? ""),
    words.words.facts.profile,
  );
  return reports.map((report, index) => reportDocument(report, names[index] as string, words));
}

function reportDocument(report: Report, name: string, words: ReportLanguage): ReportDocument {
  const { headings, title, signatures } = words.words;
  const facts = factsOf(report, words);
  return {
    language: words.id,
    name,
    title,
    labels: labelsOf(facts, LABELS),
    parts: [
      { kind: "facts", entries: [...facts, ...basisOf(report.standard, report.format, words)] },
      ...reservation(report, words),
      { kind: "heading", text: headings.table },
      tableOf(report, words),
      { kind: "paragraph", text: words.words.legend },
      { kind: "heading", text: headings.remaining },
      ...remainingParts(report, words),
      { kind: "paragraph", text: words.words.checkNote },
      { kind: "paragraph", text: oneLine(report.standard.footnote[words.id]) },
      { kind: "heading", text: headings.approval },
      { kind: "boxes", titles: signatures },
    ],
  };
}

/** The first of the facts tell a report from others. */
const LABELS = 4;

function factsOf(report: Report, words: ReportLanguage): FactList["entries"] {
  const values = factCells(report, words);
  return FACTS.map((fact) => ({ name: words.words.facts[fact], value: values[fact] }));
}

const FACTS = ["vendor", "service", "class", "verdict", "eligible", "asOf", "profile", "prepared"] as const;

/** What a report says of its profile before the table. */
export function factCells(report: Report, words: ReportLanguage): Readonly<Record<(typeof FACTS)[number], Cell>> {
  const { standard, vendor, service, verdict, unmet, unknown, faults, eligible, asOf, path, index, prepared } = report;
  const { words: say, language } = words;
  const classes = eligible.length > 0 ? eligible.join(say.comma) : say.eligibleNone(judgedClasses(standard));
  return {
    vendor: statedOf(vendor, words),
    service: statedOf(service, words),
    class: classCell(report, words),
    verdict: cell(say.verdict(language.verdicts[verdict], unmet, unknown, faults), VERDICT_TONES[verdict]),
    eligible: cell(verdict === "invalid" ? say.eligibleUnknown : classes),
    asOf: cell(asOf),
    profile: cell(oneLine(say.profile(path, index === null ? null : index + 1))),
    prepared: statedOf(say.prepared(prepared.by, prepared.date) || null, words),
  };
}

function classCell({ standard, classification, judgedAs }: Report, words: ReportLanguage): Cell {
  if (judgedAs === null) return cell(words.words.noClass, "open");
  const title = classTitle(standard, judgedAs, words);
  return cell(judgedAs === classification ? title : words.words.judgedAs(title, classification));
}

/** What is to be known before the table is read. */
export function reservation({ standard, faults, classification, judgedAs }: Report, words: ReportLanguage): Paragraph[] {
  const { words: say } = words;
  const invalid: Paragraph[] = faults > 0 ? [{ kind: "paragraph", text: say.invalid(faults), tone: "bad" }] : [];
  if (judgedAs === null) return [...invalid, { kind: "paragraph", text: say.unclassified, tone: "open" }];
  const title = classTitle(standard, judgedAs, words);
  const note = (text: string): Paragraph => ({ kind: "paragraph", text, tone: "note" });
  return [
    ...(judgedAs === classification ? [] : [note(say.onTrial(title, classification))]),
    ...invalid,
    ...(isJudged(standard, judgedAs) ? [] : [note(say.notAsked(title))]),
  ];
}

/** The standard's own table, filled in. */
function tableOf(report: Report, words: ReportLanguage): Table {
  const { standard, judgedAs, rows } = report;
  const { id, words: say } = words;
  const title = (name: string) => standard.columns[name]?.[id] ?? name;
  const classes = judgedClasses(standard);
  const columns: Column[] = [
    { title: title("category"), width: 14 },
    { title: title("no"), width: 6, align: "center" },
    { title: title("item"), width: 14 },
    { title: title("requirement"), width: 39 },
    { title: title("risk"), width: 29 },
    ...classes.map((name): Column => ({ title: title(name), width: 16, align: "center", isMarked: name === judgedAs })),
    { title: say.columns.status, width: 11, align: "center" },
    { title: say.columns.why, width: 28 },
    { title: say.columns.evidence, width: 23 },
    { title: title("check"), width: 18 },
  ];
  const table = rows.map(({ row }) => row);
  return {
    kind: "table",
    columns,
    rows: rows.map((entry, index): Cell[] => {
      const { row } = entry;
      return [
        merged(table, index, (row) => row.category[id]),
        cell(row.no),
        merged(
          table,
          index,
          (row) => row.item[id],
          (row) => row.category[id],
        ),
        linesOf(row.requirement[id].split("\n")),
        merged(table, index, (row) => riskOf(standard, row)[id]),
        ...classes.map((name) => linesOf(row.obligation[name]?.text[id].split("\n") ?? [])),
        cell(say.statuses[entry.status], toneOf(entry, report)),
        linesOf(whyTexts(entry, report, judgedAs, words)),
        evidenceCell(entry.evidence, words),
        checkCell(entry, report, words),
      ];
    }),
  };
}

/** Rows that say the same in a column share a cell, within what they share to its left. */
function merged(rows: readonly Row[], index: number, said: (row: Row) => string, within: (row: Row) => string = () => ""): Cell {
  const keyOf = (row: Row) => JSON.stringify([within(row), said(row)]);
  const row = rows[index] as Row;
  const key = keyOf(row);
  const above = rows[index - 1];
  if (above && keyOf(above) === key) return cell("");
  const end = rows.findIndex((other, at) => at > index && keyOf(other) !== key);
  const span = (end < 0 ? rows.length : end) - index;
  return { ...linesOf(said(row).split("\n")), ...(span > 1 && { span }) };
}

/** What stands in the way of use is to be seen at once, and not what does no harm. */
export function toneOf(entry: ReportRow, { remaining }: Report): Tone {
  const { row, status } = entry;
  if (status === "met" || status === "not-applicable") return STATUS_TONES[status];
  const inTheWay = obstructionOf(entry, remaining);
  if (inTheWay) return STATUS_TONES[inTheWay];
  return remaining.some(({ rows }) => rows.some((other) => other.row === row)) ? "note" : "muted";
}

function evidenceCell(evidence: readonly Evidence[], words: ReportLanguage): Cell {
  const isDoubtful = evidence.some(({ isExpired, isMissing }) => isExpired || isMissing);
  return cellOf(
    evidence.map((piece) => evidenceLine(piece, words)),
    isDoubtful ? "note" : undefined,
  );
}

/** A piece of evidence in a line. */
export function evidenceLine(evidence: Evidence, { words }: ReportLanguage): TextLine {
  const { title, url, file, section, collected, expires, isExpired, isMissing } = evidence;
  const href = url !== null && /^https?:\/\/\S+$/i.test(url) ? url : undefined;
  const name = title ?? url ?? file;
  // what is behind a link need not be read; what is no link must
  const places = [href === undefined ? url : null, file].filter((place) => place !== name);
  const notes = [
    ...places,
    collected && words.collected(collected),
    expires && words.expires(expires),
    isExpired && words.expired,
    isMissing && words.missing,
  ].filter((note) => typeof note === "string" && note !== "");
  const brackets = notes.length > 0 ? words.inBrackets(notes.join(words.comma)) : "";
  const text = oneLine([name, section].filter((part) => part !== null).join(" ") + brackets);
  return href === undefined ? { text } : { text, href };
}

/** What a person found, or the choice that is left. */
function checkCell({ row, check }: ReportRow, { format }: Report, words: ReportLanguage): Cell {
  return {
    ...linesOf(checkTexts({ row, check }, format, words), check.disagrees ? "note" : undefined),
    choices: Object.values(checksOf(row, format)).map((value) => value[words.id]),
  };
}

/** What a person found, by whom and when, a line each. */
export function checkTexts(
  { row, check }: Pick<ReportRow, "row" | "check">,
  format: Format,
  { id, words }: ReportLanguage,
): string[] {
  const { value, by, date, note, disagrees } = check;
  const chosen = value === null ? null : (checksOf(row, format)[value]?.[id] ?? value);
  return [
    chosen,
    [by, date].filter((part) => part !== null).join(" ") || null,
    ...(note ?? "").split("\n"),
    disagrees ? words.disagrees : null,
  ].filter((line): line is string => line !== null && line !== "");
}

function checksOf({ no }: Row, format: Format) {
  return vocabularyOf(format, fieldAt(format, ["assessment", no, "check"]))?.values ?? {};
}
