import type { Colors } from "picocolors/types";

/** How wide the text may be, and its colours. */
export interface Style {
  readonly columns: number;
  readonly colors: Colors;
}
