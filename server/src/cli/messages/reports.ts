import type { LanguageId } from "../../messages/language.ts";

/** What the commands that write documents say. */
export interface ReportCommandMessages {
  readonly unknownEnding: (ending: string, formats: readonly string[]) => string;
}

/** What the commands that write documents say, by language. */
export const reportCommandMessages: Readonly<Record<LanguageId, ReportCommandMessages>> = {
  ja: {
    unknownEnding: (ending, formats) =>
      `「${ending}」の形式では書き出せない。ファイル名の末尾を次のいずれかにするか、--format で形式を指定する: ${formats.map((format) => `.${format}`).join(", ")}`,
  },
  en: {
    unknownEnding: (ending, formats) =>
      `Cannot write “${ending}”. End the file's name in one of these, or name the format with --format: ${formats.map((format) => `.${format}`).join(", ")}`,
  },
};
