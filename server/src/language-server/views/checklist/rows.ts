import type { ChecklistFilter, ChecklistRow, Line } from "../../../../../protocol/requests.ts";
import { type Analysis, contextOf } from "../../../core/analysis/analyze.ts";
import type { Profile } from "../../../core/evaluation/profile.ts";
import { resultOf } from "../../../core/evaluation/verdict.ts";
import { placesOf } from "../../../core/rules/duties.ts";
import { ANY, factsOfRow } from "../../../core/standard/facts.ts";
import { alternativesOf, type Row, riskOf } from "../../../core/standard/standard.ts";
import { placeOf } from "../../../core/yaml/location.ts";
import type { Span } from "../../../core/yaml/node.ts";
import { toRange } from "../../../language-service/convert.ts";
import { fileTarget, pageTarget } from "../../../language-service/links.ts";
import { statedPlaces } from "../../../language-service/references.ts";
import { wordingOf } from "../../../messages/wording.ts";
import type { ReportLanguage } from "../../../reports/documents/language.ts";
import { whyTexts } from "../../../reports/documents/reasons.ts";
import { remedyTexts } from "../../../reports/documents/remaining.ts";
import { checkTexts, evidenceLine, toneOf } from "../../../reports/documents/report.ts";
import { obligationText, statusWord } from "../../../reports/documents/terms.ts";
import { type Evidence, obstructionOf, type Report, type ReportRow } from "../../../reports/report.ts";
import { plainLine } from "../text.ts";

/** The profile that a report is about. */
interface Origin {
  readonly uri: string;
  /** The workspace's folders, as URIs. */
  readonly folders: readonly string[];
  readonly analysis: Analysis;
  readonly profile: Profile;
}

/** The rows of the checklist, one for each row of the report. */
export function rowsOf(report: Report, origin: Origin, language: ReportLanguage): ChecklistRow[] {
  return report.rows.map((entry) => rowOf(entry, report, origin, language));
}

function rowOf(entry: ReportRow, report: Report, origin: Origin, language: ReportLanguage): ChecklistRow {
  const { row, status } = entry;
  const { standard, format, judgedAs } = report;
  const { id, messages: reportMessages } = language;
  const { lines } = origin.analysis.source;
  const places = statedPlaces(row, origin.profile);
  const isOpen = status === "unmet" || status === "unknown";
  return {
    no: row.no,
    label: row.label[id],
    category: row.category[id],
    requirement: wordingOf(row.requirement, id).split("\n"),
    risk: wordingOf(riskOf(standard, row), id),
    obligation: obligationOf(entry, report, language),
    status,
    sign: reportMessages.statuses[status],
    statusText: statusWord(status, language),
    tone: toneOf(entry, report),
    why: whyTexts(entry, report, judgedAs, language).map(plainLine),
    remedy: isOpen ? remedyTexts(entry, language) : [],
    evidence: entry.evidence.flatMap((piece) => evidenceLines(piece, origin, language)),
    check: checkTexts(entry, format, language).map(plainLine),
    filters: filtersOf(entry, report),
    places: places.map((span) => toRange(lines, span)),
    target: toRange(lines, targetOf(entry, places, origin)),
  };
}

function obligationOf({ row }: ReportRow, report: Report, language: ReportLanguage): string {
  if (report.judgedAs === null) return "";
  return isOneOfSeveral(row, report) ? language.messages.oneRequired : obligationText(row, report.judgedAs, language);
}

function isOneOfSeveral({ no }: Row, { standard, judgedAs }: Report): boolean {
  return judgedAs !== null && alternativesOf(standard, no, judgedAs) !== undefined;
}

function filtersOf(entry: ReportRow, report: Report): ChecklistFilter[] {
  const inTheWay = obstructionOf(entry, report.remaining);
  const isRequired = entry.obligation === "required" || isOneOfSeveral(entry.row, report);
  return [...(inTheWay ? [inTheWay] : []), ...(isRequired ? (["required"] as const) : [])];
}

/** A piece of evidence, linked to its page or else its file. If it has both, the file gets a line of its own. */
function evidenceLines(evidence: Evidence, { uri, folders }: Origin, language: ReportLanguage): Line[] {
  const { url, file, isMissing } = evidence;
  const page = url === null ? undefined : pageTarget(url);
  const target = file === null || isMissing ? undefined : fileTarget(file, uri, folders);
  const line = { text: plainLine(evidenceLine(evidence, language).text), href: page ?? target ?? null };
  return page && target ? [line, { text: plainLine(file ?? ""), href: target }] : [line];
}

/** The span that a row leads to: for an open row what leaves it open, else its first fact, else where that fact belongs. */
function targetOf({ row, status }: ReportRow, places: readonly Span[], { analysis, profile }: Origin): Span {
  const isOpen = status === "unmet" || status === "unknown";
  const [deciding] = isOpen ? placesOf(resultOf(profile.rows, row.no), status, contextOf(analysis, profile)) : [];
  const place = deciding?.span ?? places[0];
  if (place) return place;
  const [fact] = factsOfRow(row);
  const path = fact?.pattern.filter((step) => step !== ANY) ?? [];
  return placeOf(profile.root, path, profile.anchor);
}
