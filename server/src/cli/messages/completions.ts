import type { LanguageId } from "../../messages/language.ts";

/** What completions say beside the help. */
export interface CompletionsMessages {
  /** What `help` does. */
  readonly help: string;
  /** Over the commands, in shells that group what they offer. */
  readonly command: string;
  readonly file: string;
  readonly value: string;
}

/** What completions say beside the help, by language. */
export const completionsMessages: Readonly<Record<LanguageId, CompletionsMessages>> = {
  ja: { help: "コマンドの説明を表示する", command: "コマンド", file: "ファイル", value: "値" },
  en: { help: "explain a command", command: "command", file: "file", value: "value" },
};
