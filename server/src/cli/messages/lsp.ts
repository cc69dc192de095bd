import type { LanguageId } from "../../messages/language.ts";

/** What `lsp` says where it cannot start, or has no editor any more. */
export interface LspMessages {
  readonly noTransport: string;
  readonly noEditor: string;
}

/** What `lsp` says, by language. */
export const lspMessages: Readonly<Record<LanguageId, LspMessages>> = {
  ja: {
    noTransport: "エディターとの通信の方法がない。例: vendor-profile lsp --stdio",
    noEditor: "エディターとつながらないか、通信が切れた。",
  },
  en: {
    noTransport: "How to talk to the editor is not given. For example: vendor-profile lsp --stdio",
    noEditor: "There is no connection to an editor, or it was lost.",
  },
};
