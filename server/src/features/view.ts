import type { Analysis } from "../core/analyze.ts";
import type { LanguageId } from "../core/messages/language.ts";
import type { Abilities } from "./abilities.ts";
import type { Garbled } from "./garbled.ts";

/** What a feature is asked about: a document as it was analysed, and how to answer. Features only read it. */
export interface View {
  readonly uri: string;
  readonly analysis: Analysis;
  readonly language: LanguageId;
  readonly abilities: Abilities;
  /** Of an open document that was opened in another encoding than its file is in. */
  readonly garbled?: Garbled | undefined;
}
