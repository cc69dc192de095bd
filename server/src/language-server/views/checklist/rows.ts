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
import type { ReportLanguage } from "../../../reports/documents/language.ts";
import { whyTexts } from "../../../reports/documents/reasons.ts";
import { remedyTexts } from "../../../reports/documents/remaining.ts";
import { checkTexts, evidenceLine, toneOf } from "../../../reports/documents/report.ts";
import { obligationText, statusWord } from "../../../reports/documents/terms.ts";
import { type Evidence, obstructionOf, type Report, type ReportRow } from "../../../reports/report.ts";
import { plainLine } from "../text.ts";

/** Where a report is from. */
interface Origin {
  readonly uri: string;
  /** The workspace's, as URIs. */
  readonly folders: readonly string[];
  readonly analysis: Analysis;
  readonly profile: Profile;
}

/** The report's rows. */
export function rowsOf(report: Report, origin: Origin, words: ReportLanguage): ChecklistRow[] {
  return report.rows.map((entry) => rowOf(entry, report, origin, words));
}

function rowOf(entry: ReportRow, report: Report, origin: Origin, words: ReportLanguage): ChecklistRow {
  const { row, status } = entry;
  const { standard, format, judgedAs } = report;
  const { id, messages } = words;
  const { lines } = origin.analysis.source;
  const places = statedPlaces(row, origin.profile);
  const isOpen = status === "unmet" || status === "unknown";
  return {
    no: row.no,
    label: row.label[id],
    category: row.category[id],
    requirement: row.requirement[id].split("\n"),
    risk: riskOf(standard, row)[id],
    obligation: obligationOf(entry, report, words),
    status,
    sign: messages.statuses[status],
    statusText: statusWord(status, words),
    tone: toneOf(entry, report),
    why: whyTexts(entry, report, judgedAs, words).map(plainLine),
    remedy: isOpen ? remedyTexts(entry, words) : [],
    evidence: entry.evidence.flatMap((piece) => evidenceLines(piece, origin, words)),
    check: checkTexts(entry, format, words).map(plainLine),
    filters: filtersOf(entry, report),
    places: places.map((span) => toRange(lines, span)),
    target: toRange(lines, targetOf(entry, places, origin)),
  };
}

function obligationOf({ row }: ReportRow, report: Report, words: ReportLanguage): string {
  if (report.judgedAs === null) return "";
  return isOneOfSeveral(row, report) ? words.messages.oneRequired : obligationText(row, report.judgedAs, words);
}

function isOneOfSeveral({ no }: Row, { standard, judgedAs }: Report): boolean {
  return judgedAs !== null && alternativesOf(standard, no, judgedAs) !== undefined;
}

function filtersOf(entry: ReportRow, report: Report): ChecklistFilter[] {
  const inTheWay = obstructionOf(entry, report.remaining);
  const isRequired = entry.obligation === "required" || isOneOfSeveral(entry.row, report);
  return [...(inTheWay ? [inTheWay] : []), ...(isRequired ? (["required"] as const) : [])];
}

/** A piece of evidence with the page behind it, or its file; where there are both, the file on a line of its own. */
function evidenceLines(evidence: Evidence, { uri, folders }: Origin, words: ReportLanguage): Line[] {
  const { url, file, isMissing } = evidence;
  const page = url === null ? undefined : pageTarget(url);
  const target = file === null || isMissing ? undefined : fileTarget(file, uri, folders);
  const line = { text: plainLine(evidenceLine(evidence, words).text), href: page ?? target ?? null };
  return page && target ? [line, { text: plainLine(file ?? ""), href: target }] : [line];
}

/** Where to go for a row: of one that is open to what leaves it so, else to its first fact, else to where that would stand. */
function targetOf({ row, status }: ReportRow, places: readonly Span[], { analysis, profile }: Origin): Span {
  const isOpen = status === "unmet" || status === "unknown";
  const [deciding] = isOpen ? placesOf(resultOf(profile.rows, row.no), status, contextOf(analysis, profile)) : [];
  const place = deciding?.span ?? places[0];
  if (place) return place;
  const [fact] = factsOfRow(row);
  const path = fact?.pattern.filter((step) => step !== ANY) ?? [];
  return placeOf(profile.root, path, profile.anchor);
}
