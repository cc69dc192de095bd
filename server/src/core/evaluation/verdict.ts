import {
  type Alternatives,
  alternativesOf,
  isJudged,
  judgedClasses,
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

/** The review that the standard's footnote requires for an exception; it may be incomplete. */
export interface Review {
  readonly by: string | undefined;
  readonly date: string | undefined;
  readonly reason: string | undefined;
}

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
    const result: RowResult = { row, status: exempt?.status === "met" ? "not-applicable" : trace.status, trace };
    results.set(no, result);
    return result;
  };
  return new Map(standard.rows.map(({ no }) => [no, resultFor(no)]));
}

/** The duties of a class, in the order of the rows; empty for a class without requirements. */
export function dutiesOf(standard: Standard, classification: string, rows: RowResults, facts: Facts): Duty[] {
  const statusOf = (no: string) => resultOf(rows, no).status;
  return standard.rows.flatMap((row): Duty[] => {
    const alternatives = alternativesOf(standard, row.no, classification);
    if (alternatives?.rows[0] === row.no) return [{ row, alternatives, status: anyOf(alternatives.rows.map(statusOf)) }];
    if (alternatives || obligationOf(row, classification) !== "required") return [];
    return [{ row, status: dutyStatus(row, classification, statusOf, facts) }];
  });
}

/** The status of a required row. Under its exception, it is met where another row carries it and a review is recorded. */
function dutyStatus(row: Row, classification: string, statusOf: (no: string) => Status, facts: Facts): Status {
  const status = statusOf(row.no);
  if (status !== "unmet" || !row.exception?.classes.includes(classification)) return status;
  const carrier = statusOf(row.exception.carriedBy);
  if (carrier !== "met") return carrier;
  return isRecorded(reviewOf(row, facts)) ? "met" : "unknown";
}

/** The review of a row's exception that a profile records. */
export function reviewOf(row: Row, facts: Facts): Review {
  const text = (key: string) => {
    const value = facts.value(["assessment", row.no, "exception", key]);
    return typeof value === "string" ? value : undefined;
  };
  return { by: text("by"), date: text("date"), reason: text("reason") };
}

/** Whether a review says by whom, when and why; an incomplete review does not count. */
export function isRecorded(review: Review): review is { by: string; date: string; reason: string } {
  return review.by !== undefined && review.date !== undefined && review.reason !== undefined;
}

/** The verdict that follows from the duties; "not-applicable" for a class without requirements. */
export function verdictOf(standard: Standard, classification: string, duties: readonly Duty[]): Verdict {
  if (!isJudged(standard, classification)) return "not-applicable";
  if (duties.some(({ status }) => status === "unmet")) return "nonconforming";
  return duties.every(({ status }) => status === "met") ? "conforming" : "undetermined";
}

/** The classes whose duties are all met, strictest first. */
export function eligibleClasses(standard: Standard, rows: RowResults, facts: Facts): string[] {
  return judgedClasses(standard).filter((name) => dutiesOf(standard, name, rows, facts).every(({ status }) => status === "met"));
}

/** The row that carries a group of alternatives: the first met one. */
export function carrierOf({ rows: group }: Alternatives, rows: RowResults): Row | undefined {
  return group.map((no) => resultOf(rows, no)).find(({ status }) => status === "met")?.row;
}
