import type { Outcome } from "../core/evaluation/outcome.ts";
import type { Verdict } from "../core/evaluation/verdict.ts";
import type { Alternative, Kind, Payloads, Reason } from "../core/findings/finding.ts";
import type { Obligation, Row } from "../core/standard/standard.ts";
import type { Status } from "../core/standard/status.ts";
import type { FixData, FixKind, RefusalKind } from "../language-service/fixes/fix.ts";

export type LanguageId = "ja" | "en";

/** All the prose of one language. A sentence that is missing in one of them is a type error. */
export interface Language extends FindingWords {
  readonly fixes: FixWords;
  readonly completion: CompletionWords;
  readonly navigation: NavigationWords;
  readonly hover: HoverWords;
  readonly marks: MarkWords;
}

/** What quick fixes are called, and why one cannot be made. */
export interface FixWords {
  readonly title: { readonly [K in FixKind]: (data: FixData[K]) => string };
  readonly why: Readonly<Record<RefusalKind, string>>;
  /** All findings of one kind at once. */
  readonly all: (count: number) => string;
  /** All that can be mended without asking. */
  readonly everything: string;
  readonly sort: string;
}

/** What completion says beside its items. */
export interface CompletionWords {
  readonly boolean: (value: boolean) => string;
  /** What true or false means of a fact. */
  readonly answer: (fact: string, value: boolean) => string;
  readonly today: string;
  /** A whole profile for a class. */
  readonly profile: (classification: string) => string;
  /** Where an anchor stands. */
  readonly anchor: (line: number) => string;
  /** The requirements that a fact decides. */
  readonly decides: (rows: readonly string[]) => string;
}

/** What navigation and structure say: the standard as a document, symbols, refusals of a rename. */
export interface NavigationWords {
  readonly structure: StructureWords;
  readonly rename: {
    /** Only anchors and aliases have names. */
    readonly nothing: string;
    readonly invalid: (name: string) => string;
    readonly taken: (name: string) => string;
  };
  /** Why a file of the workspace was not judged. */
  readonly unread: {
    readonly tooLarge: (mebibytes: number) => string;
    readonly binary: string;
    /** Given the encoding that it is in, if it can be told. */
    readonly encoding: (encoding: string | null) => string;
    readonly unreadable: (code: string) => string;
    /** Of an open document that was opened in another encoding. */
    readonly garbled: (encoding: string | null) => string;
    /** Of a folder that could not be searched. */
    readonly folder: (code: string) => string;
  };
}

/** What symbols and links are called. */
export interface StructureWords {
  /** A profile of several that names neither its service nor its vendor. */
  readonly profile: (number: number) => string;
  /** An item of a list that has no name. */
  readonly numbered: (title: string, number: number) => string;
  /** An item of a list that the format does not know. */
  readonly item: string;
  /** A key without a letter. */
  readonly nameless: string;
  readonly page: string;
  readonly file: string;
}

/** What hovers say of facts, values and rows. */
export interface HoverWords {
  readonly statuses: Readonly<Record<Status, string>>;
  /** A row does not apply because others are met. */
  readonly notApplicable: (rows: readonly string[]) => string;
  /** Between reasons. */
  readonly comma: string;
  /** Behind the first few of several. */
  readonly more: (count: number) => string;
  /** Before a class's obligation. */
  readonly classes: string;
  readonly notAsked: string;
  readonly inPrinciple: string;
  /** How a group of alternatives stands for the class. */
  readonly group: (rows: readonly string[], status: Status, carrier: string | undefined) => string;
  /** A required row that is carried by another after a review. */
  readonly carried: (carrier: string) => string;
  readonly enough: (remedy: string) => string;
  /** The number is left out where only one row is spoken of. */
  readonly risk: (no: string | undefined, text: string) => string;
  readonly requirement: (no: string | undefined, text: string) => string;
  readonly original: (text: string) => string;
  readonly corrections: string;
  readonly values: string;
  readonly list: (title: string, edition: string | undefined, asOf: string | undefined) => string;
  readonly isIn: (set: string, asOf: string | undefined) => string;
  readonly isNotIn: (set: string, asOf: string | undefined) => string;
  readonly examples: (text: string) => string;
  /** One character or word that the standard's text has wrong, and what it should be. */
  readonly correction: (from: string, to: string | null, reason: string) => string;
  readonly alias: (name: string, line: number) => string;
  /** Of a key of the user's own. */
  readonly ownKey: string;
  /** Of a value that breaks the schema. */
  readonly unreadable: string;
}

/** What lenses and inlay hints say. */
export interface MarkWords {
  /** The verdict, above its profile. */
  readonly verdict: (summary: string) => string;
  /** 「S: 未達 3」: what a class would say. */
  readonly outcome: (outcome: Outcome) => string;
  /** There is no fact left that the class requires and nobody stated. */
  readonly nothingUnstated: string;
  /** There is none either, but not all can be judged. */
  readonly nothingToAdd: string;
}

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
