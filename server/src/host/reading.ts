import { MAX_MEBIBYTES } from "../../../protocol/file-system.ts";

/** The text of a file, or why it has none. */
export type Reading =
  | { readonly text: string }
  | { readonly unread: "missing" }
  | { readonly unread: "tooLarge" | "binary" }
  /** The encoding that it is in, if it can be told. */
  | { readonly unread: "encoding"; readonly encoding: string | null }
  | { readonly unread: "unreadable"; readonly code: string };

/** A file that has no text. */
export type Unread = Exclude<Reading, { readonly text: string }>;

/** What is said of a file that has no text, by why it has none. */
export interface UnreadMessages {
  /** Left out by whoever never speaks of a file that is not there. */
  readonly missing?: string;
  /** Given the size up to which files are read. */
  readonly tooLarge: (mebibytes: number) => string;
  readonly binary: string;
  /** Given the encoding that it is in, if it can be told. */
  readonly encoding: (encoding: string | null) => string;
  /** Given what the system calls the error. */
  readonly unreadable: (code: string) => string;
}

/** Why a file has no text. */
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
