import { type Analysis, contextOf } from "../core/analysis/analyze.ts";
import type { Profile } from "../core/evaluation/profile.ts";
import {
  carrierOf,
  type Duty,
  isRecorded,
  type RowResult,
  resultOf,
  reviewOf,
  type Verdict,
} from "../core/evaluation/verdict.ts";
import type { AnyFinding, Kind, Reason } from "../core/findings/finding.ts";
import { placesOf } from "../core/rules/duties.ts";
import type { Format } from "../core/schema/format.ts";
import { alternativesOf, type Obligation, obligationOf, type Row, riskOf, type Standard } from "../core/standard/standard.ts";
import type { Status } from "../core/standard/status.ts";
import type { Text } from "../core/standard/text.ts";
import type { Path } from "../core/yaml/node.ts";
import { whyOf } from "../messages/explain/why.ts";

/** A language-neutral report of one profile: the city's table filled in, and the remaining risks. */
export interface Report {
  readonly standard: Standard;
  readonly format: Format;
  /** The file, and the profile's zero-based index in it; null if the file has only one. */
  readonly path: string;
  readonly index: number | null;
  readonly vendor: string | null;
  readonly service: string | null;
  /** Who filled in the facts, and when. */
  readonly prepared: { readonly by: string | null; readonly date: string | null };
  /** The stated class. */
  readonly classification: string | null;
  readonly judgedAs: string | null;
  readonly verdict: Verdict;
  /** The number of duties that are unmet and that cannot be judged. */
  readonly unmet: number;
  readonly unknown: number;
  /** The number of errors that make the document invalid. */
  readonly faults: number;
  readonly eligible: readonly string[];
  readonly asOf: string;
  /** Every row of the standard, in the standard's order. */
  readonly rows: readonly ReportRow[];
  readonly remaining: readonly Remaining[];
}

/** A row of the standard, filled in. */
export interface ReportRow {
  readonly row: Row;
  /** Null without a class. */
  readonly obligation: Obligation | null;
  readonly status: Status;
  /** The deciding facts; for an open row, everything that it lacks. */
  readonly reasons: readonly Reason[];
  /** The deciding rows, if this row applies only while they are unmet. */
  readonly deciding: readonly string[];
  /** The row that is met instead. */
  readonly carrier: Carrier | null;
  /** The exception by which a review might let another row carry this one; null if there is none or it is already in effect. */
  readonly exception: OpenException | null;
  /** Findings to watch although the row is met. */
  readonly cautions: readonly AnyFinding[];
  readonly evidence: readonly Evidence[];
  readonly check: Check;
}

/** A row that is met instead of another: from the same group or, after a review, by the exception. */
export interface Carrier {
  readonly row: Row;
  readonly review: RecordedReview | null;
}

export interface RecordedReview {
  readonly by: string;
  readonly date: string;
  readonly reason: string;
}

export interface Evidence {
  readonly title: string | null;
  readonly url: string | null;
  readonly file: string | null;
  readonly section: string | null;
  readonly collected: string | null;
  readonly expires: string | null;
  readonly isExpired: boolean;
  /** Whether the file was searched for and not found. */
  readonly isMissing: boolean;
}

/** A person's sign-off. It never changes the result. */
export interface Check {
  readonly value: string | null;
  readonly by: string | null;
  readonly date: string | null;
  readonly note: string | null;
  /** Whether it contradicts the evaluation. */
  readonly disagrees: boolean;
}

/**
 * A remaining risk: an open duty, an open recommended row, or a duty that another row carries after a recorded review, which accepts
 * the risk.
 */
export interface Remaining {
  readonly kind: "duty" | "recommended" | "accepted";
  /** The duty's status for a duty, otherwise the row's. */
  readonly status: Status;
  /** One row, or the applicable rows of a group, any of which would be enough. */
  readonly rows: readonly ReportRow[];
  /** The distinct risk texts of the standard. */
  readonly risks: readonly Text[];
}

/** A row that may carry another after a review. */
export interface OpenException {
  readonly row: Row;
  /** Its own status. */
  readonly status: Status;
  /** Whether the profile records by whom, when and why it was reviewed. */
  readonly isReviewed: boolean;
}

/** Builds the report of one profile from its analysis, without judging anything itself. */
export function reportOf(analysis: Analysis, profile: Profile, path: string): Report {
  const { standard, format, today } = analysis;
  const { vendor, service, classification, judgedAs, verdict, faults, eligible, duties } = profile;
  const rows = standard.rows.map((row) => reportRow(row, analysis, profile));
  const count = (status: Status) => duties.filter((duty) => duty.status === status).length;
  return {
    standard,
    format,
    path,
    index: indexOf(analysis, profile),
    vendor,
    service,
    prepared: { by: text(profile, ["prepared", "by"]), date: text(profile, ["prepared", "date"]) },
    classification,
    judgedAs,
    verdict,
    unmet: count("unmet"),
    unknown: count("unknown"),
    faults,
    eligible,
    asOf: today,
    rows,
    remaining: remainingOf(rows, standard, profile),
  };
}

/** The profile's zero-based index in its file; null if it is the only one. */
export function indexOf({ profiles }: Analysis, { index }: Profile): number | null {
  return profiles.length > 1 ? index : null;
}

/** The row that is met instead of an open one for a class: from the same group or, after a recorded review, by the exception. */
export function carrierFor(row: Row, classification: string, standard: Standard, { rows, facts }: Profile): Carrier | null {
  if (!isOpen(resultOf(rows, row.no).status)) return null;
  const group = alternativesOf(standard, row.no, classification);
  if (group) {
    const carrier = carrierOf(group, rows);
    return carrier ? { row: carrier, review: null } : null;
  }
  const exception = exceptionFor(row, classification, rows);
  const review = reviewOf(row, facts);
  if (exception?.status !== "met" || !isRecorded(review)) return null;
  return { row: exception.row, review };
}

/** The exception of an unmet row for a class, unless a recorded review already puts it into effect. */
export function openExceptionFor(row: Row, classification: string, { rows, facts }: Profile): OpenException | null {
  const exception = exceptionFor(row, classification, rows);
  if (!exception) return null;
  const isReviewed = isRecorded(reviewOf(row, facts));
  return isReviewed && exception.status === "met" ? null : { row: exception.row, status: exception.status, isReviewed };
}

/** Whether a duty only lacks a recorded review. */
export function awaitsReview(exception: OpenException | null): boolean {
  return exception !== null && exception.status !== "unmet" && !exception.isReviewed;
}

/** The status with which a row, alone or in a group, keeps a duty open; null if it does not. */
export function obstructionOf({ row, status }: ReportRow, remaining: readonly Remaining[]): "unmet" | "unknown" | null {
  const duty = remaining.find(({ kind, rows }) => kind === "duty" && rows.some((other) => other.row === row));
  // With an exception, the status of the duty may differ from that of its row.
  const dutyStatus = duty?.rows.length === 1 ? duty.status : status;
  return duty && isOpen(dutyStatus) ? dutyStatus : null;
}

function exceptionFor(row: Row, classification: string, rows: Profile["rows"]): RowResult | undefined {
  const { exception } = row;
  if (!exception?.classes.includes(classification) || obligationOf(row, classification) !== "required") return undefined;
  return resultOf(rows, row.no).status === "unmet" ? resultOf(rows, exception.carriedBy) : undefined;
}

function isOpen(status: Status): status is "unmet" | "unknown" {
  return status === "unmet" || status === "unknown";
}

/** Kinds of finding that qualify a met row. */
const CAUTIONS: readonly Kind[] = ["legacy", "expiring"];

const DISAGREEMENTS: readonly Kind[] = ["check.contradiction", "check.unsupported", "check.objection"];

function reportRow(row: Row, analysis: Analysis, profile: Profile): ReportRow {
  const { standard, findings } = analysis;
  const { judgedAs } = profile;
  const result = resultOf(profile.rows, row.no);
  const { status } = result;
  const context = contextOf(analysis, profile);
  const why = whyOf(result, context);
  const places = isOpen(status) ? placesOf(result, status, context) : why.places;
  const own = findings.filter(({ requirement, profile: index }) => requirement === row.no && index === profile.index);
  return {
    row,
    obligation: judgedAs === null ? null : obligationOf(row, judgedAs),
    status,
    reasons: places.map(({ reason }) => reason),
    deciding: why.rows,
    carrier: judgedAs === null ? null : carrierFor(row, judgedAs, standard, profile),
    exception: judgedAs === null ? null : openExceptionFor(row, judgedAs, profile),
    cautions: own.filter(({ kind }) => CAUTIONS.includes(kind)),
    evidence: evidenceOf(row, analysis, profile),
    check: {
      ...checkOf(row, profile),
      disagrees: own.some(({ kind }) => DISAGREEMENTS.includes(kind)),
    },
  };
}

function evidenceOf({ no }: Row, { today, missingFiles }: Analysis, profile: Profile): Evidence[] {
  const path = ["assessment", no, "evidence"];
  const list = profile.facts.at(path);
  if (list.state !== "stated" || list.node.kind !== "list") return [];
  return list.node.items
    .map((_, index) => {
      const textAt = (key: string) => text(profile, [...path, index, key]);
      const [file, expires] = [textAt("file"), textAt("expires")];
      return {
        title: textAt("title"),
        url: textAt("url"),
        file,
        section: textAt("section"),
        collected: textAt("collected"),
        expires,
        isExpired: expires !== null && expires < today,
        isMissing: file !== null && missingFiles.has(file),
      };
    })
    .filter(({ title, url, file, section }) => [title, url, file, section].some((value) => value !== null));
}

function checkOf({ no }: Row, profile: Profile): Omit<Check, "disagrees"> {
  const textAt = (key: string) => text(profile, ["assessment", no, key]);
  return { value: textAt("check"), by: textAt("by"), date: textAt("date"), note: textAt("note") };
}

function text({ facts }: Profile, path: Path): string | null {
  const value = facts.value(path);
  return typeof value === "string" ? value : null;
}

/** In row order. */
function remainingOf(rows: readonly ReportRow[], standard: Standard, { judgedAs, duties }: Profile): Remaining[] {
  if (judgedAs === null) return [];
  return rows.flatMap((entry): Remaining[] => {
    const { row, status, carrier, obligation } = entry;
    const duty = duties.find((duty) => duty.row === row);
    if (duty && duty.status !== "met") {
      const lacking = duty.alternatives ? rows.filter((other) => isOneOf(duty, other)) : [entry];
      const risks = new Set(lacking.map(({ row }) => riskOf(standard, row)));
      return [{ kind: "duty", status: duty.status, rows: lacking, risks: [...risks] }];
    }
    if (!isOpen(status)) return [];
    const only = { status, rows: [entry], risks: [riskOf(standard, row)] };
    if (carrier?.review) return [{ kind: "accepted", ...only }];
    // A group that no row carries already has one entry for the whole group.
    const isInGroupEntry = carrier === null && alternativesOf(standard, row.no, judgedAs) !== undefined;
    return obligation === "recommended" && !isInGroupEntry ? [{ kind: "recommended", ...only }] : [];
  });
}

/** Whether a row belongs to the duty's group and applies. */
function isOneOf({ alternatives }: Duty, { row, status }: ReportRow): boolean {
  return status !== "not-applicable" && alternatives?.rows.includes(row.no) === true;
}
