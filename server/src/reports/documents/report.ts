import { type Format, fieldAt, vocabularyOf } from "../../core/schema/format.ts";
import { isJudged, judgedClasses, type Row, riskOf } from "../../core/standard/standard.ts";
import { shownPath } from "../../core/text/shown-path.ts";
import type { LanguageId } from "../../messages/language.ts";
import { wordingOf } from "../../messages/wording.ts";
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
import { basisOf } from "./basis.ts";
import { cellOf, labelsOf, linesOf, oneLine, STATUS_TONES, statedOf, VERDICT_TONES } from "./cells.ts";
import { type ReportLanguage, reportLanguage } from "./language.ts";
import { documentNames } from "./names.ts";
import { whyTexts } from "./reasons.ts";
import { remainingParts } from "./remaining.ts";
import { classTitle } from "./terms.ts";

/** Reports as documents with unique names. */
export function reportDocuments(reports: readonly Report[], id: LanguageId): ReportDocument[] {
  const language = reportLanguage(id);
  const names = documentNames(
    reports.map(({ service, vendor, path }) => service ?? vendor ?? shownPath(path.split("/").at(-1) ?? "")),
    language.messages.facts.profile,
  );
  return reports.map((report, index) => reportDocument(report, names[index] as string, language));
}

function reportDocument(report: Report, name: string, language: ReportLanguage): ReportDocument {
  const { headings, title, signatures } = language.messages;
  const facts = factsOf(report, language);
  return {
    language: language.id,
    name,
    title,
    labels: labelsOf(facts, LABEL_COUNT),
    parts: [
      { kind: "facts", entries: [...facts, ...basisOf(report.standard, report.format, language)] },
      ...caveats(report, language),
      { kind: "heading", text: headings.table },
      tableOf(report, language),
      { kind: "paragraph", text: language.messages.legend },
      { kind: "heading", text: headings.remaining },
      ...remainingParts(report, language),
      { kind: "paragraph", text: language.messages.checkNote },
      { kind: "paragraph", text: oneLine(report.standard.footnote[language.id]) },
      { kind: "heading", text: headings.approval },
      { kind: "boxes", titles: signatures },
    ],
  };
}

/** Vendor, service, class and verdict identify a report. */
const LABEL_COUNT = 4;

function factsOf(report: Report, language: ReportLanguage): FactList["entries"] {
  const values = factCells(report, language);
  return FACTS.map((fact) => ({ name: language.messages.facts[fact], value: values[fact] }));
}

const FACTS = ["vendor", "service", "class", "verdict", "eligible", "asOf", "profile", "prepared"] as const;

/** The facts about the profile that precede the table. */
export function factCells(report: Report, language: ReportLanguage): Readonly<Record<(typeof FACTS)[number], Cell>> {
  const { vendor, service, verdict, unmet, unknown, faults, asOf, path, index, prepared } = report;
  const { messages, core } = language;
  return {
    vendor: statedOf(vendor, language),
    service: statedOf(service, language),
    class: classCell(report, language),
    verdict: cell(messages.verdict(core.verdicts[verdict], unmet, unknown, faults), VERDICT_TONES[verdict]),
    eligible: cell(usabilityText(report, language)),
    asOf: cell(asOf),
    profile: cell(oneLine(messages.profile(shownPath(path), index === null ? null : index + 1))),
    prepared: statedOf(messages.prepared(prepared.by, prepared.date) || null, language),
  };
}

/** The classes it may be used for; where no class is among them, why. */
function usabilityText(report: Report, { messages, core }: ReportLanguage): string {
  const { standard, verdict, unknown, eligible, open, excluded } = report;
  if (verdict === "invalid") return messages.eligibleUnknown;
  if (eligible.length + open.length === 0) return messages.eligibleNone(judgedClasses(standard));
  return eligible.length + excluded.length === 0 ? messages.eligibleOpen(unknown) : core.usability(report);
}

function classCell({ standard, classification, judgedAs }: Report, language: ReportLanguage): Cell {
  if (judgedAs === null) return cell(language.messages.noClass, "open");
  const title = classTitle(standard, judgedAs, language);
  return cell(judgedAs === classification ? title : language.messages.judgedAs(title, classification));
}

/** Caveats that precede the table: errors, no class, or a class other than the stated one. */
export function caveats({ standard, faults, classification, judgedAs }: Report, language: ReportLanguage): Paragraph[] {
  const { messages } = language;
  const invalid: Paragraph[] = faults > 0 ? [{ kind: "paragraph", text: messages.invalid(faults), tone: "bad" }] : [];
  if (judgedAs === null) return [...invalid, { kind: "paragraph", text: messages.unclassified, tone: "open" }];
  const title = classTitle(standard, judgedAs, language);
  const note = (text: string): Paragraph => ({ kind: "paragraph", text, tone: "note" });
  return [
    ...(judgedAs === classification ? [] : [note(messages.onTrial(title, classification))]),
    ...invalid,
    ...(isJudged(standard, judgedAs) ? [] : [note(messages.notAsked(title))]),
  ];
}

/** The standard's table, filled in. */
function tableOf(report: Report, language: ReportLanguage): Table {
  const { standard, judgedAs, rows } = report;
  const { id, messages } = language;
  const title = (name: string) => standard.columns[name]?.[id] ?? name;
  const classes = judgedClasses(standard);
  const columns: Column[] = [
    { title: title("category"), width: 14 },
    { title: title("no"), width: 6, align: "center" },
    { title: title("item"), width: 14 },
    { title: title("requirement"), width: 39 },
    { title: title("risk"), width: 29 },
    ...classes.map((name): Column => ({ title: title(name), width: 16, align: "center", isMarked: name === judgedAs })),
    { title: messages.columns.status, width: 11, align: "center" },
    { title: messages.columns.why, width: 28 },
    { title: messages.columns.evidence, width: 23 },
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
        linesOf(wordingOf(row.requirement, id).split("\n")),
        merged(table, index, (row) => wordingOf(riskOf(standard, row), id)),
        ...classes.map((name) => linesOf(row.obligation[name]?.text[id].split("\n") ?? [])),
        cell(messages.statuses[entry.status], toneOf(entry, report)),
        linesOf(whyTexts(entry, report, judgedAs, language)),
        evidenceCell(entry.evidence, language),
        checkCell(entry, report, language),
      ];
    }),
  };
}

/** The cell of a column in which consecutive rows with equal text share one cell, as long as `within` is equal too. */
function merged(
  rows: readonly Row[],
  index: number,
  textOf: (row: Row) => string,
  within: (row: Row) => string = () => "",
): Cell {
  const keyOf = (row: Row) => JSON.stringify([within(row), textOf(row)]);
  const row = rows[index] as Row;
  const key = keyOf(row);
  const above = rows[index - 1];
  if (above && keyOf(above) === key) return cell("");
  const end = rows.findIndex((other, at) => at > index && keyOf(other) !== key);
  const span = (end < 0 ? rows.length : end) - index;
  return { ...linesOf(textOf(row).split("\n")), ...(span > 1 && { span }) };
}

/** Emphasises rows that prevent conformity, and mutes open rows that do not matter. */
export function toneOf(entry: ReportRow, { remaining }: Report): Tone {
  const { row, status } = entry;
  if (status === "met" || status === "not-applicable") return STATUS_TONES[status];
  const inTheWay = obstructionOf(entry, remaining);
  if (inTheWay) return STATUS_TONES[inTheWay];
  return remaining.some(({ rows }) => rows.some((other) => other.row === row)) ? "note" : "muted";
}

function evidenceCell(evidence: readonly Evidence[], language: ReportLanguage): Cell {
  const isDoubtful = evidence.some(({ isExpired, isMissing }) => isExpired || isMissing);
  return cellOf(
    evidence.map((piece) => evidenceLine(piece, language)),
    isDoubtful ? "note" : undefined,
  );
}

/** A piece of evidence on one line. */
export function evidenceLine(evidence: Evidence, { messages }: ReportLanguage): TextLine {
  const { title, url, file, section, collected, expires, isExpired, isMissing } = evidence;
  const href = url !== null && /^https?:\/\/\S+$/i.test(url) ? url : undefined;
  const name = title ?? url ?? file;
  // A link's URL need not be visible, but a URL that is not a link must be.
  const places = [href === undefined ? url : null, file].filter((place) => place !== name);
  const notes = [
    ...places,
    collected && messages.collected(collected),
    expires && messages.expires(expires),
    isExpired && messages.expired,
    isMissing && messages.missing,
  ].filter((note) => typeof note === "string" && note !== "");
  const brackets = notes.length > 0 ? messages.inBrackets(notes.join(messages.comma)) : "";
  const text = oneLine([name, section].filter((part) => part !== null).join(" ") + brackets);
  return href === undefined ? { text } : { text, href };
}

/** A person's check, with the choices to fill in. */
function checkCell({ row, check }: ReportRow, { format }: Report, language: ReportLanguage): Cell {
  return {
    ...linesOf(checkTexts({ row, check }, format, language), check.disagrees ? "note" : undefined),
    choices: Object.values(checksOf(row, format)).map((value) => value[language.id]),
  };
}

/** A person's check: the result, by whom and when, the note, and any disagreement, one line each. */
export function checkTexts(
  { row, check }: Pick<ReportRow, "row" | "check">,
  format: Format,
  { id, messages }: ReportLanguage,
): string[] {
  const { value, by, date, note, disagrees } = check;
  const chosen = value === null ? null : (checksOf(row, format)[value]?.[id] ?? value);
  return [
    chosen,
    [by, date].filter((part) => part !== null).join(" ") || null,
    ...(note ?? "").split("\n"),
    disagrees ? messages.disagrees : null,
  ].filter((line): line is string => line !== null && line !== "");
}

function checksOf({ no }: Row, format: Format) {
  return vocabularyOf(format, fieldAt(format, ["assessment", no, "check"]))?.values ?? {};
}
