import type { LanguageId } from "../../messages/language.ts";

/** The errors of `lsp`. */
export interface LspMessages {
  readonly noTransport: string;
  readonly noEditor: string;
}

/** The errors of `lsp`, by language. */
export const lspMessages: Readonly<Record<LanguageId, LspMessages>> = {
  ja: {
    noTransport: "エディターとの通信の方法がない。例: vendor-profile lsp --stdio",
    noEditor: "エディターとつながらないか、通信が切れた。",
  },
  en: {
    noTransport: "No transport given. For example: vendor-profile lsp --stdio",
    noEditor: "The connection to the editor failed or was lost.",
  },
};
