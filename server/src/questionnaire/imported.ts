import type { Path } from "../core/yaml/node.ts";
import type { CellProblem } from "./cell-problem.ts";

/** What was read from a questionnaire. */
export interface Imported {
  /** The profile as plain data, with null for each answer that could not be read. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly problems: readonly CellProblem[];
  readonly remarks: readonly Remark[];
}

/** A text that becomes a YAML comment: at the fact that its path names, or else at the end. */
export interface Remark {
  readonly path?: Path;
  readonly sheet: string;
  readonly address: string;
  readonly kind: "remark" | "note";
  readonly text: string;
}
