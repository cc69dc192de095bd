import type { Bilingual } from "../core/standard/text.ts";
import type { Path } from "../core/yaml/node.ts";
import type { AnswerKind } from "./answer-kind.ts";

/** How a question can be answered. */
export interface Expected {
  readonly fact: Bilingual;
  readonly expected: AnswerKind;
  readonly choices: readonly string[];
  /** The least number that is an answer. */
  readonly minimum?: number | undefined;
  /** Whether the answer can be that there are none. */
  readonly canBeNone?: boolean;
}

/** What importing has to tell about a cell. A comment in the profile keeps the cell's content. */
export type CellProblem = {
  readonly sheet: string;
  /** Such as A1, or A1:C3 for several cells; empty for the whole sheet. */
  readonly address: string;
  /** The content as displayed. */
  readonly found: string;
  /** The fact that the cell was to answer. */
  readonly path?: Path;
} & (
  | ({ readonly kind: "unread" } & Expected)
  /** It is struck through, whole or in part; what remains was read, if anything does. */
  | { readonly kind: "struck"; readonly standing: string }
  /** A formula does not state a fact: its result changes with its inputs. */
  | { readonly kind: "formula"; readonly formula: string }
  /** It belongs to no question. */
  | { readonly kind: "unplaced" }
  /** Merged answer cells: only the first one can hold an answer. */
  | { readonly kind: "merged" }
  /** It conflicts with another cell, such as “There are none” with an item. */
  | { readonly kind: "contradiction"; readonly fact: Bilingual }
  /** It conflicts with a copy of its sheet. */
  | { readonly kind: "copies"; readonly sheets: readonly string[] }
  /** The item does not name its requirement. */
  | { readonly kind: "keyless" }
  /** The sheet lost the hidden row and column by which it is read. */
  | { readonly kind: "stripped" }
  /** It is blank, and no profile is valid without the answer. */
  | { readonly kind: "missing"; readonly fact: Bilingual }
  /** It was taken over as it was in the profile, where it breaks the format. */
  | { readonly kind: "misfit" }
);
