import type { Colors } from "picocolors/types";

/** The width of the text in columns, and its colours. */
export interface Style {
  readonly columns: number;
  readonly colors: Colors;
}
