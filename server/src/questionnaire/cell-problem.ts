import type { Bilingual } from "../core/standard/text.ts";
import type { Path } from "../core/yaml/node.ts";
import type { AnswerKind } from "./answer-kind.ts";

/** A cell of a questionnaire that could not be read as an answer. Nothing of it is lost: it is kept in a comment. */
export type CellProblem = {
  readonly sheet: string;
  /** A1, or A1:C3 for several. */
  readonly address: string;
  /** What stands there. */
  readonly found: string;
  /** The fact that was asked there. */
  readonly path?: Path;
} & (
  | { readonly kind: "unread"; readonly fact: Bilingual; readonly expected: AnswerKind; readonly choices: readonly string[] }
  /** A formula is no statement: its result changes with what it is reckoned from. */
  | { readonly kind: "formula"; readonly formula: string }
  /** There is no question to which it could be an answer. */
  | { readonly kind: "unplaced" }
  /** Cells that were joined: only the first of them has an answer. */
  | { readonly kind: "merged" }
  /** It is said that there is nothing, and something is said. */
  | { readonly kind: "contradiction"; readonly fact: Bilingual }
  /** The item does not say to which requirement it belongs. */
  | { readonly kind: "keyless" }
);
