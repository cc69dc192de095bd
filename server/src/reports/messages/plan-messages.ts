import type { Row } from "../../core/standard/standard.ts";

/** What a plan says beside the standard and the reasons. It says what would be enough, and never that something is so. */
export interface PlanMessages {
  readonly title: string;
  /** What a plan is, and is not. */
  readonly caution: string;
  /** The class that it is made for, where that is not the one stated. */
  readonly asClass: (classification: string, stated: string | null) => string;
  /** The document is invalid, and stays so until its errors are repaired. */
  readonly invalid: (faults: number, surface: Surface) => string;
  readonly unclassified: Readonly<Record<Surface, string>>;
  readonly unasked: (classification: string) => string;
  readonly complete: (classification: string) => string;
  /** Of an invalid document: by what could be read. */
  readonly completeOnceMended: (classification: string) => string;
  readonly impossible: (classification: string) => string;
  /** How much would be enough. */
  readonly open: (extent: Extent) => string;
  readonly inAnyCase: string;
  readonly oneOf: (rows: readonly Row[]) => string;
  readonly row: (row: Row) => string;
  readonly review: (row: Row) => string;
  /** The same among the numbers of rows. */
  readonly reviewOf: (no: string) => string;
  readonly unmet: string;
  readonly unknown: string;
  readonly unrecorded: string;
  /** A name, with how it stands. */
  readonly standing: (name: string, status: string) => string;
  /** Before the reasons for the status. */
  readonly now: string;
  readonly enoughFor: (remedy: string) => string;
  readonly record: (row: Row, carrier: Row, missing: readonly string[]) => string;
  /** A fact to state, by its name and where it goes. */
  readonly fact: (title: string, path: string) => string;
  /** Before the facts to state. */
  readonly facts: string;
  /** Of a row that is not stated: what could be done, should it turn out to be unmet. */
  readonly otherwise: (carrier: Row, row: Row) => string;
  /** In the place of a risk that was quoted with a step before. */
  readonly same: (step: string) => string;
  readonly sets: (count: number) => string;
  readonly cut: (most: number) => string;
  readonly steps: (count: number) => string;
  /** A set's rows, and how many they are. */
  readonly set: (rows: string, count: number) => string;
  readonly columns: Readonly<
    Record<"need" | "requirement" | "status" | "reasons" | "enough" | "facts" | "risk" | "rank" | "size" | "set", string>
  >;
}

/** Where a plan is read, which decides where errors are shown and how a class is chosen. */
export type Surface = "commandLine" | "editor";

/** How much a plan comes to. */
export interface Extent {
  readonly classification: string;
  /** How many steps the smallest set has. */
  readonly steps: number;
  /** How many of these are perhaps met, and only not stated. */
  readonly unknown: number;
  /** Whether there are steps needed in any case. */
  readonly hasCommon: boolean;
  readonly choices: number;
}
