import type { ProfileRef } from "../../../protocol/requests.ts";
import type { FromComparison, ToComparison } from "../../../protocol/views.ts";
import { connect } from "../shared/vscode-api.ts";

/** The page's saved state. After a reload of the window the extension takes the profiles from it. */
interface Kept {
  readonly profiles: readonly ProfileRef[];
  /** Whether only rows that differ are shown. */
  readonly isFiltered: boolean;
}

/** The initial state. */
export const nothingKept: Kept = { profiles: [], isFiltered: false };

/** The connection to the extension. */
export const host = connect<FromComparison, ToComparison, Kept>();
