import type { Analysis } from "../core/analysis/analyze.ts";
import type { LanguageId } from "../messages/language.ts";
import type { EditorCapabilities } from "./client-capabilities.ts";

/** What a feature is asked about: a document as it was analysed, and how to answer. Features only read it. */
export interface View {
  readonly uri: string;
  readonly analysis: Analysis;
  readonly language: LanguageId;
  readonly capabilities: EditorCapabilities;
  /** Of an open document that was opened in another encoding than its file is in. */
  readonly encodingMismatch?: EncodingMismatch | undefined;
}

/** A document that was opened in another encoding than its file is in. */
export interface EncodingMismatch {
  /** The encoding that the file is in, if it can be told. */
  readonly encoding: string | null;
}
