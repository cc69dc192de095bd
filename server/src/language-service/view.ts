import type { Analysis } from "../core/analysis/analyze.ts";
import type { LanguageId } from "../messages/language.ts";
import type { Abilities } from "./client-capabilities.ts";

/** What a feature is asked about: a document as it was analysed, and how to answer. Features only read it. */
export interface View {
  readonly uri: string;
  readonly analysis: Analysis;
  readonly language: LanguageId;
  readonly abilities: Abilities;
  /** Of an open document that was opened in another encoding than its file is in. */
  readonly garbled?: Garbled | undefined;
}

/** A document that was opened in another encoding than its file is in. */
export interface Garbled {
  /** The encoding that the file is in, if it can be told. */
  readonly encoding: string | null;
}
