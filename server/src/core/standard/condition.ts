import type { Bilingual } from "./text.ts";

/**
 * The condition of a row: a tree whose leaves test facts. Every node is met, unmet or unknown (Kleene's three-valued logic).
 * `else: unknown` makes an unmet node unknown, because what is missing may still exist.
 */
export type Condition = All | Any | Every | Some | Each | Within | If | RowRef | Leaf;

export interface All {
  readonly all: readonly Condition[];
}

export interface Any {
  readonly any: readonly Condition[];
  readonly else?: "unknown";
}

/** Every item of a list satisfies the condition. */
export interface Every {
  readonly every: string;
  readonly satisfies: Condition;
}

/** At least one item of a list satisfies the condition. */
export interface Some {
  readonly some: string;
  readonly satisfies: Condition;
  readonly else?: "unknown";
  readonly why?: Bilingual;
}

/** Each of several facts satisfies the condition. */
export interface Each {
  readonly each: readonly string[];
  readonly satisfies: Condition;
}

/** The facts of the condition are looked up below a path. */
export interface Within {
  readonly within: string;
  readonly satisfies: Condition;
}

export interface If {
  readonly if: Condition;
  readonly then: Condition;
}

/** The status of another row. */
export interface RowRef {
  readonly row: string;
}

/** The tests of a fact, in this order: `not` makes it unmet, `is` met, `unclear` unknown. A fact that passes none is unmet. */
export interface Leaf {
  readonly fact: string;
  readonly not?: Test;
  readonly is: Test;
  /** Values that leave it open whether the requirement is met. */
  readonly unclear?: Test;
  /** The status where the fact is not stated; unknown by default. */
  readonly unstated?: "met" | "unmet";
  readonly why?: { readonly not?: Bilingual; readonly is?: Bilingual; readonly unclear?: Bilingual };
}

/** The JSON Schema keywords that conditions may use. `formatMinimum` is a date, YYYY-MM-DD, or the word `today`. */
export interface Test {
  readonly const?: string | boolean | number;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly contains?: Test;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly allOf?: readonly Test[];
  readonly anyOf?: readonly Test[];
  readonly formatMinimum?: string;
}
