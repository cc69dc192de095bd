import type { Shard } from "../../core/analysis/file-result.ts";
import type { LanguageId } from "../../messages/language.ts";
import type { Tally } from "../workers/tally.ts";
import type { Style } from "./style.ts";

/** What is known of a run before any file is judged. */
export interface Run {
  readonly asOf: string;
  readonly language: LanguageId;
  readonly style: Style;
  /** The shard that is judged; null for all inputs. */
  readonly shard: Shard | null;
}

/** What is known of a run at its end. */
export interface Ending {
  readonly tally: Tally;
  /** How many findings the baseline left out; null without a baseline. */
  readonly known: number | null;
  /** A sentence on what decided the exit status; null if the verdicts did, or an input could not be read. */
  readonly decided: string | null;
}
