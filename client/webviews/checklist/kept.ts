import type { ChecklistFilter } from "../../../protocol/requests.ts";

/** State that the page keeps while it is hidden. After a reload of the window the extension reads the profile from it. */
export interface Kept {
  readonly uri: string;
  readonly index: number;
  readonly classification: string | null;
  readonly filters: readonly ChecklistFilter[];
  /** The rows with expanded details. */
  readonly open: readonly string[];
  readonly scroll: number;
}

export const nothingKept: Kept = { uri: "", index: 0, classification: null, filters: [], open: [], scroll: 0 };
