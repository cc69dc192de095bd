import type { Row } from "../../core/standard/standard.ts";
import type { Bilingual } from "../../core/standard/text.ts";

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

/** Why a fix that a user would look for cannot be made. */
export type RefusalKind =
  | "alias" // the place is an alias, or holds something else than a section
  | "broken" // a part of the document cannot be read
  | "empty" // nothing stands behind the mark that is to be closed
  | "fails" // what is stated already fails
  | "not-a-key" // no such key may stand here
  | "taken" // the key is there already
  | "unclear" // what is stated does not tell
  | "unknown";
