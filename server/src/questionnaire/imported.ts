import type { Path } from "../core/yaml/node.ts";
import type { CellProblem } from "./cell-problem.ts";

/** What a questionnaire says. */
export interface Imported {
  /** The profile as plain data; null where an answer could not be read. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly problems: readonly CellProblem[];
  readonly remarks: readonly Remark[];
}

/** What is to stand in a comment: at a fact, or at the end. */
export interface Remark {
  readonly path?: Path;
  readonly sheet: string;
  readonly address: string;
  readonly kind: "remark" | "note";
  readonly text: string;
}
