import type { ChecklistFilter } from "../../../protocol/requests.ts";

/** What the page remembers while it is hidden. The extension reads the profile after the window was loaded anew. */
export interface Kept {
  readonly uri: string;
  readonly index: number;
  readonly classification: string | null;
  readonly filters: readonly ChecklistFilter[];
  /** The rows whose details are open. */
  readonly open: readonly string[];
  readonly scroll: number;
}

export const nothingKept: Kept = { uri: "", index: 0, classification: null, filters: [], open: [], scroll: 0 };
