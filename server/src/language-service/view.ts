import type { Analysis } from "../core/analysis/analyze.ts";
import type { LanguageId } from "../messages/language.ts";
import type { EditorCapabilities } from "./client-capabilities.ts";

/** The input of a feature: an analysed document, and how to answer. Features only read it. */
export interface View {
  readonly uri: string;
  readonly analysis: Analysis;
  readonly language: LanguageId;
  readonly capabilities: EditorCapabilities;
  /** Set if the editor decoded the open document with the wrong encoding. */
  readonly encodingMismatch?: EncodingMismatch | undefined;
}

/** An open document whose encoding differs from that of its file. */
export interface EncodingMismatch {
  /** The file's encoding; null if it cannot be detected. */
  readonly encoding: string | null;
}
