import type { Shard } from "../../core/analysis/file-result.ts";
import type { LanguageId } from "../../messages/language.ts";
import type { Tally } from "../workers/tally.ts";
import type { Style } from "./style.ts";

/** What is known of a run before any file is judged. */
export interface Run {
  readonly asOf: string;
  readonly language: LanguageId;
  readonly style: Style;
  /** Which part of the inputs is judged; null where it is all. */
  readonly shard: Shard | null;
}

/** What is known of a run at its end. */
export interface Ending {
  readonly tally: Tally;
  /** How many findings are not shown, for a baseline has them; null where there is no baseline. */
  readonly known: number | null;
  /** By what the exit status was decided, in words; null where it was by the verdicts, or an input could not be read. */
  readonly decided: string | null;
}
