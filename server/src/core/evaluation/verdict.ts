import {
  type Alternatives,
  alternativesOf,
  isJudged,
  obligationOf,
  type Row,
  rowOf,
  type Standard,
} from "../standard/standard.ts";
import { anyOf, type Status } from "../standard/status.ts";
import { evaluate } from "./evaluate.ts";
import type { Facts } from "./facts.ts";
import type { Trace } from "./trace.ts";

export type Verdict = "conforming" | "nonconforming" | "undetermined" | "not-applicable" | "invalid";

/** The status of one row, which does not depend on the class. */
export interface RowResult {
  readonly row: Row;
  readonly status: Status;
  readonly trace: Trace;
  /** The review that the profile records for the row's exception; null for a row that has none. */
  readonly review: Review | null;
}

export type RowResults = ReadonlyMap<string, RowResult>;

/** The result of a row by its number. Throws where the row was not evaluated. */
export function resultOf(rows: RowResults, no: string): RowResult {
  const result = rows.get(no);
  if (!result) throw new Error(`row ${no} was not evaluated`);
  return result;
}

/** A duty of a class: a required row, or a group of alternatives, identified by its first row. */
export interface Duty {
  readonly row: Row;
  readonly alternatives?: Alternatives;
  readonly status: Status;
}

/** The review that the standard's footnote requires for an exception; it may be incomplete. What is yet to happen is not recorded. */
export interface Review {
  readonly by: string | undefined;
  readonly date: string | undefined;
  readonly reason: string | undefined;
}

const REVIEW_PARTS = ["by", "date", "reason"] as const;

/** A review that says by whom, when and why. */
export type RecordedReview = { readonly [Part in keyof Review]: string };

/** Evaluates every row against the facts of a profile. */
export function evaluateRows(standard: Standard, facts: Facts, today: string): RowResults {
  const results = new Map<string, RowResult>();
  const resultFor = (no: string): RowResult => {
    const cached = results.get(no);
    if (cached) return cached;
    const row = rowOf(standard, no);
    const context = { facts, today, rowStatus: (other: string) => resultFor(other).status };
    const exempt = row.notApplicable ? evaluate(row.notApplicable, context) : undefined;
    const trace = exempt?.status === "met" ? exempt : evaluate(row.condition, context);
    const status = exempt?.status === "met" ? "not-applicable" : trace.status;
    const result: RowResult = { row, status, trace, review: row.exception ? reviewOf(row, facts, today) : null };
    results.set(no, result);
    return result;
  };
  return new Map(standard.rows.map(({ no }) => [no, resultFor(no)]));
}

/** The review of a row's exception that a profile records. */
function reviewOf(row: Row, facts: Facts, today: string): Review {
  const text = (key: string) => {
    const value = facts.value(["assessment", row.no, "exception", key]);
    return typeof value === "string" ? value : undefined;
  };
  const date = text("date");
  return { by: text("by"), date: date !== undefined && date <= today ? date : undefined, reason: text("reason") };
}

/** The parts of a review that are still to be recorded. */
export function missingParts(review: Review | null): (keyof Review)[] {
  return REVIEW_PARTS.filter((part) => review?.[part] === undefined);
}

/** Whether a review is complete; an incomplete one does not count. */
export function isRecorded(review: Review | null): review is RecordedReview {
  return missingParts(review).length === 0;
}

/** The row that carries an unmet one for a class by its exception; undefined where none does. */
export function exceptionCarrierOf(
  { row, status, review }: RowResult,
  classification: string,
  rows: RowResults,
): Row | undefined {
  const { exception } = row;
  if (status !== "unmet" || !exception?.classes.includes(classification) || !isRecorded(review)) return undefined;
  const carrier = resultOf(rows, exception.carriedBy);
  return carrier.status === "met" ? carrier.row : undefined;
}

/** The duties of a class, in the order of the rows; empty for a class without requirements. */
export function dutiesOf(standard: Standard, classification: string, rows: RowResults): Duty[] {
  const statusOf = (no: string) => resultOf(rows, no).status;
  return standard.rows.flatMap((row): Duty[] => {
    const alternatives = alternativesOf(standard, row.no, classification);
    if (alternatives?.rows[0] === row.no) return [{ row, alternatives, status: anyOf(alternatives.rows.map(statusOf)) }];
    if (alternatives || obligationOf(row, classification) !== "required") return [];
    return [{ row, status: dutyStatus(resultOf(rows, row.no), classification, statusOf) }];
  });
}

/** The status of a required row. Under its exception, it is met where another row carries it and a review is recorded. */
function dutyStatus({ row, status, review }: RowResult, classification: string, statusOf: (no: string) => Status): Status {
  if (status !== "unmet" || !row.exception?.classes.includes(classification)) return status;
  const carrier = statusOf(row.exception.carriedBy);
  if (carrier !== "met") return carrier;
  return isRecorded(review) ? "met" : "unknown";
}

/** The verdict that follows from the duties; "not-applicable" for a class without requirements. */
export function verdictOf(standard: Standard, classification: string, duties: readonly Duty[]): Verdict {
  if (!isJudged(standard, classification)) return "not-applicable";
  if (duties.some(({ status }) => status === "unmet")) return "nonconforming";
  return duties.every(({ status }) => status === "met") ? "conforming" : "undetermined";
}

/** The row that carries a group of alternatives: the first met one. */
export function carrierOf({ rows: group }: Alternatives, rows: RowResults): Row | undefined {
  return group.map((no) => resultOf(rows, no)).find(({ status }) => status === "met")?.row;
}
