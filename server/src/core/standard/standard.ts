import type { Condition, Test } from "./condition.ts";
import type { Bilingual, Text } from "./text.ts";

export type Obligation = "required" | "recommended" | "optional" | "alternative" | "none";

/** One numbered requirement. */
export interface Row {
  readonly no: string;
  readonly category: Text;
  readonly item: Text;
  /** A short name; `ours` where the standard's own cell does not hold it. */
  readonly label: Bilingual & { readonly ours: boolean };
  readonly requirement: Text;
  readonly risk: Text;
  /** The row whose risk this one inherits, having none of its own. */
  readonly riskFrom?: string;
  /** By class. A class without a column has no entry: nothing is asked of it. */
  readonly obligation: Readonly<Record<string, { readonly is: Obligation; readonly text: Text }>>;
  /** What would be enough, in our words. */
  readonly remedy: Bilingual;
  readonly condition: Condition;
  readonly notApplicable?: Condition;
  /** Another row that may carry this one, given a recorded review. */
  readonly exception?: { readonly classes: readonly string[]; readonly carriedBy: string };
  /** Values that do not make an item of a list fail but are outdated. */
  readonly legacy?: { readonly list: string; readonly fact: string; readonly values: Test };
  /** A date that warns `days` before it is reached, unless the condition holds; looked up in each item that meets the row. */
  readonly expiry?: {
    readonly fact: string;
    readonly days: number;
    readonly unless?: Condition;
    /** What can be renewed, and so stay valid past its date. */
    readonly renewable?: { readonly fact: string; readonly is: Test };
  };
}

/** Rows of which one is enough, for some classes. The first is the rule, the others its alternatives. */
export interface Alternatives {
  readonly rows: readonly [string, ...string[]];
  readonly classes: readonly string[];
  /** Facts that only the alternatives use. */
  readonly facts?: string;
}

/** A standard as data, its references resolved. */
export interface Standard {
  readonly id: string;
  readonly city: Bilingual;
  readonly title: Text;
  /** Where today is today; a zone without summer time. */
  readonly timeZone: { readonly name: string; readonly utcOffset: string };
  readonly columns: Readonly<Record<string, Text>>;
  /** Strictest first. */
  readonly classes: Readonly<Record<string, { readonly title: Text; readonly definition: Text; readonly examples: Text }>>;
  readonly classesHeading: Text;
  readonly footnote: Text;
  readonly alternatives: readonly Alternatives[];
  readonly rows: readonly Row[];
}

/** The row of a number; throws where the standard has none. */
export function rowOf(standard: Standard, no: string): Row {
  const row = standard.rows.find((row) => row.no === no);
  if (!row) throw new Error(`the standard has no row ${no}`);
  return row;
}

/** The alternatives a row belongs to for a class, if any. */
export function alternativesOf(standard: Standard, no: string, classification: string): Alternatives | undefined {
  return standard.alternatives.find(({ rows, classes }) => rows.includes(no) && classes.includes(classification));
}

/** What a class obliges to in a row; nothing where it has no column. */
export function obligationOf(row: Row, classification: string): Obligation {
  return row.obligation[classification]?.is ?? "none";
}

/** Whether a class asks for a row by itself, be it as a recommendation. */
export function isAsked(row: Row, classification: string): boolean {
  return ["required", "recommended"].includes(obligationOf(row, classification));
}

/** Whether the standard asks anything of a class. */
export function isJudged(standard: Standard, classification: string): boolean {
  return standard.rows.some(({ obligation }) => Object.hasOwn(obligation, classification));
}

/** The classes of which the standard asks something. */
export function judgedClasses(standard: Standard): string[] {
  return Object.keys(standard.classes).filter((name) => isJudged(standard, name));
}

/** The standard's words on the risk of not meeting a row, inherited where the row has none of its own. */
export function riskOf(standard: Standard, row: Row): Text {
  return row.riskFrom === undefined ? row.risk : riskOf(standard, rowOf(standard, row.riskFrom));
}
