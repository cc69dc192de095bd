import type { Path, Span } from "./node.ts";

/** What can be wrong with a text as YAML, named by the typing mistake rather than by the parser's state. */
export type ProblemKind =
  | "alias" // an alias without an anchor before it
  | "alias-cycle" // an alias inside its own anchor
  | "anchor" // & or * without a name, or where it may not stand
  | "character" // a character that needs quotes here
  | "colon" // a line without ":"
  | "colon-in-value" // a second ": " in one line
  | "colon-space" // "key:value"
  | "conflict" // an unresolved merge conflict of git
  | "directive" // a line with % that is not directly before ---
  | "duplicate-key"
  | "escape" // a backslash in double quotes that begins no escape sequence
  | "flow" // [ or { that is not closed, or closed wrongly
  | "full-width" // a full-width colon or bracket where YAML needs the ASCII one
  | "indent"
  | "key" // a key that is not a scalar
  | "limit" // too large or nested too deep to be read
  | "quote" // a quotation mark that is not closed
  | "syntax" // anything else
  | "tab"
  | "tag"
  | "unexpected" // something behind the end of a value
  | "white-space"; // a character that only looks like a space

/** What stands in the place of a span instead. */
export interface Replacement {
  readonly span: Span;
  readonly text: string;
}

export interface Problem {
  readonly kind: ProblemKind;
  readonly span: Span;
  /** The word or character at fault, where the message names it. */
  readonly text?: string;
  /** The counterpart, e.g. the first of two keys. */
  readonly other?: Span;
  /** The value that cannot be relied on. */
  readonly path?: Path;
  /** What mends it, where that is certain. */
  readonly mend?: readonly Replacement[];
}
