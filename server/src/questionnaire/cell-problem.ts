import type { Bilingual } from "../core/standard/text.ts";
import type { Path } from "../core/yaml/node.ts";
import type { AnswerKind } from "./answer-kind.ts";

/** A cell that could not be read as an answer. A comment in the profile keeps its content. */
export type CellProblem = {
  readonly sheet: string;
  /** Such as A1, or A1:C3 for several cells. */
  readonly address: string;
  /** The content as displayed. */
  readonly found: string;
  /** The fact that the cell was to answer. */
  readonly path?: Path;
} & (
  | { readonly kind: "unread"; readonly fact: Bilingual; readonly expected: AnswerKind; readonly choices: readonly string[] }
  /** A formula does not state a fact: its result changes with its inputs. */
  | { readonly kind: "formula"; readonly formula: string }
  /** It belongs to no question. */
  | { readonly kind: "unplaced" }
  /** Merged answer cells: only the first one can hold an answer. */
  | { readonly kind: "merged" }
  /** It conflicts with another cell, such as “There are none” with an item. */
  | { readonly kind: "contradiction"; readonly fact: Bilingual }
  /** The item does not name its requirement. */
  | { readonly kind: "keyless" }
);
