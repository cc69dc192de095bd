import type { Outcome } from "../../core/evaluation/outcome.ts";
import type { UnreadMessages } from "../../host/reading.ts";
import type { CoreMessages } from "../../messages/language.ts";
import type { FixData, FixKind, RefusalKind } from "../fixes/fix-data.ts";

/** All messages of one language. A missing message is a type error. */
export interface EditorMessages extends CoreMessages {
  readonly fixes: FixMessages;
  readonly completion: CompletionMessages;
  readonly navigation: NavigationMessages;
  readonly hover: HoverMessages;
  readonly marks: MarkMessages;
}

/** Titles of quick fixes, and reasons for refusals. */
export interface FixMessages {
  readonly title: { readonly [K in FixKind]: (data: FixData[K]) => string };
  readonly why: Readonly<Record<RefusalKind, string>>;
  /** Title of the fix for all findings of one code. */
  readonly all: (count: number) => string;
  /** Title of the action that applies all automatic fixes. */
  readonly everything: string;
  readonly sort: string;
}

/** The texts of completion items. */
export interface CompletionMessages {
  /** The meaning of true or false for a fact. */
  readonly answer: (fact: string, value: boolean) => string;
  readonly today: string;
  /** A complete profile for a class. */
  readonly profile: (classification: string) => string;
  /** The line of an anchor. */
  readonly anchor: (line: number) => string;
  /** The requirements that a fact decides. */
  readonly decides: (rows: readonly string[]) => string;
}

/** The texts of symbols, links, refused renames and files that cannot be read. */
export interface NavigationMessages {
  readonly structure: StructureMessages;
  readonly rename: {
    /** When the position is on neither an anchor nor an alias. */
    readonly nothing: string;
    readonly invalid: (name: string) => string;
    readonly taken: (name: string) => string;
  };
  /** Why a file of the workspace was not judged. */
  readonly unread: UnreadMessages & {
    /** For an open document that the editor decoded with the wrong encoding. */
    readonly encodingMismatch: (encoding: string | null) => string;
    /** For a folder that cannot be read. */
    readonly folder: (code: string) => string;
    /** For a .gitignore that is not followed. Takes the system's error code; without one, there are too many rules. */
    readonly gitignore: (code: string | undefined) => string;
  };
}

/** The names of symbols and links. */
export interface StructureMessages {
  /** One of several profiles in a file, if it states neither service nor vendor. */
  readonly profile: (number: number) => string;
  /** An item without a name. */
  readonly numbered: (title: string, number: number) => string;
  /** An item of an unknown list. */
  readonly item: string;
  /** An empty key. */
  readonly nameless: string;
  readonly page: string;
  readonly file: string;
}

/** The texts of hovers, besides the explanations shared with other views. */
export interface HoverMessages {
  /** Before the obligations by class. */
  readonly classes: string;
  readonly enough: (remedy: string) => string;
  /** `no` is undefined if the hover is about one row only. */
  readonly risk: (no: string | undefined, text: string) => string;
  readonly requirement: (no: string | undefined, text: string) => string;
  readonly original: (text: string) => string;
  readonly corrections: string;
  readonly isIn: (set: string, asOf: string | undefined) => string;
  readonly isNotIn: (set: string, asOf: string | undefined) => string;
  readonly examples: (text: string) => string;
  /** An error in the standard's text, and its correction. */
  readonly correction: (from: string, to: string | null, reason: string) => string;
  readonly alias: (name: string, line: number) => string;
  /** For a key of the user's own (`x-`). */
  readonly ownKey: string;
  /** For a value that violates the schema. */
  readonly unreadable: string;
}

/** The texts of code lenses and inlay hints. */
export interface MarkMessages {
  /** The verdict of a profile. */
  readonly verdict: (summary: string) => string;
  /** The outcome for a class, e.g. 「S: 未達 3」. */
  readonly outcome: (outcome: Outcome) => string;
  /** When every required fact is stated. */
  readonly nothingUnstated: string;
  /** When no fact can be added, although the profile is invalid or some rows are undecided. */
  readonly nothingToAdd: string;
}
