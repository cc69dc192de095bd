import type { Verdict } from "../core/evaluation/verdict.ts";
import type { Alternative, Kind, Payloads, Reason } from "../core/findings/finding.ts";
import type { Obligation, Row } from "../core/standard/standard.ts";
import type { Status } from "../core/standard/status.ts";

export type LanguageId = "ja" | "en";

/** What is said of what core finds: findings, rows and the standard. */
export interface CoreMessages {
  readonly id: LanguageId;
  /** What is wrong, with the value, on one line. */
  readonly what: { readonly [K in Kind]: (data: Payloads[K]) => string };
  /** What would be enough, a line each; kinds that are not listed say nothing. */
  readonly remedy: { readonly [K in Kind]?: (data: Payloads[K]) => readonly string[] };
  readonly reason: (reason: Reason) => string;
  readonly relatedRow: (row: Row, reason: string) => string;
  readonly risk: (text: string) => string;
  readonly requirement: (row: Row, classification: string | null, alternatives: readonly Alternative[]) => string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly obligations: Readonly<Record<Obligation, string>>;
  /** What each kind of finding means, in a sentence. */
  readonly kinds: Readonly<Record<Kind, string>>;
  /** What the standard's page says beside the standard. */
  readonly page: {
    readonly reading: string;
    /** How to read the page, given the mark of a correction. */
    readonly notes: (mark: string) => readonly string[];
    /** Behind a word that was corrected. */
    readonly mark: (number: number) => string;
    readonly headingCorrections: string;
    readonly classes: string;
    readonly definition: string;
    readonly examples: string;
    /** Of a class without a column. */
    readonly notAsked: string;
    readonly overview: string;
    /** An obligation to which the footnote applies. */
    readonly footnoted: (obligation: string) => string;
    readonly row: (row: Row) => string;
    /** Of a row whose name is not the standard's. */
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
    /** That alternatives do not add up. */
    readonly alone: string;
    readonly footnote: string;
    readonly exception: (no: string, carrier: string, classes: readonly string[]) => string;
  };
  /** 「分類 I: 不適合 · 未達 2 · 未記載 1 · 利用できる分類: II」 */
  readonly summary: (summary: Summary) => string;
  readonly explanation: ExplanationMessages;
}

/** The alternatives that apply to the profile. */
export function applying<T extends Pick<Alternative, "status">>(alternatives: readonly T[]): T[] {
  return alternatives.filter(({ status }) => status !== "not-applicable");
}

/** The kinds about a value that breaks the schema of which the same is to be said: what was meant, what waits for it. */
export type ValueKind = Exclude<
  Extract<Kind, `schema.${string}`>,
  "schema.enum" | "schema.required" | "schema.unknown-key" | "schema.empty-profile"
>;

/** One way to say it, for all of them. */
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

/** What explains why a row stands as it does, and what a fact may be. */
export interface ExplanationMessages {
  readonly boolean: (value: boolean) => string;
  readonly statuses: Readonly<Record<Status, string>>;
  /** A row does not apply because others are met. */
  readonly notApplicable: (rows: readonly string[]) => string;
  /** Between reasons. */
  readonly comma: string;
  /** Behind the first few of several. */
  readonly more: (count: number) => string;
  readonly notAsked: string;
  readonly inPrinciple: string;
  /** How a group of alternatives stands for the class. */
  readonly group: (rows: readonly string[], status: Status, carrier: string | undefined) => string;
  /** A required row that is carried by another after a review. */
  readonly carried: (carrier: string) => string;
  readonly values: string;
  readonly list: (title: string, edition: string | undefined, asOf: string | undefined) => string;
}

/** A profile in one line. */
export interface Summary {
  readonly classification: string | null;
  readonly verdict: Verdict;
  readonly unmet: number;
  readonly unknown: number;
  /** Findings that make the document invalid. */
  readonly invalid: number;
  readonly eligible: readonly string[];
}
