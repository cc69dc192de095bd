import type { Row } from "../../core/standard/standard.ts";
import type { Bilingual } from "../../core/standard/text.ts";

interface Replacement {
  readonly from: string;
  readonly to: string;
}

interface OfKey {
  readonly key: string;
}

/** The kinds of fixes, each with the data of its title. */
export interface FixData {
  /** Replaces a value by the format's notation; `to` is absent if the right value is unknown. */
  correct: { readonly from: string; readonly to?: string };
  /** Replaces a value by an allowed one that it may stand for. */
  similar: Replacement;
  /** Replaces a key by the format's spelling, or by a similar key. */
  rename: Replacement;
  /** Makes an unknown key a key of the user's own (`x-`). */
  "own-key": Replacement;
  "remove-key": OfKey;
  /** Removes the second of two keys with the same value. */
  "keep-one": OfKey;
  "remove-repeated": { readonly value: string };
  /** Removes an empty value and keeps its key. */
  "remove-empty": { readonly fact: Bilingual };
  /** Keeps one of two keys with different values. */
  "keep-first": { readonly key: string; readonly value: string };
  "keep-second": { readonly key: string; readonly value: string };
  /** Inserts the keys that every profile has. */
  begin: Record<never, never>;
  /** Inserts a key without a value. */
  add: { readonly fact: Bilingual; readonly path: string };
  /** The same for all unstated facts of a row. */
  "add-open": { readonly row: Row; readonly count: number };
  /** The same for all unstated facts of an alternative row. */
  "add-alternative": { readonly row: Row };
  /** Inserts the record of a review. */
  "add-review": { readonly row: Row; readonly keys: readonly string[] };
  "add-evidence": { readonly rows: readonly Row[] };
  /** Removes one of two contradicting facts; in an item of a list, the title names the item. */
  drop: { readonly path: string; readonly of?: Bilingual; readonly fact?: Bilingual; readonly value?: string };
  "drop-others": { readonly path: string; readonly keys: readonly string[] };
  "add-space": Record<never, never>;
  /** Inserts the line `---`. */
  "add-marker": Record<never, never>;
  "half-width": Replacement;
  /** Replaces characters that only look like a space, or removes them where none is needed. */
  "plain-space": { readonly isRemoved: boolean };
  "indent-with-spaces": Record<never, never>;
  quote: { readonly value: string };
  escape: Record<never, never>;
  "add-colon": OfKey;
  "close-quote": { readonly mark: string };
  "close-bracket": { readonly mark: string };
  "remove-alias": { readonly mark: string };
  "remove-tag": { readonly tag: string };
  "keep-ours": { readonly label: string };
  "keep-theirs": { readonly label: string };
  reindent: OfKey;
  /** Takes away the `#` before the keys of sections, the outermost first. */
  uncomment: { readonly keys: readonly string[] };
}

export type FixKind = keyof FixData;

/** Why a fix that a user may expect cannot be made. */
export type RefusalKind =
  | "alias" // the parent is an alias, or not a mapping
  | "broken" // a line of the document cannot be read
  | "empty" // there is no content to close
  | "fails" // the stated facts already fail the row
  | "meets" // a row would be met because a stated fact is gone
  | "not-a-key" // the format has no such key here
  | "taken" // the key already exists
  | "unclear" // the stated facts are not enough to judge the row
  | "unknown"; // the written value does not show which one was intended
