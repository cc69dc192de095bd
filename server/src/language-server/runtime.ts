import type { ScriptName } from "../../../protocol/file-system.ts";
import type { Candidates } from "../config/profile-files.ts";
import type { Reading } from "../host/reading.ts";

export { MAX_MEBIBYTES } from "../../../protocol/file-system.ts";

/** What the server needs of the machine it runs on. */
export interface Runtime extends Files {
  /** The day it is at an offset from UTC, such as +09:00, as YYYY-MM-DD. */
  readonly today: (utcOffset: string) => string;
  /** The locale of the system, e.g. ja_JP.UTF-8; undefined where it has none. */
  readonly locale: string | undefined;
  /** Resolves once the messages that have already arrived are handled: later edits, and the cancelling of what they made stale. */
  readonly settled: () => Promise<void>;
  /** The schemes of the addresses whose files it looks after. */
  readonly schemes: readonly string[];
  /** Loads what is needed by few; once, however often it is asked for. */
  readonly load: (name: ScriptName) => Promise<typeof import("../spreadsheet/index.ts")>;
}

/** What the server asks of files. */
export interface Files {
  /** Of files named relative to a document's folder, those that are not there. Where that cannot be known: none. */
  readonly missingFiles: (documentUri: string, files: readonly string[]) => Promise<ReadonlySet<string>>;
  /**
   * What may be profiles below a folder, by the usual names where nothing else is asked for; nothing where there is no folder. It
   * rejects where the search fails.
   */
  readonly findProfiles: (folderUri: string, candidates?: Candidates) => Promise<FoundProfiles>;
  /** The text of a profile, or of what is written like one. */
  readonly readProfile: (uri: string) => Promise<Reading>;
}

/** What a search has found, by addresses. */
export interface FoundProfiles {
  readonly uris: readonly string[];
  /** The folders that could not be looked into, with what the system says, as far as that is known. */
  readonly unread: readonly { readonly uri: string; readonly code: string }[];
}

export const NOTHING_FOUND: FoundProfiles = { uris: [], unread: [] };
