import type { Analysis } from "../../core/analysis/analyze.ts";
import type { Profile } from "../../core/evaluation/profile.ts";
import type { AnyFinding } from "../../core/findings/finding.ts";
import type { Bilingual, Row } from "../../core/standard/standard.ts";
import type { SourceDocument } from "../../core/yaml/parse.ts";
import type { Edit } from "../edits/edit.ts";

interface Replacement {
  readonly from: string;
  readonly to: string;
}

interface OfKey {
  readonly key: string;
}

/** The closed set of fixes, and what the title of each says. */
export interface FixData {
  /** The value in the notation of the format; without `to` where that is not known. */
  correct: { readonly from: string; readonly to?: string };
  /** A similar word instead of the value. */
  similar: Replacement;
  /** The key in the format's spelling, or a similar key. */
  rename: Replacement;
  /** The key as one of the user's own. */
  "own-key": Replacement;
  "remove-key": OfKey;
  /** Of a key that stands twice with the same value, the second. */
  "keep-one": OfKey;
  "remove-repeated": { readonly value: string };
  /** Takes an empty value away; its key stays. */
  "remove-empty": { readonly fact: Bilingual };
  /** Of a key that stands twice, one place. */
  "keep-first": { readonly key: string; readonly value: string };
  "keep-second": { readonly key: string; readonly value: string };
  /** The keys that every profile has. */
  begin: Record<never, never>;
  /** A key with nothing behind it. */
  add: { readonly fact: Bilingual; readonly path: string };
  /** The same for all that a row leaves open. */
  "add-open": { readonly row: Row; readonly count: number };
  /** The same for what an alternative leaves open. */
  "add-alternative": { readonly row: Row };
  /** The record of a review. */
  "add-review": { readonly row: Row; readonly keys: readonly string[] };
  "add-evidence": { readonly rows: readonly Row[] };
  /** One of two facts that contradict each other; in an item of a list, by what that is called. */
  drop: { readonly path: string; readonly of?: Bilingual; readonly fact?: Bilingual; readonly value?: string };
  "drop-others": { readonly path: string; readonly keys: readonly string[] };
  "add-space": Record<never, never>;
  "half-width": Replacement;
  "indent-with-spaces": Record<never, never>;
  quote: { readonly value: string };
  escape: Record<never, never>;
  "add-colon": OfKey;
  "close-quote": { readonly mark: string };
  "close-bracket": { readonly mark: string };
  "remove-alias": { readonly name: string };
  "remove-tag": { readonly tag: string };
  "keep-ours": { readonly label: string };
  "keep-theirs": { readonly label: string };
  reindent: OfKey;
}

export type FixKind = keyof FixData;

interface FixOf<K extends FixKind> {
  readonly kind: K;
  readonly data: FixData[K];
  /** The finding that it fixes. */
  readonly finding: AnyFinding;
  readonly edits: readonly Edit[];
  /** Whether it is what one would do, of several. */
  readonly isPreferred: boolean;
  /** Whether there is no other reading and nothing is lost: it may be made without asking. */
  readonly isAutomatic: boolean;
}

/** A change of the text that mends what a finding is about. It never states what the profile does not. */
export type Fix = { [K in FixKind]: FixOf<K> }[FixKind];

/** Why a fix that a user would look for cannot be made. */
export type RefusalKind =
  | "alias" // the place is an alias, or holds something else than a section
  | "broken" // a part of the document cannot be read
  | "empty" // nothing stands behind the mark that is to be closed
  | "fails" // what is stated already fails
  | "not-a-key" // no such key may stand here
  | "taken" // the key is there already
  | "unclear" // what is stated does not tell
  | "unknown"; // what is written does not tell what was meant

interface RefusalOf<K extends FixKind> {
  readonly kind: K;
  readonly data: FixData[K];
  readonly finding: AnyFinding;
  readonly why: RefusalKind;
}

/** A fix that cannot be made. */
export type Refusal = { [K in FixKind]: RefusalOf<K> }[FixKind];

/** Where a finding stands. */
export interface FixContext {
  readonly analysis: Analysis;
  readonly profile: Profile;
  readonly document: SourceDocument;
}

/** The fixes of a finding, the likeliest first; none for a finding that is not its concern. Pure. */
export type FixRule = (finding: AnyFinding, context: FixContext) => readonly (Fix | Refusal)[];

/** Whether it can be made. */
export function isFix(fix: Fix | Refusal): fix is Fix {
  return "edits" in fix;
}

/** Makes a fix; without flags it is one that the user chooses. */
export function makeFix<K extends FixKind>(
  finding: AnyFinding,
  kind: K,
  data: FixData[K],
  edits: readonly Edit[],
  { isPreferred = false, isAutomatic = false } = {},
): Fix {
  // the signature ties the data to the kind, which the union cannot see
  return { kind, data, finding, edits, isPreferred, isAutomatic } as unknown as Fix;
}

/** Whether a comment would go with what edits remove: nobody is to lose one unasked. */
export function hasComment({ source: { text } }: Analysis, edits: readonly Edit[]): boolean {
  return edits.some(({ span }) => /(?:^|\s)#/.test(text.slice(span.start, span.end)));
}

/** Says why a fix cannot be made. */
export function refuse<K extends FixKind>(finding: AnyFinding, kind: K, data: FixData[K], why: RefusalKind): Refusal {
  return { kind, data, finding, why } as unknown as Refusal;
}
