import type { Analysis } from "../core/analysis/analyze.ts";
import type { LanguageId } from "../messages/language.ts";
import type { Abilities } from "./client-capabilities.ts";
import type { Garbled } from "./encoding-mismatch.ts";

/** What a feature is asked about: a document as it was analysed, and how to answer. Features only read it. */
export interface View {
  readonly uri: string;
  readonly analysis: Analysis;
  readonly language: LanguageId;
  readonly abilities: Abilities;
  /** Of an open document that was opened in another encoding than its file is in. */
  readonly garbled?: Garbled | undefined;
}
