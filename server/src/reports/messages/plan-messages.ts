import type { Row } from "../../core/standard/standard.ts";

/** A plan's own messages. They state what would be enough, and never that a requirement is met. */
export interface PlanMessages {
  readonly title: string;
  /** What a plan is and is not. */
  readonly caution: string;
  /** The class of the plan, if it is not the stated class. */
  readonly asClass: (classification: string, stated: string | null) => string;
  /** The document stays invalid until its errors are fixed. */
  readonly invalid: (faults: number, surface: Surface) => string;
  readonly unclassified: Readonly<Record<Surface, string>>;
  readonly unasked: (classification: string) => string;
  readonly complete: (classification: string) => string;
  /** For an invalid document, based on what could be read. */
  readonly completeOnceRepaired: (classification: string) => string;
  readonly impossible: (classification: string) => string;
  /** How many steps would be enough. */
  readonly open: (extent: Extent) => string;
  readonly inAnyCase: string;
  readonly oneOf: (rows: readonly Row[]) => string;
  readonly row: (row: Row) => string;
  readonly review: (row: Row) => string;
  /** The review in a list of row numbers. */
  readonly reviewOf: (no: string) => string;
  readonly unmet: string;
  readonly unknown: string;
  readonly unrecorded: string;
  /** A requirement's name with its status. */
  readonly standing: (name: string, status: string) => string;
  /** Introduces the reasons for the status. */
  readonly now: string;
  readonly enoughFor: (remedy: string) => string;
  readonly record: (row: Row, carrier: Row, missing: readonly string[]) => string;
  /** A fact to state, with its title and path. */
  readonly fact: (title: string, path: string) => string;
  /** Introduces the facts to state. */
  readonly facts: string;
  /** For an unstated row: the alternative if it turns out to be unmet. */
  readonly otherwise: (carrier: Row, row: Row) => string;
  /** Replaces a risk that an earlier step already quotes. */
  readonly same: (step: string) => string;
  readonly sets: (count: number) => string;
  readonly cut: (most: number) => string;
  readonly steps: (count: number) => string;
  /** A combination's rows and their number. */
  readonly set: (rows: string, count: number) => string;
  readonly columns: Readonly<
    Record<"need" | "requirement" | "status" | "reasons" | "enough" | "facts" | "risk" | "rank" | "size" | "set", string>
  >;
}

/** Where a plan is shown. It decides where the user sees errors and how the user chooses a class. */
export type Surface = "commandLine" | "editor";

/** The size of a plan. */
export interface Extent {
  readonly classification: string;
  /** The number of steps in the smallest set. */
  readonly steps: number;
  /** How many of them may already be met and only need a statement. */
  readonly unknown: number;
  /** Whether every set has a step in common. */
  readonly hasCommon: boolean;
  readonly choices: number;
}
