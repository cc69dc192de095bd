import type { ProfileRef } from "../../../protocol/requests.ts";
import type { FromComparison, ToComparison } from "../../../protocol/views.ts";
import { connect } from "../shared/vscode-api.ts";

/** What the page keeps. When the window is loaded anew, the extension takes the profiles from it. */
interface Kept {
  readonly profiles: readonly ProfileRef[];
  /** Whether only what differs is shown. */
  readonly isFiltered: boolean;
}

/** What is kept before there is anything to keep. */
export const nothingKept: Kept = { profiles: [], isFiltered: false };

/** The extension. */
export const host = connect<FromComparison, ToComparison, Kept>();
