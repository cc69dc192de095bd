import { MAX_MEBIBYTES } from "../../../protocol/file-system.ts";

/** The text of a file, or why it could not be read. */
export type Reading =
  | { readonly text: string }
  | { readonly unread: "missing" }
  | { readonly unread: "tooLarge" | "binary" }
  /** The encoding that the file seems to be in; null if unknown. */
  | { readonly unread: "encoding"; readonly encoding: string | null }
  | { readonly unread: "unreadable"; readonly code: string };

/** Why a file could not be read. */
export type Unread = Exclude<Reading, { readonly text: string }>;

/** The texts for files that could not be read, by reason. */
export interface UnreadMessages {
  /** Optional, because some callers never report a missing file. */
  readonly missing?: string;
  /** Takes the largest size that is read. */
  readonly tooLarge: (mebibytes: number) => string;
  readonly binary: string;
  /** Takes the encoding that the file seems to be in; null if unknown. */
  readonly encoding: (encoding: string | null) => string;
  /** Takes the system's error code, such as EACCES. */
  readonly unreadable: (code: string) => string;
}

/** The sentence that says why a file could not be read. */
export function reasonOf(reading: Unread, messages: UnreadMessages): string {
  switch (reading.unread) {
    case "missing":
      return messages.missing ?? messages.unreadable("ENOENT");
    case "tooLarge":
      return messages.tooLarge(MAX_MEBIBYTES);
    case "binary":
      return messages.binary;
    case "encoding":
      return messages.encoding(reading.encoding);
    case "unreadable":
      return messages.unreadable(reading.code);
  }
}
