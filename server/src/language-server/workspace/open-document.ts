import type { View } from "../../language-service/view.ts";

/** An open document: its text counts, not the one on the disk. */
export interface OpenDocument {
  readonly uri: string;
  /** The keys of the files that its evidence names, from its last analysis. */
  readonly evidenceKeys: readonly string[];
  /** Undefined if it was closed in the meantime. */
  readonly snapshot: () => Promise<Snapshot | undefined>;
}

/** An open document at one version. */
export interface Snapshot {
  readonly view: View;
  readonly version: number;
  /** Changes whenever anything that the diagnostics depend on changes. */
  readonly resultId: string;
}
