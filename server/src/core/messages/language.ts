import type { Verdict } from "../evaluate/judge.ts";
import type { Alternative, Kind, Payloads, Reason } from "../findings/finding.ts";
import type { Obligation, Row } from "../standard/standard.ts";

export type LanguageId = "ja" | "en";

/** All the prose of one language. A sentence that is missing in one of them is a type error. */
export interface Language extends FindingWords {
  readonly fixes: FixWords;
  readonly completion: CompletionWords;
  readonly navigation: NavigationWords;
  readonly hover: HoverWords;
  readonly marks: MarkWords;
}

/** What quick fixes are called. */
export type FixWords = Record<never, never>;

/** What completion says beside its items. */
export type CompletionWords = Record<never, never>;

/** What navigation and structure say: the standard as a document, symbols, refusals of a rename. */
export type NavigationWords = Record<never, never>;

/** What hovers say of facts, values and rows. */
export type HoverWords = Record<never, never>;

/** What lenses and inlay hints say. */
export type MarkWords = Record<never, never>;

/** What findings say. */
export interface FindingWords {
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
  /** The headings of a requirement's page. */
  readonly page: {
    readonly row: (row: Row) => string;
    readonly obligations: string;
    readonly remedy: string;
    readonly original: string;
    readonly corrections: string;
    readonly unclear: string;
    readonly inherited: (row: Row) => string;
    readonly alternatives: (rows: readonly string[], classes: readonly string[]) => string;
  };
  /** 「分類 I: 不適合 · 未達 2 · 未記載 1 · 利用できる分類: II」 */
  readonly summary: (summary: Summary) => string;
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
export function ofValues(say: (data: Payloads["schema.date"]) => readonly string[]): {
  readonly [K in ValueKind]: (data: Payloads[K]) => readonly string[];
} {
  return {
    "schema.type": say,
    "schema.country": say,
    "schema.cipher": say,
    "schema.date": say,
    "schema.corporate-number": say,
    "schema.version": say,
    "schema.minimum": say,
    "schema.empty": say,
    "schema.duplicate": say,
  };
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
