import type { Bilingual } from "./text.ts";

/**
 * What must hold for a row: a tree whose leaves look at facts. Every node is met, unmet or unknown (Kleene's logic).
 * `else: unknown` makes a node unknown where it would be unmet: what is missing may still exist.
 */
export type Condition = All | Any | Every | Some | Each | Within | If | RowRef | Leaf;

export interface All {
  readonly all: readonly Condition[];
}

export interface Any {
  readonly any: readonly Condition[];
  readonly else?: "unknown";
}

/** Each item of the list. */
export interface Every {
  readonly every: string;
  readonly satisfies: Condition;
}

/** At least one item of the list. */
export interface Some {
  readonly some: string;
  readonly satisfies: Condition;
  readonly else?: "unknown";
  readonly why?: Bilingual;
}

/** The same of several facts. */
export interface Each {
  readonly each: readonly string[];
  readonly satisfies: Condition;
}

/** The condition's facts are looked up below a path. */
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

/** A fact and what it must be. `not` is looked at first, then `is`, then `unclear`; what is none of them fails. */
export interface Leaf {
  readonly fact: string;
  readonly not?: Test;
  readonly is: Test;
  /** Values that leave it open whether the requirement is met. */
  readonly unclear?: Test;
  /** What it means that the fact is not stated; unknown when left out. */
  readonly unstated?: "met" | "unmet";
  readonly why?: { readonly not?: Bilingual; readonly is?: Bilingual; readonly unclear?: Bilingual };
}

/** The part of JSON Schema that conditions may use. `formatMinimum` takes a date or the word today. */
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
