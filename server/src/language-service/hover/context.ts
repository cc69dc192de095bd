import type { Analysis } from "../../core/analysis/analyze.ts";
import type { Profile } from "../../core/evaluation/profile.ts";
import type { Markup } from "../markup.ts";
import type { EditorMessages } from "../messages/types.ts";

/** What every block of a hover is made from. */
export interface HoverContext {
  readonly analysis: Analysis;
  /** The profile at the position. */
  readonly profile: Profile;
  readonly messages: EditorMessages;
  readonly markup: Markup;
}
