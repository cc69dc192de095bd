import type { Condition, Test } from "./condition.ts";
import type { Bilingual, Text } from "./text.ts";

export type Obligation = "required" | "recommended" | "optional" | "alternative" | "none";

/** One numbered requirement. */
export interface Row {
  readonly no: string;
  readonly category: Text;
  readonly item: Text;
  /** A short name; `ours` where we chose it, because the standard has none. */
  readonly label: Bilingual & { readonly ours: boolean };
  readonly requirement: Text;
  readonly risk: Text;
  /** The row whose risk this one inherits where it has none of its own. */
  readonly riskFrom?: string;
  /** By class. A class without a column in the standard has no entry and no requirements. */
  readonly obligation: Readonly<Record<string, { readonly is: Obligation; readonly text: Text }>>;
  /** What would meet the row, in our words. */
  readonly remedy: Bilingual;
  readonly condition: Condition;
  readonly notApplicable?: Condition;
  /** Another row that may carry this one after a recorded review. */
  readonly exception?: { readonly classes: readonly string[]; readonly carriedBy: string };
  /** Outdated values, which do not make an item of a list fail. */
  readonly legacy?: { readonly list: string; readonly fact: string; readonly values: Test };
  /** An expiry date in each item that meets the row; the warning starts `days` before it, unless the condition holds. */
  readonly expiry?: {
    readonly fact: string;
    readonly days: number;
    readonly unless?: Condition;
    /** The items that a renewal keeps valid past their date. */
    readonly renewable?: { readonly fact: string; readonly is: Test };
  };
}

/** A group of rows of which some classes need only one. The first is the main rule, the others are its alternatives. */
export interface Alternatives {
  readonly rows: readonly [string, ...string[]];
  readonly classes: readonly string[];
  /** Facts that only the alternatives use. */
  readonly facts?: string;
}

/** A standard as data, with its references resolved. */
export interface Standard {
  readonly id: string;
  readonly city: Bilingual;
  readonly title: Text;
  /** The time zone that decides today's date. It must not have summer time. */
  readonly timeZone: { readonly name: string; readonly utcOffset: string };
  readonly columns: Readonly<Record<string, Text>>;
  /** Strictest first. */
  readonly classes: Readonly<Record<string, { readonly title: Text; readonly definition: Text; readonly examples: Text }>>;
  readonly classesHeading: Text;
  readonly footnote: Text;
  readonly alternatives: readonly Alternatives[];
  readonly rows: readonly Row[];
}

/** The row with a number. Throws where the standard has none. */
export function rowOf(standard: Standard, no: string): Row {
  const row = standard.rows.find((row) => row.no === no);
  if (!row) throw new Error(`the standard has no row ${no}`);
  return row;
}

/** The group of alternatives that a row belongs to for a class; undefined where it belongs to none. */
export function alternativesOf(standard: Standard, no: string, classification: string): Alternatives | undefined {
  return standard.alternatives.find(({ rows, classes }) => rows.includes(no) && classes.includes(classification));
}

/** The obligation of a class in a row; "none" where the class has no column. */
export function obligationOf(row: Row, classification: string): Obligation {
  return row.obligation[classification]?.is ?? "none";
}

/** Whether a class requires or recommends a row by itself, not only as an alternative. */
export function isAsked(row: Row, classification: string): boolean {
  return ["required", "recommended"].includes(obligationOf(row, classification));
}

/** Whether the standard has requirements for a class. */
export function isJudged(standard: Standard, classification: string): boolean {
  return standard.rows.some(({ obligation }) => Object.hasOwn(obligation, classification));
}

/** The classes that have requirements, strictest first. */
export function judgedClasses(standard: Standard): string[] {
  return Object.keys(standard.classes).filter((name) => isJudged(standard, name));
}

/** The standard's text on the risk of not meeting a row, inherited where the row has none of its own. */
export function riskOf(standard: Standard, row: Row): Text {
  return row.riskFrom === undefined ? row.risk : riskOf(standard, rowOf(standard, row.riskFrom));
}
