import type { Status } from "../../core/standard/status.ts";

/** What reports and comparisons say beside the findings. Loaded only by what makes them. */
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
  /** The columns that the standard's table does not have, and those of the tables that are ours. */
  readonly columns: Readonly<
    Record<
      "status" | "why" | "evidence" | "requirement" | "obligation" | "remedy" | "risk" | "differs" | "service" | "vendor",
      string
    >
  >;
  readonly headings: Readonly<Record<"table" | "remaining" | "approval" | "requirements" | "lacking", string>>;
  /** A status in a cell: a sign, or a word. */
  /** Of a duty that waits for a review to be recorded. */
  readonly unreviewed: string;
  readonly statuses: Readonly<Record<Status, string>>;
  /** How to read them. */
  readonly legend: string;
  /** How to read one sign each, where there is no room for words. */
  readonly signLegend: string;
  readonly notStated: string;
  readonly none: string;
  /** Between words of a list. */
  readonly comma: string;
  /** Between sentences. */
  readonly sentenceSpace: string;
  /** A profile of several in one file. */
  readonly profile: (path: string, number: number | null) => string;
  readonly prepared: (by: string | null, date: string | null) => string;
  /** The class judged as, where the profile states another or none. */
  readonly judgedAs: (judged: string, stated: string | null) => string;
  /** Before the table, of a profile that is judged as another class than the one it states. */
  readonly onTrial: (judgedTitle: string, stated: string | null) => string;
  readonly noClass: string;
  readonly verdict: (verdict: string, unmet: number, unknown: number, faults: number) => string;
  readonly eligibleUnknown: string;
  /** Usable for none of the classes of which something is required. */
  readonly eligibleNone: (classes: readonly string[]) => string;
  readonly standard: (city: string, title: string, id: string) => string;
  /** The standard's text does not say of which edition it is. */
  readonly noEdition: string;
  /** Before the table, of a profile that is not judged as others are. */
  readonly invalid: (faults: number) => string;
  readonly unclassified: string;
  readonly notAsked: (classTitle: string) => string;
  /** Why a row that is not met does no harm. */
  readonly carried: (carrier: string) => string;
  readonly sufficient: (carrier: string) => string;
  readonly reviewed: (carrier: string, by: string, date: string, reason: string) => string;
  readonly caution: (text: string) => string;
  /** What stands behind a piece of evidence. */
  readonly collected: (date: string) => string;
  readonly expires: (date: string) => string;
  readonly inBrackets: (text: string) => string;
  readonly expired: string;
  readonly missing: string;
  /** Of a person's check that does not agree with the evaluation. */
  readonly disagrees: string;
  readonly checkNote: string;
  readonly oneRequired: string;
  readonly accepted: string;
  /** A text of one row of several. */
  readonly ofRow: (no: string, text: string) => string;
  readonly oneOf: string;
  /** How a duty that another row may carry stands. */
  readonly exception: Readonly<Record<"unreviewed" | "unknown" | "unmet", (carrier: string) => string>>;
  readonly review: string;
  readonly nothingRemains: string;
  readonly remainingUnknown: string;
  readonly remainingNotAsked: string;
  /** Who signs. */
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
