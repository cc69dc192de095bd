import type { Status } from "../../core/standard/status.ts";

/** The own messages of reports and comparisons. A module of its own, so that only report code loads it. */
export interface ReportMessages {
  readonly title: string;
  readonly comparisonTitle: string;
  readonly facts: Readonly<
    Record<
      | "vendor"
      | "service"
      | "class"
      | "verdict"
      | "eligible"
      | "asOf"
      | "standard"
      | "edition"
      | "lists"
      | "profile"
      | "prepared"
      | "tool"
      | "services",
      string
    >
  >;
  /** The columns that we add to the standard's table, and those of our own tables. */
  readonly columns: Readonly<
    Record<
      "status" | "why" | "evidence" | "requirement" | "obligation" | "remedy" | "risk" | "differs" | "service" | "vendor",
      string
    >
  >;
  readonly headings: Readonly<Record<"table" | "remaining" | "approval" | "requirements" | "lacking", string>>;
  /** For a duty that only lacks a recorded review. */
  readonly unreviewed: string;
  readonly statuses: Readonly<Record<Status, string>>;
  /** Explains the statuses. */
  readonly legend: string;
  /** Explains the signs that replace words in a crowded table. */
  readonly signLegend: string;
  readonly notStated: string;
  readonly none: string;
  /** Separates items of a list. */
  readonly comma: string;
  /** Separates sentences. */
  readonly sentenceSpace: string;
  /** A profile's file, with the profile's number if the file has several. */
  readonly profile: (path: string, number: number | null) => string;
  readonly prepared: (by: string | null, date: string | null) => string;
  /** The class that we judge as, if the profile states another or none. */
  readonly judgedAs: (judged: string, stated: string | null) => string;
  /** Precedes the table of a profile that is judged as a class other than the stated one. */
  readonly onTrial: (judgedTitle: string, stated: string | null) => string;
  readonly noClass: string;
  readonly verdict: (verdict: string, unmet: number, unknown: number, faults: number) => string;
  readonly eligibleUnknown: string;
  /** For a service that may be used for no class with requirements. */
  readonly eligibleNone: (classes: readonly string[]) => string;
  readonly standard: (city: string, title: string, id: string) => string;
  /** The standard's text does not name its edition. */
  readonly noEdition: string;
  /** Precedes the table of a profile with errors, without a class or without requirements. */
  readonly invalid: (faults: number) => string;
  readonly unclassified: string;
  readonly notAsked: (classTitle: string) => string;
  /** Why an unmet row does not prevent conformity. */
  readonly carried: (carrier: string) => string;
  readonly sufficient: (carrier: string) => string;
  readonly reviewed: (carrier: string, by: string, date: string, reason: string) => string;
  readonly caution: (text: string) => string;
  /** Notes that follow a piece of evidence. */
  readonly collected: (date: string) => string;
  readonly expires: (date: string) => string;
  readonly inBrackets: (text: string) => string;
  readonly expired: string;
  readonly missing: string;
  /** Follows a person's check that contradicts the evaluation. */
  readonly disagrees: string;
  readonly checkNote: string;
  readonly oneRequired: string;
  readonly accepted: string;
  /** The text of one row in a group. */
  readonly ofRow: (no: string, text: string) => string;
  readonly oneOf: string;
  /** Why an exception does not yet close a duty. */
  readonly exception: Readonly<Record<"unreviewed" | "unknown" | "unmet", (carrier: string) => string>>;
  readonly review: string;
  readonly nothingRemains: string;
  readonly remainingUnknown: string;
  readonly remainingNotAsked: string;
  /** The titles of the signature boxes. */
  readonly signatures: readonly string[];
  readonly comparisonName: string;
  readonly serviceCount: (count: number) => string;
  readonly usableFor: (classification: string) => string;
  readonly verdictFor: (classification: string) => string;
  readonly numbered: (number: number, name: string) => string;
  readonly differs: string;
  readonly differsNote: string;
  readonly carriedFor: (carrier: string, classes: readonly string[], isReviewed: boolean) => string;
  readonly group: (rows: readonly string[]) => string;
  readonly reviewedRow: (no: string, carrier: string) => string;
}
