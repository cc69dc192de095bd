import type { Field } from "../../core/schema/format.ts";
import type { Path, Span, ValueNode } from "../../core/yaml/node.ts";
import type { Edit } from "../edits/edit.ts";

/** A position in the tree where something can be written, and how a choice is inserted there. */
export interface CompletionSlot {
  readonly kind: "key" | "value" | "item";
  readonly isFlow: boolean;
  /** Of the mapping that gets the key, of the value, or of the list that gets the item. */
  readonly path: Path;
  readonly field: Field;
  /** The present value at the path. */
  readonly node: ValueNode | undefined;
  /** Keys of the mapping, or scalars of a flow list, that are in the text though the parser may have lost them. */
  readonly names: readonly string[];
  /** The half-typed word, which a choice replaces. */
  readonly span: Span;
  /** The word up to the cursor. */
  readonly typed: string;
  /** The column of the mapping's keys, or of the list's dashes. */
  readonly column: number;
  /** Whether a choice must bring the dash of its item. */
  readonly needsDash: boolean;
  /** What a choice is prefixed with: missing indentation, or the space after a colon or dash. */
  readonly lead: string;
  /** Repairs of the whitespace before the word. */
  readonly fixes: readonly Edit[];
  /** The offset after the colon or dash: a value on lines of its own begins there. */
  readonly behind: number;
  /** Whether the key already has its colon. */
  readonly hasColon: boolean;
}
