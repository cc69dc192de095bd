import type { LanguageId } from "../../messages/language.ts";

/** The sentences of the commands that write documents. */
export interface ReportCommandMessages {
  readonly unknownEnding: (ending: string, formats: readonly string[]) => string;
}

/** The sentences of the commands that write documents, by language. */
export const reportCommandMessages: Readonly<Record<LanguageId, ReportCommandMessages>> = {
  ja: {
    unknownEnding: (ending, formats) =>
      `「${ending}」の形式では書き出せない。ファイル名の末尾を次のいずれかにするか、--format で形式を指定する: ${formats.map((format) => `.${format}`).join(", ")}`,
  },
  en: {
    unknownEnding: (ending, formats) =>
      `Cannot write “${ending}”. Use a file name that ends in one of these, or choose the format with --format: ${formats.map((format) => `.${format}`).join(", ")}`,
  },
};
