import type { FileResult } from "../../core/analysis/file-result.ts";
import type { AnyFinding } from "../../core/findings/finding.ts";
import type { LanguageId } from "../../messages/language.ts";
import type { Ending, Run } from "./run.ts";
import type { Style } from "./style.ts";

/** A format of `check`: makes the piece of each file on its own, and joins the pieces in order. */
export interface OutputFormat<Piece = unknown> {
  /** The piece of a file: plain data, because a thread may make it. */
  readonly pieceOf: (file: FileResult, showing: Showing) => Piece;
  readonly writer: (run: Run) => Writer<Piece>;
}

/** How to show a file. */
export interface Showing {
  readonly language: LanguageId;
  readonly style: Style;
  /** Its index among the inputs. */
  readonly index: number;
  /** Whether only findings that are not in the baseline are shown. */
  readonly isNew: boolean;
  /** The identity of a finding across runs. */
  readonly fingerprintOf: (finding: AnyFinding) => string;
}

/** Joins the pieces of the files. */
export interface Writer<Piece> {
  readonly start: string;
  /** Takes the piece of the next file, and returns the text that can already be written. */
  readonly next: (piece: Piece) => string;
  readonly end: (ending: Ending) => readonly string[];
}

/** Hides the type of the pieces of a format. */
export function format<Piece>(format: OutputFormat<Piece>): OutputFormat {
  // safe: a writer gets only pieces of its own format
  return format as OutputFormat<unknown>;
}
