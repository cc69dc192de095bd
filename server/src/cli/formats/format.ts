import type { FileResult } from "../../core/analysis/file-result.ts";
import type { AnyFinding } from "../../core/findings/finding.ts";
import type { LanguageId } from "../../messages/language.ts";
import type { Ending, Run } from "./run.ts";
import type { Style } from "./style.ts";

/** A format of `check`: what it says of each file is made apart from the others, and put together in their order. */
export interface OutputFormat<Piece = unknown> {
  /** What is said of a file: plain data, for it may be made in another thread. */
  readonly pieceOf: (file: FileResult, showing: Showing) => Piece;
  readonly writer: (run: Run) => Writer<Piece>;
}

/** How a file is shown. */
export interface Showing {
  readonly language: LanguageId;
  readonly style: Style;
  /** Its number among the inputs. */
  readonly index: number;
  /** Whether only what a baseline has not is shown. */
  readonly isNew: boolean;
  /** What a finding is known by from one run to the next. */
  readonly fingerprintOf: (finding: AnyFinding) => string;
}

/** Puts together what is said of the files. */
export interface Writer<Piece> {
  readonly start: string;
  /** Takes what is said of the next file, and tells what can be written already. */
  readonly next: (piece: Piece) => string;
  readonly end: (ending: Ending) => readonly string[];
}

/** A format among others, which need not know what it is made of. */
export function format<Piece>(format: OutputFormat<Piece>): OutputFormat {
  // its writer is given nothing but its own pieces
  return format as OutputFormat<unknown>;
}
