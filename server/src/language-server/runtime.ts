import type { ScriptName } from "../../../protocol/file-system.ts";
import type { Candidates } from "../config/profile-files.ts";
import type { Reading } from "../host/reading.ts";

export { MAX_MEBIBYTES } from "../../../protocol/file-system.ts";

/** What the server needs from its host. */
export interface Runtime extends Files {
  /** Today's date at an offset from UTC, such as +09:00, as YYYY-MM-DD. */
  readonly today: (utcOffset: string) => string;
  /** The locale of the system, e.g. ja_JP.UTF-8; undefined if it has none. */
  readonly locale: string | undefined;
  /** Resolves once the messages that have already arrived are handled, such as edits and cancellations. */
  readonly settled: () => Promise<void>;
  /** The URI schemes of the files that it can read. */
  readonly schemes: readonly string[];
  /** Loads a script that few sessions need. It is loaded once. */
  readonly load: (name: ScriptName) => Promise<typeof import("../spreadsheet/index.ts")>;
}

/** File access. */
export interface Files {
  /** Which of these files, named relative to the document's folder, are missing. Empty if that cannot be determined. */
  readonly missingFiles: (documentUri: string, files: readonly string[]) => Promise<ReadonlySet<string>>;
  /**
   * The files below a folder that may be profiles: the candidates, or else those with the usual names. Finds nothing if there is no
   * such folder; rejects if the search fails.
   */
  readonly findProfiles: (folderUri: string, candidates?: Candidates) => Promise<FoundProfiles>;
  /** Reads a profile or a configuration. Never rejects. */
  readonly readProfile: (uri: string) => Promise<Reading>;
}

/** What a search found, as URIs. */
export interface FoundProfiles {
  readonly uris: readonly string[];
  /** What could not be read, as far as the host reports it. */
  readonly unread: readonly UnreadUri[];
}

/** A folder that could not be read, with the system's error code; or a .gitignore, without one if it has too many rules. */
export type UnreadUri = { readonly uri: string } & (
  | { readonly kind: "folder"; readonly code: string }
  | { readonly kind: "gitignore"; readonly code: string | undefined }
);

export const NOTHING_FOUND: FoundProfiles = { uris: [], unread: [] };
