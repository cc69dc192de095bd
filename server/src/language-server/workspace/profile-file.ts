import type { Diagnostic } from "vscode-languageserver";
import type { RowPlaces } from "../../language-service/references.ts";
import type { ProfileSymbol } from "../../language-service/workspace-symbols.ts";
import type { ProfileEntry } from "./profile-entries.ts";

/** What is kept of a profile file: what is asked across files, and never its analysis. */
export interface ProfileFile {
  readonly uri: string;
  /** Null for a file that is not open. */
  readonly version: number | null;
  /** The same as long as the same is to be said of it. */
  readonly resultId: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly entries: readonly ProfileEntry[];
  readonly symbols: readonly ProfileSymbol[];
  readonly places: RowPlaces;
}
