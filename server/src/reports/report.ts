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

/** What one profile's evaluation comes to, in no language: the city's table filled in, and the risks that remain. */
export interface Report {
  readonly standard: Standard;
  readonly format: Format;
  /** The file, and which of its profiles it is; null where it has one. */
  readonly path: string;
  readonly index: number | null;
  readonly vendor: string | null;
  readonly service: string | null;
  /** Who stated the facts, and when. */
  readonly prepared: { readonly by: string | null; readonly date: string | null };
  /** The class that the profile states. */
  readonly classification: string | null;
  readonly judgedAs: string | null;
  readonly verdict: Verdict;
  /** How many duties are unmet, and how many cannot be judged. */
  readonly unmet: number;
  readonly unknown: number;
  /** What makes the document invalid. */
  readonly faults: number;
  readonly eligible: readonly string[];
  readonly asOf: string;
  /** Every row of the standard, in its order. */
  readonly rows: readonly ReportRow[];
  readonly remaining: readonly Remaining[];
}

/** A row of the standard, filled in. */
export interface ReportRow {
  readonly row: Row;
  /** Null without a class. */
  readonly obligation: Obligation | null;
  readonly status: Status;
  /** The facts that decide; of a row that is open, all that it lacks. */
  readonly reasons: readonly Reason[];
  /** The rows that decide, where a row applies only if they are not met. */
  readonly deciding: readonly string[];
  /** What is met in this row's place. */
  readonly carrier: Carrier | null;
  /** How a review might let another row carry this one, where none does yet. */
  readonly exception: OpenException | null;
  /** What is to be watched although the row is met. */
  readonly cautions: readonly AnyFinding[];
  readonly evidence: readonly Evidence[];
  readonly check: Check;
}

/** Another row that is met in a row's place: of its group, or, given a review, by its exception. */
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
  /** Whether its file was looked for and not found. */
  readonly isMissing: boolean;
}

/** A person's sign-off. It changes nothing. */
export interface Check {
  readonly value: string | null;
  readonly by: string | null;
  readonly date: string | null;
  readonly note: string | null;
  /** Whether it does not agree with the evaluation. */
  readonly disagrees: boolean;
}

/**
 * What is not met or not known although the class asks for it: a duty, or a recommended row; or a duty that a recorded review lets
 * another row carry, its risk being accepted.
 */
export interface Remaining {
  readonly kind: "duty" | "recommended" | "accepted";
  /** The duty's status; else the row's. */
  readonly status: Status;
  /** The row, or the rows of the group that apply, of which one would be enough. */
  readonly rows: readonly ReportRow[];
  /** The standard's words, each text once. */
  readonly risks: readonly Text[];
}

/** A row that may carry another given a review. */
export interface OpenException {
  readonly row: Row;
  /** How it stands itself. */
  readonly status: Status;
  /** Whether by whom, when and why it was reviewed is recorded. */
  readonly isReviewed: boolean;
}

/** Fills in the report of one profile. Nothing is judged here: all is read from the analysis. */
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

/** Which of a file's profiles it is; null where it is the only one. */
export function indexOf({ profiles }: Analysis, { index }: Profile): number | null {
  return profiles.length > 1 ? index : null;
}

/** What is met in the place of a row that is not, for a class: another row of its group, or, reviewed, that of its exception. */
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

/** How a review might let another row carry one that is not met, for a class, where that is still open. */
export function openExceptionFor(row: Row, classification: string, { rows, facts }: Profile): OpenException | null {
  const exception = exceptionFor(row, classification, rows);
  if (!exception) return null;
  const isReviewed = isRecorded(reviewOf(row, facts));
  return isReviewed && exception.status === "met" ? null : { row: exception.row, status: exception.status, isReviewed };
}

/** Whether a duty is open for want of a recorded review, and not of a fact. */
export function awaitsReview(exception: OpenException | null): boolean {
  return exception !== null && exception.status !== "unmet" && !exception.isReviewed;
}

/** How a row stands in the way for the class judged as: by itself, or as one of a group that nothing carries. */
export function obstructionOf({ row, status }: ReportRow, remaining: readonly Remaining[]): "unmet" | "unknown" | null {
  const duty = remaining.find(({ kind, rows }) => kind === "duty" && rows.some((other) => other.row === row));
  // with an exception, the duty may be open though its row is not met
  const standing = duty?.rows.length === 1 ? duty.status : status;
  return duty && isOpen(standing) ? standing : null;
}

function exceptionFor(row: Row, classification: string, rows: Profile["rows"]): RowResult | undefined {
  const { exception } = row;
  if (!exception?.classes.includes(classification) || obligationOf(row, classification) !== "required") return undefined;
  return resultOf(rows, row.no).status === "unmet" ? resultOf(rows, exception.carriedBy) : undefined;
}

function isOpen(status: Status): status is "unmet" | "unknown" {
  return status === "unmet" || status === "unknown";
}

/** What is said of a row that is met, but not without reserve. */
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
      const said = (key: string) => text(profile, [...path, index, key]);
      const [file, expires] = [said("file"), said("expires")];
      return {
        title: said("title"),
        url: said("url"),
        file,
        section: said("section"),
        collected: said("collected"),
        expires,
        isExpired: expires !== null && expires < today,
        isMissing: file !== null && missingFiles.has(file),
      };
    })
    .filter(({ title, url, file, section }) => [title, url, file, section].some((value) => value !== null));
}

function checkOf({ no }: Row, profile: Profile): Omit<Check, "disagrees"> {
  const said = (key: string) => text(profile, ["assessment", no, key]);
  return { value: said("check"), by: said("by"), date: said("date"), note: said("note") };
}

function text({ facts }: Profile, path: Path): string | null {
  const value = facts.value(path);
  return typeof value === "string" ? value : null;
}

/** In the order of the rows. */
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
    // what a group lacks that nothing carries is said once, of the group
    const isSaid = carrier === null && alternativesOf(standard, row.no, judgedAs) !== undefined;
    return obligation === "recommended" && !isSaid ? [{ kind: "recommended", ...only }] : [];
  });
}

/** Whether a row of a group applies. */
function isOneOf({ alternatives }: Duty, { row, status }: ReportRow): boolean {
  return status !== "not-applicable" && alternatives?.rows.includes(row.no) === true;
}
