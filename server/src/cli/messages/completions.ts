import type { LanguageId } from "../../messages/language.ts";

/** The texts of completion scripts besides the help. */
export interface CompletionsMessages {
  /** The description of `help`. */
  readonly help: string;
  /** The heading of the commands, in shells that group offers. */
  readonly command: string;
  readonly file: string;
  readonly value: string;
}

/** The texts of completion scripts, by language. */
export const completionsMessages: Readonly<Record<LanguageId, CompletionsMessages>> = {
  ja: { help: "コマンドの説明を表示する", command: "コマンド", file: "ファイル", value: "値" },
  en: { help: "explain a command", command: "command", file: "file", value: "value" },
};
