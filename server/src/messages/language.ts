import type { Usability } from "../core/evaluation/usability.ts";
import type { Verdict } from "../core/evaluation/verdict.ts";
import type { Alternative, Kind, Payloads, Reason } from "../core/findings/finding.ts";
import type { Obligation, Row } from "../core/standard/standard.ts";
import type { Status } from "../core/standard/status.ts";

export type LanguageId = "ja" | "en";

/** The messages for findings, rows and the standard. */
export interface CoreMessages {
  readonly id: LanguageId;
  /** A class's name in a sentence. */
  readonly className: (name: string) => string;
  /** What is wrong, with the offending value, on one line. */
  readonly what: { readonly [K in Kind]: (data: Payloads[K]) => string };
  /** What would be enough, one line each. Kinds without an entry have no remedy. */
  readonly remedy: { readonly [K in Kind]?: (data: Payloads[K]) => readonly string[] };
  readonly reason: (reason: Reason) => string;
  readonly relatedRow: (row: Row, reason: string) => string;
  readonly risk: (text: string) => string;
  readonly requirement: (row: Row, classification: string | null, alternatives: readonly Alternative[]) => string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly obligations: Readonly<Record<Obligation, string>>;
  /** The meaning of each kind of finding, in a sentence. */
  readonly kinds: Readonly<Record<Kind, string>>;
  /** Our own texts on the standard's page. */
  readonly page: {
    readonly reading: string;
    /** How to read the page. `mark` is an example of a correction's mark. */
    readonly notes: (mark: string) => readonly string[];
    /** Follows a corrected word. */
    readonly mark: (number: number) => string;
    readonly headingCorrections: string;
    readonly classes: string;
    readonly definition: string;
    readonly examples: string;
    /** For a class without a column. */
    readonly notAsked: string;
    readonly overview: string;
    /** An obligation that the footnote qualifies. */
    readonly footnoted: (obligation: string) => string;
    readonly row: (row: Row) => string;
    /** For a row whose label is not the standard's. */
    readonly ours: string;
    readonly obligations: string;
    readonly remedy: string;
    readonly facts: string;
    readonly original: string;
    readonly corrections: string;
    readonly unclear: string;
    readonly inherited: (row: Row) => string;
    readonly alternatives: (rows: readonly string[], classes: readonly string[]) => string;
    readonly alternativesHeading: string;
    readonly alternativesExplained: (first: string, others: readonly string[], classes: readonly string[]) => string;
    /** Alternatives that are partly met do not add up. */
    readonly alone: string;
    readonly footnote: string;
    readonly exception: (no: string, carrier: string, classes: readonly string[]) => string;
  };
  /** 「分類Ⅰ: 未確定 · 未記載 1 · 利用できる: Ⅱ ／ まだ判定できない: Ⅰ ／ 利用できない: S」 */
  readonly summary: (summary: Summary) => string;
  /** 「利用できる: Ⅱ ／ まだ判定できない: Ⅰ ／ 利用できない: S」, without empty lists. */
  readonly usability: (lists: Usability) => string;
  readonly explanation: ExplanationMessages;
}

/** The alternatives that apply to the profile. */
export function applying<T extends Pick<Alternative, "status">>(alternatives: readonly T[]): T[] {
  return alternatives.filter(({ status }) => status !== "not-applicable");
}

/** The schema findings about a value. They share one remedy: what was meant, and which requirements it blocks. */
export type ValueKind = Exclude<
  Extract<Kind, `schema.${string}`>,
  "schema.enum" | "schema.required" | "schema.unknown-key" | "schema.empty-profile"
>;

/** What a finding about a value says of what was meant, and of what it blocks. */
export type Meant = Pick<Payloads["schema.date"], "meant" | "similar" | "apart" | "orNone" | "blocks">;

/** The same remedy for all of them. */
export function ofValues(message: (data: Payloads["schema.date"]) => readonly string[]): {
  readonly [K in ValueKind]: (data: Payloads[K]) => readonly string[];
} {
  return {
    "schema.type": message,
    "schema.country": message,
    "schema.cipher": message,
    "schema.date": message,
    "schema.corporate-number": message,
    "schema.version": message,
    "schema.minimum": message,
    "schema.empty": message,
    "schema.duplicate": message,
  };
}

/** The messages that explain a row's status and a fact's values. */
export interface ExplanationMessages {
  readonly boolean: (value: boolean) => string;
  readonly statuses: Readonly<Record<Status, string>>;
  /** The row does not apply, because these rows are met. */
  readonly notApplicable: (rows: readonly string[]) => string;
  /** Separates reasons. */
  readonly comma: string;
  /** Follows the first few of several reasons. */
  readonly more: (count: number) => string;
  readonly notAsked: string;
  readonly inPrinciple: string;
  /** The state of a group of alternatives for the class. */
  readonly group: (rows: readonly string[], status: Status, carrier: string | undefined) => string;
  /** A required row that another row carries after a review. */
  readonly carried: (carrier: string) => string;
  readonly values: string;
  readonly list: (title: string, edition: string | undefined, asOf: string | undefined) => string;
}

/** The data of a one-line summary of a profile. */
export interface Summary extends Usability {
  readonly classification: string | null;
  readonly verdict: Verdict;
  readonly unmet: number;
  readonly unknown: number;
  /** How many findings make the document invalid. */
  readonly invalid: number;
}
