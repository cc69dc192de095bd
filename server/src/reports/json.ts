import type { Format } from "../core/schema/format.ts";
import type { Standard } from "../core/standard/standard.ts";
import { jsonText } from "../core/text/json-text.ts";
import { version as tool } from "../generated/version.ts";
import type { CoreMessages, LanguageId } from "../messages/language.ts";
import { coreMessages, messageOf } from "../messages/render.ts";
import type { ComparedOutcome, Comparison, Lack } from "./comparison.ts";
import type { Carrier, OpenException, Remaining, Report, ReportRow } from "./report.ts";
import { listsOf } from "./sources.ts";

/** Reports as one JSON document, version 1. Absent values are null, never omitted. */
export function reportJson(reports: readonly Report[], language: LanguageId): string {
  const [first] = reports;
  return toJson({
    version: 1,
    tool,
    asOf: first?.asOf ?? null,
    standard: first ? standardJson(first.standard, first.format, language) : null,
    reports: reports.map((report) => reportData(report, coreMessages[language])),
  });
}

/** A comparison as one JSON document, version 1. Absent values are null, never omitted. */
export function comparisonJson({ standard, format, asOf, services, rows }: Comparison, language: LanguageId): string {
  return toJson({
    version: 1,
    tool,
    asOf,
    standard: standardJson(standard, format, language),
    services: services.map(
      ({ path, index, vendor, service, classification, judgedAs, verdict, faults, eligible, open, outcomes }) => ({
        path,
        index: index ?? 0,
        vendor,
        service,
        classification,
        judgedAs,
        verdict,
        faults,
        eligible,
        open,
        classes: outcomes.map(outcomeJson),
      }),
    ),
    requirements: rows.map(({ row, differs, cells }) => ({
      no: row.no,
      label: row.label[language],
      differs,
      services: cells.map(({ status, isLacking, carriers }) => ({
        status,
        isLacking,
        metBy: carriers.map(({ classes, ...carrier }) => ({ ...carrierJson(carrier), classes })),
      })),
    })),
  });
}

function toJson(document: object): string {
  return `${jsonText(document)}\n`;
}

/** The edition is always null, because the standard's text names none. */
function standardJson({ id, city, title }: Standard, format: Format, language: LanguageId) {
  return {
    id,
    city: city[language],
    title: title[language],
    edition: null,
    lists: listsOf(format).map(({ title, edition, asOf }) => ({ title: title[language], edition, asOf })),
  };
}

function reportData(report: Report, language: CoreMessages) {
  const { path, index, vendor, service, prepared, classification, judgedAs, verdict, unmet, unknown, faults, eligible, open } =
    report;
  return {
    path,
    index: index ?? 0,
    vendor,
    service,
    prepared,
    classification,
    judgedAs,
    verdict,
    unmet,
    unknown,
    faults,
    eligible,
    open,
    requirements: report.rows.map((row) => rowJson(row, report.standard, language)),
    remaining: report.remaining.map((entry) => remainingJson(entry, language)),
  };
}

function rowJson(entry: ReportRow, standard: Standard, language: CoreMessages) {
  const { row, obligation, status, deciding, carrier, exception, cautions, evidence, check } = entry;
  return {
    no: row.no,
    label: row.label[language.id],
    obligation,
    status,
    metBy: carrier && carrierJson(carrier),
    exception: exception && exceptionJson(exception),
    reasons: reasonsJson(entry, language),
    decidedBy: deciding,
    cautions: cautions.map((finding) => ({ code: finding.code, message: messageOf(finding, standard, language).what })),
    evidence,
    check,
  };
}

function remainingJson({ kind, status, rows, risks }: Remaining, language: CoreMessages) {
  return {
    kind,
    status,
    requirements: rows.map((entry) => ({
      no: entry.row.no,
      status: entry.status,
      reasons: reasonsJson(entry, language),
      remedy: entry.row.remedy[language.id],
      metBy: entry.carrier && carrierJson(entry.carrier),
      exception: entry.exception && exceptionJson(entry.exception),
    })),
    risks: risks.map((risk) => risk[language.id]),
  };
}

function reasonsJson({ reasons }: ReportRow, language: CoreMessages) {
  return reasons.map((reason) => ({ path: reason.path, state: reason.state, text: language.reason(reason) }));
}

function carrierJson({ row, review }: Carrier) {
  return { no: row.no, review };
}

function exceptionJson({ row, status, isReviewed }: OpenException) {
  return { no: row.no, status, isReviewed };
}

function outcomeJson({ classification, verdict, isEligible, unmet, unknown, reviewed }: ComparedOutcome) {
  return {
    classification,
    verdict,
    isEligible,
    unmet: unmet.map(lackJson),
    unknown: unknown.map(lackJson),
    reviewed: reviewed.map(({ row, carrier }) => ({ no: row.no, metBy: carrierJson(carrier) })),
  };
}

function lackJson({ duty: { row, alternatives }, exception }: Lack) {
  return { no: row.no, anyOf: alternatives?.rows ?? null, exception: exception && exceptionJson(exception) };
}
