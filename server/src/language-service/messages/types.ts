import type { Outcome } from "../../core/evaluation/outcome.ts";
import type { UnreadMessages } from "../../host/reading.ts";
import type { CoreMessages } from "../../messages/language.ts";
import type { FixData, FixKind, RefusalKind } from "../fixes/fix-data.ts";

/** All the prose of one language. A sentence that is missing in one of them is a type error. */
export interface EditorMessages extends CoreMessages {
  readonly fixes: FixMessages;
  readonly completion: CompletionMessages;
  readonly navigation: NavigationMessages;
  readonly hover: HoverMessages;
  readonly marks: MarkMessages;
}

/** What quick fixes are called, and why one cannot be made. */
export interface FixMessages {
  readonly title: { readonly [K in FixKind]: (data: FixData[K]) => string };
  readonly why: Readonly<Record<RefusalKind, string>>;
  /** All findings of one kind at once. */
  readonly all: (count: number) => string;
  /** All that can be repaired without asking. */
  readonly everything: string;
  readonly sort: string;
}

/** What completion says beside its items. */
export interface CompletionMessages {
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
export interface NavigationMessages {
  readonly structure: StructureMessages;
  readonly rename: {
    /** Only anchors and aliases have names. */
    readonly nothing: string;
    readonly invalid: (name: string) => string;
    readonly taken: (name: string) => string;
  };
  /** Why a file of the workspace was not judged. */
  readonly unread: UnreadMessages & {
    /** Of an open document that was opened in another encoding. */
    readonly encodingMismatch: (encoding: string | null) => string;
    /** Of a folder that could not be searched. */
    readonly folder: (code: string) => string;
  };
}

/** What symbols and links are called. */
export interface StructureMessages {
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

/** What hovers say of facts, values and rows, beside what explains them everywhere. */
export interface HoverMessages {
  /** Before a class's obligation. */
  readonly classes: string;
  readonly enough: (remedy: string) => string;
  /** The number is left out where only one row is spoken of. */
  readonly risk: (no: string | undefined, text: string) => string;
  readonly requirement: (no: string | undefined, text: string) => string;
  readonly original: (text: string) => string;
  readonly corrections: string;
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
export interface MarkMessages {
  /** The verdict, above its profile. */
  readonly verdict: (summary: string) => string;
  /** 「S: 未達 3」: what a class would say. */
  readonly outcome: (outcome: Outcome) => string;
  /** There is no fact left that the class requires and nobody stated. */
  readonly nothingUnstated: string;
  /** There is none either, but not all can be judged. */
  readonly nothingToAdd: string;
}
